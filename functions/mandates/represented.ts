import { type Account, newAccount } from '../accounts/account.ts';
import type { AccountTable } from '../accounts/account-table.adapter.ts';
import type { Person } from '../citizens/person.ts';
import { Refusal } from '../shared/refusal.ts';

const isTheirs = ({ email, franceConnect }: Account): boolean => !!(email ?? franceConnect);

/** The account of a person of the register: the one they sign in to, before the one that was made for them. */
export const accountOf =
  ({ byPerson }: Pick<AccountTable, 'byPerson'>) =>
  async (sheets: readonly string[]): Promise<Account | null> => {
    const found = (await Promise.all(sheets.map((sheet) => byPerson(sheet)))).flatMap((one) => one ?? []);
    return found.find(isTheirs) ?? found[0] ?? null;
  };

/**
 * An account for somebody who has none: what is done for them lies in it. No proof opens it, so nobody signs in to it; made
 * twice it is the same.
 */
export const accountFor =
  (accounts: Pick<AccountTable, 'changes' | 'transact' | 'read'>, now: () => string) =>
  async (sheets: readonly Person[]): Promise<Account> => {
    const [sheet] = sheets;
    if (!sheet) throw new Refusal('not-found');
    const id = `for-${sheet.id}`;
    const known = await accounts.read(id);
    if (known) return known;
    const named = sheets.find(({ familyName }) => familyName) ?? sheet;
    const account: Account = {
      ...newAccount(id, sheet.id, now()),
      givenName: named.givenName?.value ?? '',
      familyName: named.familyName?.value ?? named.organisationName?.value ?? '',
    };
    await accounts.transact(accounts.changes(null, account));
    return account;
  };
