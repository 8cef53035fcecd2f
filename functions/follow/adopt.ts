import type { Account } from '../accounts/account.ts';
import { identKey, type Linked } from '../citizens/items.ts';
import type { LinkTable } from '../citizens/link-table.adapter.ts';
import type { PersonTable } from '../citizens/person-table.adapter.ts';
import type { Append } from '../requests/append.ts';
import type { Proof } from '../requests/follow-events.ts';
import type { Whole } from '../requests/items.ts';
import { ifThere } from '../shared/refusal.ts';
import type { FollowTable } from './follow-table.adapter.ts';
import { proofOf } from './proof.ts';

export type AdoptDeps = {
  account(id: string): Promise<Account | null>;
  accountOf(person: string): Promise<Account | null>;
  /** Whose proved address it is. */
  accountAt(email: string): Promise<Account | null>;
  people: Pick<PersonTable, 'read' | 'holdersOf'>;
  links: Pick<LinkTable, 'page' | 'linked'>;
  requests: { load(reference: string): Promise<Whole>; append: Append };
  sender(reference: string): Promise<{ email: string | null }>;
  table: Pick<FollowTable, 'noteLodged' | 'lodgedBy' | 'sought' | 'seek' | 'references'>;
};
/** Looked through at once; more are asked for by another event. */
const pageSize = 25;
/** An address of more people than that is nobody's own. */
const mostHolders = 20;

const follow = async (
  { requests }: Pick<AdoptDeps, 'requests'>,
  reference: string,
  account: string,
  proof: Proof,
): Promise<void> => {
  await requests.append(reference, { key: `follow-${account}-${proof}` }, () => ({
    commands: [{ command: 'follower-joined', account, proof, by: 'auto' }],
  }));
};

/** Sheets that are this person. */
const sheetsOf = async ({ people }: AdoptDeps, person: string): Promise<string[]> =>
  (await ifThere(people.read(person)))?.members.map(({ id }) => id) ?? [];
/** Sheets that may hold requests of theirs: their own, and whoever else wrote from the address they proved. */
const placesOf = async (deps: AdoptDeps, own: readonly string[], email: string | null): Promise<string[]> => {
  const others = email ? await deps.people.holdersOf(identKey('email', email), mostHolders) : [];
  return [...new Set([...own, ...others])];
};

/** One request, for one account: when it is proved to be theirs. What was said of a person counts for their own sheets alone. */
const adopt = async (
  deps: AdoptDeps,
  account: Account,
  { link, personId }: Pick<Linked, 'link' | 'personId'>,
  own: readonly string[],
): Promise<void> => {
  const whole = await ifThere(deps.requests.load(link.id));
  const said = personId && own.includes(personId) ? link : null;
  const proof = whole && proofOf(whole, account, said);
  if (proof) await follow(deps, link.id, account.id, proof);
};

/** Whoever sent it signed in has it from the moment it is open, whichever of the two is told of first. */
export const lodged =
  (deps: AdoptDeps) =>
  async ({ reference, account }: { reference: string; account: string }): Promise<void> => {
    await deps.table.noteLodged(reference, account);
    await ifThere(follow(deps, reference, account, 'lodged'));
  };

/** The first request of an appeal says that it is contested, were its own line lost between two writes. */
const tellFirst = async (deps: AdoptDeps, { request }: Whole): Promise<void> => {
  const { appealOf, reference } = request;
  if (!appealOf) return;
  await deps.requests.append(appealOf, { key: `contested-${reference}` }, (current) =>
    current?.request.appeals.some((each) => each.reference === reference)
      ? { commands: [] }
      : { commands: [{ command: 'appeal-lodged', appeal: reference, kind: 'gracious', by: 'auto' }] },
  );
};

export const opened =
  (deps: AdoptDeps) =>
  async ({ reference }: { reference: string }): Promise<void> => {
    const account = await deps.table.lodgedBy(reference);
    if (account) await follow(deps, reference, account, 'lodged');
    const whole = await deps.requests.load(reference);
    await tellFirst(deps, whole);
  };

/** Whose it is became known: the accounts of that person, and the one whose proved address wrote it. */
export const linked =
  (deps: AdoptDeps) =>
  async ({ reference, personId }: { reference: string; personId: string }): Promise<void> => {
    const found = await deps.links.linked('request', reference);
    if (found?.personId !== personId) return;
    const sheets = await sheetsOf(deps, personId);
    const { email } = await deps.sender(reference);
    const accounts = await Promise.all([
      ...sheets.map((sheet) => deps.accountOf(sheet)),
      email ? deps.accountAt(email.trim().toLowerCase()) : null,
    ]);
    const once = new Map(accounts.flatMap((one) => (one ? [[one.id, one] as const] : [])));
    for (const account of once.values())
      await adopt(deps, account, found, sheets.includes(account.person) ? sheets : []);
  };

/** One page of what a person asked before they had an account, the latest first; then the next. */
export const seek =
  (deps: AdoptDeps) =>
  async ({ account: id, after }: { account: string; after: string | null }): Promise<void> => {
    const [account, sought] = await Promise.all([deps.account(id), deps.table.sought(id)]);
    if (!account || !sought || sought.isDone) return;
    const own = await sheetsOf(deps, account.person);
    const places = await placesOf(deps, own, account.email);
    const { links, next } = await deps.links.page(places, 'request', pageSize, after ?? undefined);
    for (const { personId, ...link } of links) await adopt(deps, account, { link, personId }, own);
    await deps.table.seek(id, sought.who, next ?? 'done');
  };

/** Two accounts became one: what one followed, the other follows. Throws while some is left, and is asked again. */
export const joined =
  (deps: AdoptDeps) =>
  async ({ from, into }: { from: string; into: string }): Promise<void> => {
    const references = await deps.table.references(from, pageSize);
    for (const reference of references)
      await deps.requests.append(reference, { key: `joined-${from}-${into}` }, (current) => {
        const mine = current?.request.followers.find(({ account }) => account === from);
        if (!mine) return { commands: [] };
        return {
          commands: [
            { command: 'follower-joined', account: into, proof: mine.proof, by: 'auto' },
            { command: 'follower-left', account: from, by: 'auto' },
          ],
        };
      });
    if (references.length === pageSize) throw new Error('more-to-join');
  };
