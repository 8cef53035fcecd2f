import type { Clues } from './clues.ts';
import { splitName } from './normalise.ts';
import type { Attribute, Identifier, Person, PersonKind, Source } from './person.ts';
import { sources } from './person.ts';

/** Where what is learnt comes from; `at` is the instant it was said, `by` auto | citizen | agent:<login> | contact:<id>. */
export type Origin = { source: Source; at: string; by: string };
const mostIdentifiers = 30;
const mostAddresses = 10;

const attribute = <T>(value: T | null | undefined, origin: Origin): Attribute<T> | null =>
  value === null || value === undefined || value === '' ? null : { value, ...origin };

const identifiersOf = (clues: Clues, origin: Origin): Identifier[] =>
  (['email', 'phone', 'siret', 'rna'] as const).flatMap((kind) => {
    const value = clues[kind];
    return value ? [{ kind, value, ...origin }] : [];
  });

/** Somebody the authority did not know, made of what was said. */
export const makePerson = (id: string, kind: PersonKind, clues: Clues, origin: Origin): Person => {
  const name = splitName(clues.name ?? '');
  const isPerson = kind === 'person';
  return {
    id,
    kind,
    version: 1,
    createdAt: origin.at,
    givenName: isPerson ? attribute(name.given, origin) : null,
    familyName: isPerson ? attribute(name.family, origin) : null,
    organisationName: isPerson ? null : attribute(clues.organisation ?? clues.name, origin),
    birth: isPerson ? attribute(clues.birth, origin) : null,
    addresses: clues.address ? [{ value: clues.address, ...origin }] : [],
    identifiers: identifiersOf(clues, origin),
    consents: {},
  };
};

const rank = ({ source }: Pick<Attribute, 'source'>): number => sources.indexOf(source);
const withIdentifier = (known: Identifier[], said: Identifier): Identifier[] => {
  const at = known.findIndex(({ kind, value }) => kind === said.kind && value === said.value);
  const before = known[at];
  if (!before) return [...known, said].slice(0, mostIdentifiers);
  return rank(said) > rank(before) ? known.with(at, said) : known;
};

/** What was said less what is known already, on whichever sheet: each side of a merge keeps to what it alone was told. */
export const newTo = (whole: Person, clues: Clues): Clues => {
  const knows = (kind: Identifier['kind']) =>
    whole.identifiers.some((each) => each.kind === kind && each.value === clues[kind as 'email']);
  const named = whole.givenName || whole.familyName || whole.organisationName;
  return {
    ...clues,
    name: named ? null : clues.name,
    organisation: named ? null : clues.organisation,
    birth: whole.birth ? null : clues.birth,
    address: whole.addresses.some(({ value }) => value === clues.address) ? null : clues.address,
    email: knows('email') ? null : clues.email,
    phone: knows('phone') ? null : clues.phone,
    siret: knows('siret') ? null : clues.siret,
    rna: knows('rna') ? null : clues.rna,
  };
};

/** What a contact teaches of somebody who is known: only what was missing. Nothing that is there is changed by itself. */
export const learn = (person: Person, clues: Clues, origin: Origin): Person => {
  const said = makePerson(person.id, person.kind, clues, origin);
  const isNew = ({ value }: Attribute) => !person.addresses.some((each) => each.value === value);
  const next: Person = {
    ...person,
    givenName: person.givenName ?? (person.familyName ? null : said.givenName),
    familyName: person.familyName ?? said.familyName,
    organisationName: person.organisationName ?? said.organisationName,
    birth: person.birth ?? said.birth,
    addresses: [...person.addresses, ...said.addresses.filter(isNew)].slice(0, mostAddresses),
    identifiers: said.identifiers.reduce(withIdentifier, person.identifiers),
  };
  return JSON.stringify(next) === JSON.stringify(person) ? person : { ...next, version: person.version + 1 };
};
