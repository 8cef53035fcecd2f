import type { SearchDocument } from '../../../functions/search/document.ts';
import { fold } from '../../../functions/search/tokens.ts';
import { type Random, randomOf } from '../../support/random.ts';
import type { Town } from './town.ts';

/** What somebody types, and which documents would do. */
export type Question = { way: string; q: string; isRight(found: { kind: string; id: string }): boolean };

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** One letter left out, doubled, changed or swapped, never the first. */
const misspelt = (word: string, { next, pick }: Random): string => {
  const at = 1 + Math.floor(next() * (word.length - 1));
  const [before, here, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
  return pick([
    before + after,
    before + here + here + after,
    before + pick([...letters]) + after,
    before.slice(0, -1) + here + before.slice(-1) + after,
  ]);
};
const spoken = (phone: string): string => `0${phone.slice(3)}`.replace(/(\d\d)(?=\d)/g, '$1 ');
const halves = (name: string): [given: string, family: string] => {
  const at = name.indexOf(' ');
  return [name.slice(0, at), name.slice(at + 1)];
};

/** Questions over a town, so many of each way. */
export function questionsOf({ people, requests }: Town, each: number, seed = 11): Question[] {
  const random = randomOf(seed);
  const { pick } = random;
  const nameOf = ({ names }: SearchDocument) => names[0] ?? '';
  const byName = new Map<string, Set<string>>();
  for (const one of [...people, ...requests]) {
    const name = fold(nameOf(one));
    byName.set(name, (byName.get(name) ?? new Set()).add(one.id));
  }
  /** Homonyms are all right: nothing that was typed tells them apart. */
  const namesake = (person: SearchDocument) => (found: { id: string }) =>
    byName.get(fold(nameOf(person)))?.has(found.id) ?? false;
  const itself = (one: SearchDocument) => (found: { id: string }) => found.id === one.id;
  const long = () => {
    for (;;) {
      const person = pick(people);
      if (halves(nameOf(person))[1].length >= 5) return person;
    }
  };
  const having = (field: 'phones' | 'emails', from: readonly SearchDocument[]) => {
    for (;;) {
      const one = pick(from);
      if (one[field].length > 0) return one;
    }
  };
  const sameNumber = (one: SearchDocument) => {
    const ids = new Set(
      [...people, ...requests]
        .filter(({ phones }) => phones.includes(one.phones[0] ?? ''))
        .map(({ id }) => id),
    );
    return (found: { id: string }) => ids.has(found.id);
  };
  const street = ({ addresses }: SearchDocument) => (addresses[0] ?? '').split('\n')[0] ?? '';
  const ways: Record<string, () => Omit<Question, 'way'>> = {
    'full name': () => {
      const one = long();
      return { q: nameOf(one), isRight: namesake(one) };
    },
    'capitals, no accents': () => {
      const one = long();
      return { q: fold(nameOf(one)).toUpperCase(), isRight: namesake(one) };
    },
    'family name first': () => {
      const one = long();
      const [given, family] = halves(nameOf(one));
      return { q: `${family} ${given}`, isRight: namesake(one) };
    },
    'one typing error': () => {
      const one = long();
      const [given, family] = halves(nameOf(one));
      return { q: `${given} ${misspelt(fold(family), random)}`, isRight: namesake(one) };
    },
    'name not finished': () => {
      const one = long();
      const [given, family] = halves(nameOf(one));
      const beginning = fold(`${given} ${family.slice(0, 4)}`);
      return {
        q: `${given} ${family.slice(0, 4)}`,
        isRight: (found) => startsWith(byName, found.id, beginning),
      };
    },
    'name and street': () => {
      const one = long();
      return {
        q: `${halves(nameOf(one))[1]} ${street(one).replace(/^\d+ /, '')}`,
        isRight: namesakeAt(one, people, requests),
      };
    },
    'whole address': () => {
      const one = pick(people);
      const at = street(one);
      const there = new Set(
        [...people, ...requests].filter((other) => street(other) === at).map(({ id }) => id),
      );
      return { q: at, isRight: (found) => there.has(found.id) };
    },
    phone: () => {
      const one = having('phones', people);
      return { q: spoken(one.phones[0] ?? ''), isRight: sameNumber(one) };
    },
    'last six digits': () => {
      const one = having('phones', people);
      const end = (one.phones[0] ?? '').slice(-6);
      const ids = new Set(
        [...people, ...requests].filter(({ phones }) => phones[0]?.endsWith(end)).map(({ id }) => id),
      );
      return { q: end, isRight: (found) => ids.has(found.id) };
    },
    mail: () => {
      const one = having('emails', people);
      return { q: one.emails[0] ?? '', isRight: (found) => namesake(one)(found) };
    },
    reference: () => {
      const one = pick(requests);
      return { q: one.id, isRight: itself(one) };
    },
    'reference without letter': () => {
      const one = pick(requests);
      return { q: one.id.slice(0, -2).replaceAll('-', ' ').toLowerCase(), isRight: itself(one) };
    },
    'common name': () => {
      const q = pick(['martin', 'bernard', 'thomas', 'petit', 'durand', 'Dubois']);
      return { q, isRight: (found) => includes(byName, found.id, fold(q)) };
    },
    'name and subject': () => {
      const one = having('emails', requests);
      const family = halves(nameOf(one))[1];
      const word = (one.subject ?? '').split(' ').sort((a, b) => b.length - a.length)[0] ?? '';
      const alike = new Set(
        requests
          .filter((other) => nameOf(other).includes(family) && other.subject?.includes(word))
          .map(({ id }) => id),
      );
      return { q: `${family} ${word}`, isRight: (found) => alike.has(found.id) };
    },
  };
  return Array.from({ length: each }, () =>
    Object.entries(ways).map(([way, make]) => ({ way, ...make() })),
  ).flat();
}

const namesOfIds = new WeakMap<Map<string, Set<string>>, Map<string, string>>();
const nameById = (byName: Map<string, Set<string>>): Map<string, string> => {
  const made =
    namesOfIds.get(byName) ??
    new Map([...byName].flatMap(([name, ids]) => [...ids].map((id) => [id, name] as const)));
  namesOfIds.set(byName, made);
  return made;
};
const startsWith = (byName: Map<string, Set<string>>, id: string, beginning: string): boolean =>
  nameById(byName).get(id)?.startsWith(beginning) ?? false;
const includes = (byName: Map<string, Set<string>>, id: string, word: string): boolean =>
  nameById(byName).get(id)?.includes(word) ?? false;
/** The family name and street were typed: whoever bears it there is right. */
const namesakeAt = (
  one: SearchDocument,
  people: readonly SearchDocument[],
  requests: readonly SearchDocument[],
) => {
  const family = halves(one.names[0] ?? '')[1];
  const way = (one.addresses[0] ?? '').replace(/^\d+ /, '').split('\n')[0] ?? '';
  const right = new Set(
    [...people, ...requests]
      .filter(({ names, addresses }) => names[0]?.endsWith(` ${family}`) && addresses[0]?.includes(way))
      .map(({ id }) => id),
  );
  return (found: { id: string }) => right.has(found.id);
};
