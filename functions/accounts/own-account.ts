import type { Caller, Citizen } from '../agents/caller.ts';
import { endsOf, type Session } from '../agents/session.ts';
import type { SessionTable } from '../agents/session-table.adapter.ts';
import type { Answer } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Account, isComplete, writeTo } from './account.ts';
import type * as api from './account-api.ts';
import type { AccountTable } from './account-table.adapter.ts';

export type ReadDeps = {
  accounts: Pick<AccountTable, 'read'>;
  table: Pick<SessionTable, 'citizenSession'>;
  now(): string;
};

/** The account of whoever calls. Refuses `unauthenticated` when it is gone: erased, or part of another now. */
export const own =
  ({ accounts }: Pick<ReadDeps, 'accounts'>) =>
  async (caller: Caller): Promise<Account> => {
    const account = caller.kind === 'citizen' ? await accounts.read(caller.citizen.account) : null;
    if (!account) throw new Refusal('unauthenticated');
    return account;
  };

export const citizenMe =
  (deps: ReadDeps) =>
  async (_: unknown, caller: Caller): Promise<Answer<typeof api.citizenMe>> => {
    const session = await deps.table.citizenSession(caller.cookies);
    if (!session?.citizen) throw new Refusal('unauthenticated');
    if (session.citizen.by === 'desk') return helping(session.citizen, session, deps.now());
    const account = await own(deps)(caller);
    const { id, givenName, familyName, usedName, franceConnect } = account;
    const { by, actingFor = null } = session.citizen;
    const at = deps.now();
    return {
      ...{ account: id, givenName, familyName, usedName, email: writeTo(account), by, actingFor },
      ...{ isCertified: !!franceConnect, isComplete: isComplete(account) },
      ...{ session: endsOf(session, at), now: at },
    };
  };

/** An agent who helps somebody at the desk has no account here: only whom they help. */
const helping = (citizen: Citizen, session: Session, now: string): Answer<typeof api.citizenMe> => {
  const { account, givenName, familyName, by, actingFor = null } = citizen;
  const known = { account, givenName, familyName, by, actingFor, usedName: null, email: null };
  return { ...known, isCertified: false, isComplete: true, session: endsOf(session, now), now };
};

export const viewOf = (account: Account, now: string): Answer<typeof api.readAccount> => ({
  ...account,
  contactEmail: account.contactEmail ?? null,
  isCertified: !!account.franceConnect,
  isPhoneProven: !!account.phoneProvenAt,
  now,
});
export const readAccount =
  (deps: Pick<ReadDeps, 'accounts' | 'now'>) =>
  async (_: unknown, caller: Caller): Promise<Answer<typeof api.readAccount>> =>
    viewOf(await own(deps)(caller), deps.now());
