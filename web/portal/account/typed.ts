import type { AccountView } from '../../../functions/accounts/account-api.ts';
import { showPhone } from '../../../functions/procedures/formats.ts';

/** What stands in the boxes of one's own information while it is corrected. */
export type Typed = {
  givenName: string;
  familyName: string;
  usedName: string;
  /** `year-month-day` as typed, padded or not. */
  birth: string;
  phone: string;
  address: { lines: string; postalCode: string; city: string };
  language: AccountView['language'];
};

export const typedOf = ({ usedName, birth, phone, address, ...known }: AccountView): Typed => ({
  ...{ givenName: known.givenName, familyName: known.familyName, usedName: usedName ?? '' },
  ...{ birth: birth?.date ?? '', phone: phone ? showPhone(phone) : '', language: known.language },
  address: address
    ? { lines: address.lines.join('\n'), postalCode: address.postalCode, city: address.city }
    : { lines: '', postalCode: '', city: '' },
});
export const noAddress = ({ lines, postalCode, city }: Typed['address']): boolean =>
  !(lines.trim() || postalCode.trim() || city.trim());

/** A real day as YYYY-MM-DD, or null: the 31st of April is none. */
export const dayTyped = (typed: string): string | null => {
  const [year = '', month = '', date = ''] = typed.split('-');
  const written = [year, month.padStart(2, '0'), date.padStart(2, '0')].join('-');
  const parsed = new Date(`${written}T12:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(parsed.getTime());
  return isDay && parsed.toISOString().startsWith(written) ? written : null;
};
