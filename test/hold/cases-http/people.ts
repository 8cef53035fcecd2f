import type { World } from '../harness.ts';

export type Person = { login: string; roles?: string[]; departments?: string[] };
export const everybody = async (
  world: Pick<World, 'json'>,
): Promise<{ agents: Person[]; citizens: Person[] }> => (await world.json('/local/people')).body;

/** One person of each kind: whose roles and departments are another's is denied what they are. */
export const kindsOf = (people: readonly Person[], kindOf: (one: Person) => unknown): Person[] => [
  ...new Map(people.map((one) => [JSON.stringify(kindOf(one)), one])).values(),
];

/** Signing in is slow, as with a real identity provider: each person does it once. */
export const cookiesOf = (world: Pick<World, 'signIn'>): ((login: string) => Promise<string>) => {
  const cookies = new Map<string, Promise<string>>();
  return (login) => {
    const known = cookies.get(login) ?? world.signIn(login).then(({ cookie }) => cookie);
    cookies.set(login, known);
    return known;
  };
};
