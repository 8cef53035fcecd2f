import { compareNames } from '../citizens/names.ts';
import type { Account, Birth } from './account.ts';

/** What FranceConnect certifies of somebody: the pivot identity, checked by the State against INSEE's register. */
export type Identity = {
  sub: string;
  /** All of them, in the order of the birth certificate. */
  givenNames: string[];
  familyName: string;
  usedName: string | null;
  gender: 'female' | 'male' | null;
  birth: Birth | null;
  /** Declared at the identity provider, proved by nobody: never a reason to join two accounts. */
  email: string | null;
};
type Claims = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const words = (value: string): string[] => value.split(/\s+/).filter(Boolean);
const namesIn = ({ given_name_array: all, given_name: one }: Claims): string[] =>
  Array.isArray(all) && all.length > 0 ? all.map(text).filter(Boolean) : words(text(one));

/** A presumed day or month comes as 01, which is kept as it is given, or as 00, which is no day: it is left out. */
const dayOf = (given: string): string | null => {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(given);
  if (!found) return /^\d{4}(-\d{2})?$/.test(given) ? given : null;
  const [, year = '', month = '', day = ''] = found;
  if (month === '00') return year;
  return day === '00' ? `${year}-${month}` : given;
};
const birthOf = ({ birthdate, birthplace, birthcountry }: Claims): Birth | null => {
  const date = dayOf(text(birthdate));
  const country = text(birthcountry);
  // Somebody born abroad has no commune: FranceConnect sends an empty one.
  return date && country ? { date, place: text(birthplace) || null, country } : null;
};

/** The claims of FranceConnect (reference v2: identite pivot) as an identity; null when they name nobody. */
export const identityOf = (claims: Claims): Identity | null => {
  const sub = text(claims.sub);
  const familyName = text(claims.family_name);
  const givenNames = namesIn(claims);
  if (!sub || !familyName || givenNames.length === 0) return null;
  const gender = text(claims.gender);
  return {
    ...{ sub, givenNames, familyName },
    usedName: text(claims.preferred_username) || null,
    gender: gender === 'female' || gender === 'male' ? gender : null,
    birth: birthOf(claims),
    email: text(claims.email).toLowerCase() || null,
  };
};

/** Certified names and birth replace what was typed; what FranceConnect does not know stays. */
export const certified = (account: Account, identity: Identity, at: string): Account => ({
  ...account,
  givenName: identity.givenNames.join(' '),
  familyName: identity.familyName,
  usedName: account.usedName ?? identity.usedName,
  gender: identity.gender ?? account.gender,
  birth: identity.birth ?? account.birth,
  contactEmail: account.contactEmail ?? identity.email,
  franceConnect: { sub: identity.sub, certifiedAt: at },
});

/** Names that may be one person's, and no two days of birth. An account without a name contradicts nobody. */
type Named = Pick<Account, 'givenName' | 'familyName' | 'usedName' | 'birth'>;
export const maybeSame = (one: Named, other: Named): boolean => {
  const nameOf = ({ givenName, familyName }: Named) => `${givenName.split(' ')[0]} ${familyName}`;
  const used = ({ givenName, usedName }: Named) =>
    usedName ? `${givenName.split(' ')[0]} ${usedName}` : null;
  const names = [nameOf(one), used(one)].filter((name) => name !== null);
  const theirs = [nameOf(other), used(other)].filter((name) => name !== null);
  const isNamed = !!(one.familyName && other.familyName);
  const isOne = (mine: string, their: string) =>
    mine.toLowerCase() === their.toLowerCase() || ['same', 'close'].includes(compareNames(mine, their));
  const fits = names.some((mine) => theirs.some((their) => isOne(mine, their)));
  const [mine, their] = [one.birth?.date, other.birth?.date];
  const isOtherDay = !!mine && !!their && !mine.startsWith(their) && !their.startsWith(mine);
  return (!isNamed || fits) && !isOtherDay;
};
