/** Kinds of what can be read in a message. */
export type FoundKind =
  | 'name'
  | 'organisation'
  | 'address'
  | 'phone'
  | 'email'
  | 'date'
  | 'subject'
  | 'reference'
  | 'invoice'
  | 'permit'
  | 'plate'
  | 'siret'
  | 'rna'
  | 'iban'
  | 'amount'
  | 'deadline'
  | 'person'
  | 'place'
  | 'nir';

/**
 * A piece of a message: where it stands (UTF-16 places in the text it was read in, `end` excluded) and what it is worth.
 * Amounts are in cents, dates calendar days, phones E.164; a NIR is never kept, only its place and a masked form.
 */
export type Found = {
  kind: FoundKind;
  start: number;
  end: number;
  value: string;
  /** Whose it is: of who writes, of somebody else, or nobody's. */
  of: 'sender' | 'other' | null;
};
