import { type Attribute, type Person, sources } from './person.ts';

/** Somebody said that two sheets are one person. Nothing of either is changed: taking the edge away takes them apart. */
export type Edge = { mergeId: string; one: string; other: string; at: string; by: string; reason: string };
/** Sheets that are one person, and why. Every member keeps the same copy. `version` grows with each change. */
export type Cluster = { edges: Edge[]; version: number };
export const alone: Cluster = { edges: [], version: 0 };
/** More would be a mistake, and a page to read. */
export const mostMembers = 20;

/** Everybody who is the same person as `id`, `id` included, in a stable order. */
export const membersOf = (id: string, { edges }: Pick<Cluster, 'edges'>): string[] => {
  const members = new Set([id]);
  for (let before = 0; before < members.size; ) {
    before = members.size;
    for (const { one, other } of edges) {
      if (members.has(one)) members.add(other);
      if (members.has(other)) members.add(one);
    }
  }
  return [...members].sort();
};

/** The edges between these members. */
export const edgesAmong = (members: readonly string[], edges: readonly Edge[]): Edge[] =>
  edges.filter(({ one }) => members.includes(one));

/** The oldest sheet speaks for the others: the same whoever is asked and in whatever order they were merged. */
export const mainOf = (persons: readonly Person[]): Person => {
  const [first] = persons.toSorted((a, b) =>
    a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1,
  );
  if (!first) throw new Error('a cluster has members');
  return first;
};

const rank = (attribute: Pick<Attribute, 'source'>): number => sources.indexOf(attribute.source);
/** What is best established, then what was said last. */
const best = <T>(all: readonly (Attribute<T> | null)[]): Attribute<T> | null =>
  all
    .filter((each): each is Attribute<T> => each !== null)
    .toSorted((a, b) => rank(b) - rank(a) || (a.at < b.at ? 1 : -1))[0] ?? null;

const distinct = <A extends Attribute & { kind?: string }>(all: readonly A[]): A[] => {
  const kept = new Map<string, A>();
  for (const each of all) {
    const key = `${each.kind ?? ''} ${each.value}`;
    const before = kept.get(key);
    if (!before || rank(each) > rank(before)) kept.set(key, each);
  }
  return [...kept.values()].toSorted((a, b) => rank(b) - rank(a));
};

/** The person that several sheets are: each attribute from the sheet that knows it best, everything they are reached by. */
export const foldPersons = (persons: readonly Person[]): Person => {
  const main = mainOf(persons);
  if (persons.length === 1) return main;
  const ordered = [main, ...persons.filter((each) => each !== main)];
  const names = ordered.filter(({ givenName, familyName }) => givenName || familyName);
  const named = best(names.map(({ familyName, givenName }) => familyName ?? givenName));
  const namer = names.find(({ familyName, givenName }) => (familyName ?? givenName) === named) ?? main;
  const codes = [...new Set(ordered.flatMap(({ consents }) => Object.keys(consents)))];
  const last = (code: string) =>
    ordered
      .flatMap(({ consents }) => consents[code] ?? [])
      .toSorted((a, b) => (a.at < b.at ? 1 : -1))
      .slice(0, 1)
      .map((consent) => [code, consent] as const);
  return {
    ...main,
    // Given and family names stay together: half of each would be nobody's name.
    givenName: namer.givenName,
    familyName: namer.familyName,
    organisationName: best(ordered.map(({ organisationName }) => organisationName)),
    birth: best(ordered.map(({ birth }) => birth)),
    addresses: distinct(ordered.flatMap(({ addresses }) => addresses)),
    identifiers: distinct(ordered.flatMap(({ identifiers }) => identifiers)),
    consents: Object.fromEntries(codes.flatMap(last)),
  };
};
