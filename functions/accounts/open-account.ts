import { cluesOf } from '../citizens/clues.ts';
import type { DuplicateTable } from '../citizens/duplicate-table.adapter.ts';
import { alikeOf } from '../citizens/find-or-create.ts';
import { nameOf, unknownTraits } from '../citizens/person.ts';
import type { PersonTable } from '../citizens/person-table.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Account, newAccount } from './account.ts';
import type { AccountTable, Write } from './account-table.adapter.ts';
import { certified, type Identity } from './identity.ts';
import { personOf } from './person-of.ts';

export type OpenDeps = {
  accounts: Pick<AccountTable, 'read' | 'byEmail' | 'byFranceConnect' | 'changes' | 'transact'>;
  people: Pick<PersonTable, 'candidates' | 'changes' | 'put' | 'read' | 'transact'>;
  duplicates: Pick<DuplicateTable, 'propose'>;
  newId(): string;
  now(): string;
  epochSeconds(): number;
};
export type Opened = { account: Account; isNew: boolean };

/** The lines that write an account and what it teaches of its person, together. */
export const lines = async (
  { accounts, people, now, epochSeconds }: OpenDeps,
  before: Account | null,
  after: Account,
): Promise<Write[]> => {
  const members = before ? (await people.read(after.person)).members : [];
  const sheet = members.find(({ id }) => id === after.person) ?? null;
  const person = personOf(sheet, after, now());
  return [
    ...accounts.changes(before, after),
    ...(person === sheet ? [] : people.changes(sheet, person, epochSeconds())),
  ];
};

/** Saves what changed; nothing is written when nothing did. Refuses `conflict` when somebody else came first. */
export const save = async (deps: OpenDeps, before: Account, after: Account): Promise<Account> => {
  if (JSON.stringify(before) === JSON.stringify(after)) return before;
  const next = { ...after, version: before.version + 1 };
  await deps.accounts.transact(await lines(deps, before, next));
  return next;
};

/** Whoever could be the same as somebody new is shown to an agent; nobody is joined by likeness. */
export const proposeAlike = async (deps: OpenDeps, account: Account): Promise<void> => {
  const { members } = await deps.people.read(account.person);
  const [sheet] = members;
  if (!sheet || members.length > 1) return;
  const { email, phone, birth } = account;
  const clues = cluesOf({
    ...unknownTraits,
    name: nameOf(sheet) || null,
    email,
    phone,
    birth: birth?.date ?? null,
  });
  for (const each of await alikeOf(deps, sheet.id, clues))
    await deps.duplicates.propose(sheet.id, each, deps.now());
};

const create = async (deps: OpenDeps, fill: (account: Account) => Account): Promise<Account> => {
  const account = fill(newAccount(deps.newId(), deps.newId(), deps.now()));
  await deps.accounts.transact(await lines(deps, null, account));
  return account;
};
/** Two windows opening the same account at once: the second finds what the first made. */
const orFind = async (making: Promise<Account>, find: () => Promise<Account | null>): Promise<Opened> => {
  try {
    return { account: await making, isNew: true };
  } catch (error) {
    const found = error instanceof Refusal && error.code === 'conflict' ? await find() : null;
    if (!found) throw error;
    return { account: found, isNew: false };
  }
};

/** The account of an address that was just proved by a code; the first code makes it. */
export const openByEmail =
  (deps: OpenDeps) =>
  async (email: string): Promise<Opened> => {
    const find = () => deps.accounts.byEmail(email);
    const found = await find();
    if (found) return { account: found, isNew: false };
    return orFind(
      create(deps, (account) => ({ ...account, email })),
      find,
    );
  };

/** The account of an identity of FranceConnect, by its `sub` alone: an address it passes on proves nothing here. */
export const openByFranceConnect =
  (deps: OpenDeps) =>
  async (identity: Identity): Promise<Opened> => {
    const find = () => deps.accounts.byFranceConnect(identity.sub);
    const found = await find();
    const at = deps.now();
    if (found) {
      // A name that changed at the register (marriage undone, adoption) changes here.
      const since = found.franceConnect?.certifiedAt ?? at;
      const fresh = await save(deps, found, certified(found, identity, since));
      return { account: fresh, isNew: false };
    }
    const opened = await orFind(
      create(deps, (account) => certified(account, identity, at)),
      find,
    );
    if (opened.isNew) await proposeAlike(deps, opened.account);
    return opened;
  };
