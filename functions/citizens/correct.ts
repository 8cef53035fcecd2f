import { Refusal } from '../shared/refusal.ts';
import { foldPersons, mainOf } from './cluster.ts';
import type { Origin } from './make-person.ts';
import { birthOf, emailOf, phoneOf, rnaOf, siretOf } from './normalise.ts';
import { type Attribute, type Identifier, type IdentifierKind, nameOf, type Person } from './person.ts';

type Single = 'givenName' | 'familyName' | 'organisationName' | 'birth';
type Typed = { kind: Exclude<IdentifierKind, 'franceconnect'>; value: string };
export type Correction = Partial<Record<Single | 'address', string | null>> & {
  add: readonly Typed[];
  remove: readonly Typed[];
  consents?: Record<string, boolean>;
};
const singles = ['givenName', 'familyName', 'organisationName', 'birth'] as const;
const readers = { email: emailOf, phone: phoneOf, siret: siretOf, rna: rnaOf } as const;

const wrong = (field: string): never => {
  throw new Refusal('invalid-input', [{ field, code: 'invalid' }]);
};
const read = ({ kind, value }: Typed): Pick<Identifier, 'kind' | 'value'> => ({
  kind,
  value: readers[kind](value) ?? wrong(kind),
});
const isCertified = (attribute: Attribute<unknown> | null | undefined) => attribute?.source === 'certified';

/** Value of one field as corrected; `undefined` when it is left alone. */
const corrected = (field: Single, said: string | null | undefined, origin: Origin) => {
  if (said === undefined) return undefined;
  const text = said?.trim() ?? '';
  if (!text) return null;
  return { value: field === 'birth' ? (birthOf(text) ?? wrong('birth')) : text, ...origin };
};

/**
 * The sheets of a person as an agent corrects them: each field where it is known best, what is new on the sheet that speaks
 * for the others. Refuses `not-allowed-in-state` for what is certified, `invalid-input` for what cannot be read or for a
 * person left without anything to be called or reached by.
 */
export const correct = (members: readonly Person[], asked: Correction, origin: Origin): Person[] => {
  const whole = foldPersons(members);
  const main = mainOf(members);
  const next = new Map(members.map((each) => [each.id, { ...each }]));
  const mainNext = next.get(main.id) as Person;
  for (const field of singles) {
    const value = corrected(field, asked[field], origin);
    if (value === undefined || value?.value === whole[field]?.value) continue;
    if (isCertified(whole[field])) throw new Refusal('not-allowed-in-state');
    const holder = members.find((each) => whole[field] && each[field] === whole[field]) ?? main;
    (next.get(holder.id) as Person)[field] = value;
  }
  const [first] = whole.addresses;
  if (asked.address !== undefined && asked.address !== first?.value) {
    const text = asked.address?.trim();
    for (const each of next.values())
      each.addresses = each.addresses.filter(
        ({ value, source }) => value !== first?.value || source === 'certified',
      );
    if (text) mainNext.addresses = [{ value: text, ...origin }, ...mainNext.addresses].slice(0, 10);
  }
  const gone = asked.remove.map(({ kind, value }) => `${kind} ${value}`);
  for (const each of next.values())
    each.identifiers = each.identifiers.filter(({ kind, value, source }) => {
      const isGone = gone.includes(`${kind} ${value}`);
      if (isGone && source === 'certified') throw new Refusal('not-allowed-in-state');
      return !isGone;
    });
  for (const one of asked.add.map(read)) {
    const isMine = ({ kind, value }: Identifier) => kind === one.kind && value === one.value;
    const others = mainNext.identifiers.filter((each) => !isMine(each));
    const known = mainNext.identifiers.find(isMine);
    mainNext.identifiers = [...others, isCertified(known) && known ? known : { ...one, ...origin }].slice(
      0,
      30,
    );
  }
  for (const [code, value] of Object.entries(asked.consents ?? {}))
    mainNext.consents = { ...mainNext.consents, [code]: { value, ...origin } };
  const after = [...next.values()];
  const left = foldPersons(after);
  if (!nameOf(left) && left.identifiers.length === 0) wrong('familyName');
  return after.map((each) => {
    const before = members.find(({ id }) => id === each.id);
    return JSON.stringify(before) === JSON.stringify(each) ? each : { ...each, version: each.version + 1 };
  });
};
