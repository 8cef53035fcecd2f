/**
 * One person or organisation as the authority knows it. What a request or a contact says stays with them: a person only
 * gathers it, and each attribute says where it comes from.
 */
export const personKinds = ['person', 'organisation'] as const;
export type PersonKind = (typeof personKinds)[number];

/** From the weakest to the strongest: read on paper or by a machine, typed by the person or an agent, seen on a document, certified. */
export const sources = ['read', 'declared', 'checked', 'certified'] as const;
export type Source = (typeof sources)[number];
export type Attribute<T = string> = { value: T; source: Source; at: string; by: string };

export const identifierKinds = ['email', 'phone', 'siret', 'rna', 'franceconnect'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];
/** `value` is normalised: lower-case address, E.164, digits. A phone or an address may be several persons' at once. */
export type Identifier = Attribute & { kind: IdentifierKind };

export type Person = {
  id: string;
  kind: PersonKind;
  version: number;
  createdAt: string;
  /** First names then family name, or the name of the organisation. */
  givenName: Attribute | null;
  familyName: Attribute | null;
  organisationName: Attribute | null;
  /** YYYY-MM-DD, or the year alone. */
  birth: Attribute | null;
  /** Lines of a postal address, as it is written on an envelope. */
  addresses: Attribute[];
  identifiers: Identifier[];
  /** What the person agreed to, by code: `sms`, `portal`…; the last word counts. */
  consents: Record<string, Attribute<boolean>>;
};

/** What a contact, a form or an agent says of somebody. Everything may be unknown. */
export type Traits = {
  name: string | null;
  organisation: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
  birth: string | null;
  siret: string | null;
  rna: string | null;
};
export const unknownTraits: Traits = {
  name: null,
  organisation: null,
  email: null,
  phone: null,
  address: null,
  birth: null,
  siret: null,
  rna: null,
};

/** Codes of why somebody is thought to be a person, or not: shown with words, never a number alone. */
export const matchReasons = [
  'same-email',
  'same-phone',
  'same-name',
  'close-name',
  'same-birth',
  'same-address',
  'same-siret',
  'same-rna',
  'other-name',
  'other-birth',
  'shared-phone',
  'shared-email',
  'said-different',
] as const;
export type MatchReason = (typeof matchReasons)[number];
export type Match = { personId: string; confidence: number; reasons: MatchReason[] };

/** Who a contact or a request is from, once known; `by` is auto | agent:<login>. */
export type PersonLink = { personId: string; confidence: number; by: string; reasons: MatchReason[] };

/** The name as it is shown. */
export const nameOf = ({
  kind,
  givenName,
  familyName,
  organisationName,
}: Pick<Person, 'kind' | 'givenName' | 'familyName' | 'organisationName'>): string =>
  kind === 'organisation'
    ? (organisationName?.value ?? '')
    : [givenName?.value, familyName?.value].filter(Boolean).join(' ');
