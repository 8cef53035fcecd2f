import type { SearchDocument } from '../search/document.ts';
import type { Clues } from './clues.ts';
import { nameKey } from './normalise.ts';
import { type IdentifierKind, type MatchReason, nameOf, type Person } from './person.ts';

/**
 * Keys and shapes of the citizens table. One person is one partition: PERSON itself, CLUSTER (who they are the same as),
 * LINK#… (what is theirs), MERGE#… NOT#… DUP#… (what was said of them and another), KIN#…, READ#…; `IDENT#<kind>#<value>`
 * lists who has an identifier, `LINKED#<kind>#<id>` whose a request or a contact is.
 */
export const personKey = (id: string) => `PERSON#${id}`;
export const identKey = (kind: IdentifierKind | 'name', value: string) => `IDENT#${kind}#${value}`;
export type Key = { pk: string; sk: string };

export const personItem = (person: Person) => ({ pk: personKey(person.id), sk: 'PERSON', person });

/** Places where somebody is looked for: identifiers, and the sound of the name. */
export const identsOf = (person: Person): Key[] => {
  const name = nameKey(nameOf(person));
  return [
    ...person.identifiers.map(({ kind, value }) => identKey(kind, value)),
    ...(name ? [identKey('name', name)] : []),
  ].map((pk) => ({ pk, sk: personKey(person.id) }));
};
/** Where those may be found who are what was said. */
export const placesOf = ({ name, organisation, email, phone, siret, rna }: Clues): string[] => {
  const key = nameKey(organisation ?? name ?? '');
  return [
    email && identKey('email', email),
    phone && identKey('phone', phone),
    siret && identKey('siret', siret),
    rna && identKey('rna', rna),
    key && identKey('name', key),
  ].filter((place): place is string => Boolean(place));
};

export const linkKinds = ['request', 'contact'] as const;
export type LinkKind = (typeof linkKinds)[number];
/** Something that is a person's: `at` is when it came in. `by` auto | agent:<login>. */
export type Link = {
  kind: LinkKind;
  id: string;
  at: string;
  by: string;
  confidence: number;
  reasons: MatchReason[];
};
export const linkSort = ({ kind, at, id }: Pick<Link, 'kind' | 'at' | 'id'>) => `LINK#${kind}#${at}#${id}`;
export const linkedKey = (kind: LinkKind, id: string): Key => ({ pk: `LINKED#${kind}#${id}`, sk: 'LINKED' });
/** Whose something is: nobody's yet when several could be (`alike`); `excluded` are those it is not, said by an agent. */
export type Linked = {
  link: Link;
  personId: string | null;
  alike: { personId: string; confidence: number; reasons: MatchReason[] }[];
  excluded: string[];
  /** Why an agent gave it to somebody else, the last time. */
  moved?: { by: string; at: string; reason: string };
};

/** What is found of a person: everything they are called and reached by. */
export const documentOf = (person: Person): SearchDocument => {
  const of = (kind: IdentifierKind) =>
    person.identifiers.filter((each) => each.kind === kind).map(({ value }) => value);
  const [address] = person.addresses;
  const detail = [address?.value.replace(/\n/g, ', '), of('phone')[0], of('email')[0]].filter(Boolean);
  return {
    kind: 'person',
    id: person.id,
    names: [nameOf(person)].filter(Boolean),
    phones: of('phone'),
    emails: of('email'),
    addresses: person.addresses.map(({ value }) => value),
    codes: [...of('siret'), ...of('rna')],
    subject: null,
    department: null,
    at: person.createdAt,
    shown: {
      title: nameOf(person) || of('email')[0] || of('phone')[0] || '',
      detail: detail.join(' · '),
      state: null,
    },
  };
};
