import type { Clues } from './clues.ts';
import { compareNames, type NameRelation } from './names.ts';
import { addressKey, nameWords, splitName } from './normalise.ts';
import { type IdentifierKind, type MatchReason, nameOf, type Person } from './person.ts';

/** From here a link is made without asking; from here a duplicate is proposed; from here it is worth showing to an agent. */
export const thresholds = { automatic: 0.9, proposed: 0.6, shown: 0.3 } as const;
/** Identifiers that several people have: a family's mailbox, an office's telephone. */
export type Shared = ReadonlySet<'email' | 'phone'>;
export type Compared = { confidence: number; reasons: MatchReason[] };

/** `slip`: close, and the given name itself differs: a typing error, or a brother. */
type Name = NameRelation | 'slip';
type Sign = 'email' | 'shared-email' | 'phone' | 'shared-phone' | 'birth' | 'address' | 'nothing';
/** How sure each sign alone makes us, by how the names stand to each other. Nothing with another name comes near a link. */
const weights: Record<Sign, Record<Name, number>> = {
  email: { same: 0.97, close: 0.92, slip: 0.8, unknown: 0.92, relative: 0.4, other: 0.35 },
  'shared-email': { same: 0.91, close: 0.8, slip: 0.6, unknown: 0.45, relative: 0.3, other: 0.2 },
  phone: { same: 0.93, close: 0.86, slip: 0.7, unknown: 0.75, relative: 0.35, other: 0.3 },
  'shared-phone': { same: 0.85, close: 0.7, slip: 0.55, unknown: 0.4, relative: 0.3, other: 0.2 },
  birth: { same: 0.92, close: 0.75, slip: 0.5, unknown: 0.2, relative: 0.3, other: 0.05 },
  address: { same: 0.8, close: 0.65, slip: 0.5, unknown: 0.15, relative: 0.25, other: 0.05 },
  nothing: { same: 0.4, close: 0.3, slip: 0.2, unknown: 0, relative: 0.1, other: 0 },
};
/** What a household has in common says no more together than the best of it alone: a son bears his father's name. */
const ofHousehold: readonly Sign[] = ['shared-email', 'shared-phone', 'address'];
const unprovenMost = 0.8;

const holds = ({ identifiers }: Person, kind: IdentifierKind, value: string | null): boolean =>
  value !== null && identifiers.some((each) => each.kind === kind && each.value === value);

const namesOf = (clues: Clues, person: Person): Name => {
  const said = person.kind === 'organisation' ? (clues.organisation ?? clues.name) : clues.name;
  const known = nameOf(person);
  if (!said || !known) return 'unknown';
  const relation = compareNames(said, known);
  if (relation !== 'close' || person.kind === 'organisation') return relation;
  const given = nameWords(splitName(said).given ?? '');
  const theirs = nameWords(person.givenName?.value ?? '');
  return given.some((word) => theirs.includes(word)) ? 'close' : 'slip';
};

type Birth = 'same' | 'other' | 'unknown';
const birthsOf = (one: string | null, other: string | null): Birth => {
  if (!one || !other) return 'unknown';
  if (one.slice(0, 4) !== other.slice(0, 4)) return 'other';
  if (one.length < 10 || other.length < 10) return 'unknown';
  return one === other ? 'same' : 'other';
};

const signsOf = (clues: Clues, person: Person, shared: Shared, birth: Birth): Sign[] => {
  const lives = person.addresses.some(({ value }) => addressKey(value) === clues.addressKey);
  return [
    holds(person, 'email', clues.email) ? (shared.has('email') ? 'shared-email' : 'email') : null,
    holds(person, 'phone', clues.phone) ? (shared.has('phone') ? 'shared-phone' : 'phone') : null,
    birth === 'same' ? 'birth' : null,
    clues.addressKey && lives ? 'address' : null,
  ].filter((sign): sign is Sign => sign !== null);
};

const told: Record<Sign, MatchReason[]> = {
  email: ['same-email'],
  'shared-email': ['same-email', 'shared-email'],
  phone: ['same-phone'],
  'shared-phone': ['same-phone', 'shared-phone'],
  birth: ['same-birth'],
  address: ['same-address'],
  nothing: [],
};
const nameReason: Record<Name, MatchReason[]> = {
  same: ['same-name'],
  close: ['close-name'],
  slip: ['close-name'],
  relative: ['other-name'],
  other: ['other-name'],
  unknown: [],
};

const together = (signs: readonly Sign[], name: Name, emailProven: boolean): number => {
  const sure = (sign: Sign) =>
    Math.min(weights[sign][name], sign.includes('email') && !emailProven ? unprovenMost : 1);
  const household = signs.filter((sign) => ofHousehold.includes(sign)).map(sure);
  const own = signs.filter((sign) => !ofHousehold.includes(sign)).map(sure);
  const agrees = name !== 'other' && name !== 'relative';
  const all = [...own, ...(household.length > 0 ? [Math.max(...household)] : [])];
  const sum = agrees ? 1 - all.reduce((doubt, each) => doubt * (1 - each), 1) : Math.max(0, ...all);
  return Math.min(0.99, Math.max(sum, weights.nothing[name]));
};

/**
 * How sure it is that what was said is about this person, 0 to 1, and why. A name alone never reaches a link, nor does a
 * telephone that several people have; two days of birth that differ are two people whatever else agrees.
 */
export const match = (clues: Clues, person: Person, shared: Shared): Compared => {
  const registered = (['siret', 'rna'] as const).filter((kind) => holds(person, kind, clues[kind]));
  const isOther = (clues.organisation !== null || clues.siret !== null) && person.kind === 'person';
  if (isOther) return { confidence: 0, reasons: [] };
  const name = namesOf(clues, person);
  const birth = birthsOf(clues.birth, person.birth?.value ?? null);
  const signs = signsOf(clues, person, shared, birth);
  const reasons: MatchReason[] = [
    ...registered.map((kind) => `same-${kind}` as const),
    ...signs.flatMap((sign) => told[sign]),
    ...nameReason[name],
    ...(birth === 'other' ? (['other-birth'] as const) : []),
  ];
  const weighed = together(signs, name, clues.emailProven);
  const confidence = registered.length > 0 ? Math.max(weighed, name === 'other' ? 0.85 : 0.98) : weighed;
  const rounded = Math.round(confidence * 100) / 100;
  return { confidence: birth === 'other' ? Math.min(rounded, 0.1) : rounded, reasons };
};
