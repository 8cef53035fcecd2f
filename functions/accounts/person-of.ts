import { emailOf, phoneOf } from '../citizens/normalise.ts';
import type { Attribute, Identifier, Person } from '../citizens/person.ts';
import { sources } from '../citizens/person.ts';
import { type Account, writeTo } from './account.ts';

const by = 'citizen';
const rank = (source: Attribute['source']): number => sources.indexOf(source);
/** A better source replaces a weaker one; the person may correct what they said themselves, not what an agent saw. */
const better = (known: Attribute | null, said: Attribute | null): Attribute | null => {
  if (!said?.value || known?.value === said.value) return raised(known, said);
  const mayReplace =
    !known || rank(said.source) > rank(known.source) || (known.by === by && said.source === known.source);
  return mayReplace ? said : known;
};
const raised = (known: Attribute | null, said: Attribute | null): Attribute | null =>
  known && said && rank(said.source) > rank(known.source) ? said : known;

const identifiersOf = (account: Account, at: string): Identifier[] => {
  const of = (kind: Identifier['kind'], value: string | null, source: Attribute['source']): Identifier[] =>
    value ? [{ kind, value, source, at, by }] : [];
  return [
    ...of('email', account.email, 'checked'),
    ...of('email', account.email ? null : emailOf(writeTo(account)), 'declared'),
    ...of('phone', phoneOf(account.phone), account.phoneProvenAt ? 'checked' : 'declared'),
    ...of('franceconnect', account.franceConnect?.sub ?? null, 'certified'),
  ];
};

/** The sheet of the register as the account makes it: nothing that others said is lost. Its version grows with a change. */
export const personOf = (before: Person | null, account: Account, at: string): Person => {
  const known: Person = before ?? {
    ...{ id: account.person, kind: 'person', version: 0, createdAt: at, givenName: null, familyName: null },
    ...{ organisationName: null, birth: null, addresses: [], identifiers: [], consents: {} },
  };
  const source = account.franceConnect ? 'certified' : 'declared';
  const attribute = (value: string | null | undefined): Attribute | null =>
    value ? { value, source, at, by } : null;
  const { address } = account;
  const lines = address && [...address.lines, `${address.postalCode} ${address.city}`].join('\n');
  const isNew = lines && !known.addresses.some(({ value }) => value === lines);
  const said = identifiersOf(account, at);
  const mineOf = (one: Identifier) =>
    said.find(({ kind, value }) => kind === one.kind && value === one.value);
  const kept = known.identifiers.map((one) => {
    const mine = mineOf(one);
    return mine && rank(mine.source) > rank(one.source) ? mine : one;
  });
  const added = said.filter(
    ({ kind, value }) => !kept.some((one) => one.kind === kind && one.value === value),
  );
  const identifiers = [...added, ...kept].slice(0, 30);
  const next: Person = {
    ...known,
    givenName: better(known.givenName, attribute(account.givenName)),
    familyName: better(known.familyName, attribute(account.familyName)),
    birth: better(known.birth, attribute(account.birth?.date)),
    addresses: isNew
      ? [{ value: lines, source: 'declared' as const, at, by }, ...known.addresses].slice(0, 10)
      : known.addresses,
    identifiers,
  };
  return JSON.stringify(next) === JSON.stringify(known) && before
    ? known
    : { ...next, version: known.version + 1 };
};
