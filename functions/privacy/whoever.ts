import type { Account } from '../accounts/account.ts';
import { type Cluster, membersOf } from '../citizens/cluster.ts';
import { personKey } from '../citizens/items.ts';
import type { Person } from '../citizens/person.ts';
import { e164 } from '../delivery/phone.ts';
import type { Item, Reads } from './store.ts';

/** Somebody, wherever they are: their account, their sheets in the register of citizens, and by what they are reached. */
export type Whoever = {
  account: Account | null;
  /** Id of the account, known even when its item is gone already. */
  accountId: string | null;
  persons: Person[];
  /** Ids of the sheets, those included that are gone already. */
  personIds: string[];
  emails: string[];
  /** E.164. */
  phones: string[];
};

const accountOf = async (store: Reads, personIds: readonly string[]): Promise<Account | null> => {
  for (const id of personIds) {
    const [found] = await store.listed('accounts', `PERSON#${id}`, 'ACCOUNT');
    if (found?.account) return found.account as Account;
  }
  return null;
};

const sheetsOf = async (store: Reads, id: string): Promise<string[]> => {
  const item = await store.find('citizens', { pk: personKey(id), sk: 'CLUSTER' });
  return item ? membersOf(id, item.cluster as Cluster) : [id];
};

const distinct = (all: readonly (string | null | undefined)[]): string[] => [
  ...new Set(all.filter((one): one is string => Boolean(one))),
];

/**
 * Who is meant by an account or by a sheet: one person may have several sheets and one account. What is gone already, by an
 * erasure that was cut, is found by the rest.
 */
export const whoever = async (
  store: Reads,
  { kind, id }: { kind: 'person' | 'account'; id: string },
): Promise<Whoever> => {
  const item: Item | null =
    kind === 'account' ? await store.find('accounts', { pk: `ACCOUNT#${id}`, sk: 'ACCOUNT' }) : null;
  const own = (item?.account as Account | undefined) ?? null;
  const first = kind === 'person' ? id : own?.person;
  const personIds = first ? await sheetsOf(store, first) : [];
  const account = own ?? (await accountOf(store, personIds));
  const sheets = await Promise.all(
    personIds.map((one) => store.find('citizens', { pk: personKey(one), sk: 'PERSON' })),
  );
  const persons = sheets.flatMap((sheet) => (sheet?.person ? [sheet.person as Person] : []));
  const reached = (what: 'email' | 'phone') =>
    persons.flatMap(({ identifiers }) =>
      identifiers.flatMap(({ kind: is, value }) => (is === what ? [value] : [])),
    );
  return {
    account,
    accountId: account?.id ?? (kind === 'account' ? id : null),
    ...{ persons, personIds },
    emails: distinct([account?.email, account?.contactEmail, ...reached('email')]).map((one) =>
      one.trim().toLowerCase(),
    ),
    phones: distinct([account?.phone, ...reached('phone')].map((one) => one && (e164(one) ?? one))),
  };
};
