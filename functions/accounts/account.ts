/** One person's account on the portal: what they said or proved of themselves, typed once. */
export type Account = {
  id: string;
  /** Who it is in the register of citizens (citizens/person.ts); made with the account. */
  person: string;
  version: number;
  createdAt: string;
  givenName: string;
  familyName: string;
  /** Name of use, if they want it on letters (CRPA L111-3). */
  usedName: string | null;
  gender: 'female' | 'male' | null;
  birth: Birth | null;
  /** Proved by a code that was sent to it. */
  email: string | null;
  phone: string | null;
  address: Address | null;
  /** `sub` of FranceConnect, stable for this authority. Its identity (names, birth) is certified and not retyped. */
  franceConnect: { sub: string; certifiedAt: string } | null;
  language: 'fr' | 'en' | 'fr-x-falc';
};
/** `date` YYYY-MM-DD, YYYY-MM or YYYY: presumed dates lack a day or a month. INSEE codes; `place` null when born abroad. */
export type Birth = { date: string; place: string | null; country: string };
export type Address = { lines: string[]; postalCode: string; city: string };
