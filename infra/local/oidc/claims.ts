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

/** What a provider says of a person. */
export function claimsOf(realm: Realm, person: Person): { sub: string } & Record<string, unknown> {
  const { login, email, givenName, familyName } = person;
  const common = { sub: login, email, given_name: givenName, family_name: familyName };
  if (realm === 'proconnect')
    return { ...common, usual_name: familyName, uid: login, belonging_population: 'agent' };
  return {
    ...common,
    given_name_array: givenName.split(' '),
    gender: person.gender,
    birthdate: person.birthdate,
    birthplace: person.birthplace,
    birthcountry: person.birthcountry,
  };
}
