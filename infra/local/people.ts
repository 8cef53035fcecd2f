import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Somebody invented for the demonstration. */
export type Person = {
  readonly login: string;
  /** Absent for the few whom an identity provider knows without an address. */
  readonly email?: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly title?: string;
  readonly roles?: readonly string[];
  /** Name of use, `preferred_username` of FranceConnect. */
  readonly usedName?: string;
  readonly gender?: string;
  readonly birthdate?: string;
  /** INSEE code; empty when born abroad. */
  readonly birthplace?: string;
  readonly birthcountry?: string;
};
export type Kind = 'agent' | 'citizen';
export type People = { readonly agents: Person[]; readonly citizens: Person[] };

const folder = resolve(import.meta.dirname, '../collectivities');

/** The invented people of an authority; read at each call, as the folder may be edited meanwhile. */
export function readPeople(collectivity: string): People {
  const { agents = [], citizens = [] } = JSON.parse(
    readFileSync(join(folder, collectivity, 'people.json'), 'utf8'),
  ) as Partial<People>;
  return { agents, citizens };
}

export const fullName = ({ givenName, familyName }: Person) => `${givenName} ${familyName}`;

export function findPerson(people: People, login: string): { person: Person; kind: Kind } | undefined {
  const kinds = { agent: people.agents, citizen: people.citizens } as const;
  for (const kind of ['agent', 'citizen'] as const) {
    const person = kinds[kind].find((one) => one.login === login);
    if (person) return { person, kind };
  }
  return undefined;
}
