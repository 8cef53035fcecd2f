import type { ClusterTable } from '../citizens/cluster-table.adapter.ts';
import { join as joinClusters } from '../citizens/merge.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Account, isComplete } from './account.ts';
import type { AccountTable, Write } from './account-table.adapter.ts';
import { certified, type Identity, maybeSame } from './identity.ts';
import { joinedReason } from './messages/fr.ts';
import { type OpenDeps, save } from './open-account.ts';

export type JoinDeps = OpenDeps & {
  accounts: OpenDeps['accounts'] & Pick<AccountTable, 'joining' | 'saying'>;
  clusters: Pick<ClusterTable, 'clustering' | 'remembering'>;
};

/** What is known of the two together: what the one who stays said first, then the other; a certified identity before all. */
const together = (into: Account, from: Account): Account => {
  const named = from.franceConnect || !isComplete(into) ? from : into;
  return {
    ...into,
    ...{ givenName: named.givenName, familyName: named.familyName },
    usedName: into.usedName ?? from.usedName,
    gender: named.gender ?? into.gender ?? from.gender,
    birth: named.birth ?? into.birth ?? from.birth,
    email: into.email ?? from.email,
    contactEmail: into.contactEmail ?? from.contactEmail ?? null,
    ...(into.phone ? {} : { phone: from.phone, phoneProvenAt: from.phoneProvenAt ?? null }),
    address: into.address ?? from.address,
    franceConnect: into.franceConnect ?? from.franceConnect,
    version: into.version + 1,
  };
};

/** Their two sheets in the register become one person, as an agent would have merged them: it can be taken back. */
const onePerson = async (
  { people, clusters, now }: JoinDeps,
  from: Account,
  into: Account,
): Promise<Write[]> => {
  const [one, other] = await Promise.all([people.read(into.person), people.read(from.person)]);
  if (one.members.some(({ id }) => id === from.person)) return [];
  const mergeId = `account-${from.id}`;
  const edge = {
    mergeId,
    one: into.person,
    other: from.person,
    at: now(),
    by: 'citizen',
    reason: joinedReason,
  };
  return [
    ...clusters.clustering(joinClusters(one.cluster, other.cluster, edge)),
    ...clusters.remembering({ ...edge, undone: null }),
  ];
};

/**
 * Two accounts of one person become one: `into` stays, with everything; the others' proofs open it, and every subject hears
 * `account-joined`. The caller has proved both. Refuses `conflict` when they cannot be one person.
 */
export const joinAccounts = async (
  deps: JoinDeps,
  into: Account,
  from: Account,
  change: Partial<Account> = {},
): Promise<Account> => {
  const isTwo = into.franceConnect && from.franceConnect && into.franceConnect.sub !== from.franceConnect.sub;
  if (isTwo || !maybeSame(into, from)) throw new Refusal('conflict');
  const after = { ...together(into, from), ...change };
  const detail = { from: from.id, into: into.id, personFrom: from.person, personInto: into.person };
  await deps.accounts.transact([
    ...deps.accounts.joining(from, into, after, deps.now()),
    deps.accounts.saying(
      into.id,
      `joined-${from.id}`,
      { type: 'account-joined', detail },
      deps.epochSeconds(),
    ),
    ...(await onePerson(deps, from, into)),
  ]);
  return after;
};

/**
 * Somebody signed in to `account` has just shown who they are at FranceConnect: it certifies their account, and the account
 * that this identity had is joined. Refuses `conflict` for an identity that cannot be theirs.
 */
export const joinFranceConnect =
  (deps: JoinDeps) =>
  async (accountId: string, identity: Identity): Promise<{ account: Account; joined: string | null }> => {
    const account = await deps.accounts.read(accountId);
    if (!account) throw new Refusal('unauthenticated');
    const other = await deps.accounts.byFranceConnect(identity.sub);
    if (other && other.id !== account.id)
      return { account: await joinAccounts(deps, account, other), joined: other.id };
    const after = certified(account, identity, deps.now());
    const isAnother = account.franceConnect && account.franceConnect.sub !== identity.sub;
    if (isAnother || !maybeSame(account, after)) throw new Refusal('conflict');
    return { account: await save(deps, account, after), joined: null };
  };

/** Somebody signed in has proved an address by a code: it becomes theirs, with the account that it opened until now. */
export const takeEmail =
  (deps: JoinDeps) =>
  async (accountId: string, email: string): Promise<{ account: Account; joined: string | null }> => {
    const account = await deps.accounts.read(accountId);
    if (!account) throw new Refusal('unauthenticated');
    const other = await deps.accounts.byEmail(email);
    if (!other || other.id === account.id) {
      const after = { ...account, email, contactEmail: null };
      return { account: await save(deps, account, after), joined: null };
    }
    // The address that was just proved stays the one that signs in.
    const one = await joinAccounts(deps, account, other, { email, contactEmail: null });
    return { account: one, joined: other.id };
  };
