/** One person's account on the portal: what they said or proved of themselves, typed once. */
export type Account = {
  id: string;
  /** Who it is in the register of citizens (citizens/person.ts); made with the account. */
  person: string;
  version: number;
  createdAt: string;
  /** Empty until somebody new has said it. */
  givenName: string;
  familyName: string;
  /** Name of use, if they want it on letters (CRPA L111-3). */
  usedName: string | null;
  gender: 'female' | 'male' | null;
  birth: Birth | null;
  /** Proved by a code that was sent to it: it signs in. */
  email: string | null;
  /** Where to write when none is proved: the address that FranceConnect passes on, which anybody may have typed there. */
  contactEmail?: string | null;
  phone: string | null;
  /** When a code sent to the number came back; null while it is only declared. */
  phoneProvenAt?: string | null;
  address: Address | null;
  /** `sub` of FranceConnect, stable for this authority. Its identity (names, birth) is certified and not retyped. */
  franceConnect: { sub: string; certifiedAt: string } | null;
  language: 'fr' | 'en' | 'fr-x-falc';
};
/** `date` YYYY-MM-DD, YYYY-MM or YYYY: presumed dates lack a day or a month. INSEE codes; `place` null when born abroad. */
export type Birth = { date: string; place: string | null; country: string };
export type Address = { lines: string[]; postalCode: string; city: string };

/** Somebody new, of whom nothing but the proof of an address or an identity is known. */
export const newAccount = (id: string, person: string, createdAt: string): Account => ({
  ...{ id, person, version: 1, createdAt, givenName: '', familyName: '', usedName: null, gender: null },
  ...{
    birth: null,
    email: null,
    contactEmail: null,
    phone: null,
    phoneProvenAt: null,
    address: null,
    franceConnect: null,
  },
  language: 'fr',
});
export const isComplete = ({ givenName, familyName }: Account): boolean => !!(givenName && familyName);
/** Where to write to them: the address they proved, else the one they declared elsewhere. */
export const writeTo = ({ email, contactEmail }: Account): string | null => email ?? contactEmail ?? null;
