import { createHash } from 'node:crypto';
import type { Person } from '../people.ts';
import type { Realm } from './realm.ts';

/** Scopes and the claims they give, as each provider documents them. */
export const scopes: Record<Realm, Record<string, string[]>> = {
  proconnect: {
    openid: ['sub'],
    profile: ['given_name', 'usual_name', 'family_name'],
    given_name: ['given_name'],
    usual_name: ['usual_name'],
    email: ['email'],
    uid: ['uid'],
    siret: ['siret'],
    belonging_population: ['belonging_population'],
  },
  franceconnect: {
    openid: ['sub'],
    profile: ['given_name', 'given_name_array', 'family_name', 'birthdate', 'gender', 'preferred_username'],
    identite_pivot: [
      'given_name',
      'given_name_array',
      'family_name',
      'birthdate',
      'gender',
      'birthplace',
      'birthcountry',
    ],
    birth: ['birthplace', 'birthcountry'],
    given_name: ['given_name', 'given_name_array'],
    family_name: ['family_name'],
    birthdate: ['birthdate'],
    gender: ['gender'],
    birthplace: ['birthplace'],
    birthcountry: ['birthcountry'],
    preferred_username: ['preferred_username'],
    email: ['email'],
  },
};

const plain = (name: string): string => name.toLocaleUpperCase('fr');
/** Opaque and stable for one service: 66 hexadecimal digits and `v1`, as FranceConnect's; a login for agents. */
export const subOf = (realm: Realm, { login }: Pick<Person, 'login'>): string =>
  realm === 'proconnect'
    ? login
    : `${createHash('sha256').update(`parvis ${login}`).digest('hex')}${login.length.toString(16).padStart(2, '0').slice(-2)}v1`;

/** What a provider says of a person. FranceConnect: birth name in capitals, all given names, no address when it knows none. */
export function claimsOf(realm: Realm, person: Person): { sub: string } & Record<string, unknown> {
  const { login, email, givenName, familyName, usedName } = person;
  const sub = subOf(realm, person);
  const common = { sub, given_name: givenName, ...(email && { email }) };
  if (realm === 'proconnect')
    return {
      ...common,
      family_name: familyName,
      usual_name: familyName,
      uid: login,
      belonging_population: 'agent',
    };
  return {
    ...common,
    family_name: plain(familyName),
    given_name_array: givenName.split(' '),
    ...(usedName && { preferred_username: plain(usedName) }),
    gender: person.gender,
    birthdate: person.birthdate,
    birthplace: person.birthplace ?? '',
    birthcountry: person.birthcountry,
  };
}
