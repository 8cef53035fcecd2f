import { addressKey, birthOf, emailOf, phoneOf, rnaOf, siretOf } from './normalise.ts';
import type { Traits } from './person.ts';

/** Traits made comparable. `emailProven` is false for a mail whose sender could be anybody. */
export type Clues = Traits & { addressKey: string | null; emailProven: boolean };

/** What cannot be read as what it should be is left out: a wrong number identifies nobody. */
export const cluesOf = (traits: Traits, emailProven = true): Clues => ({
  name: traits.name?.trim() || null,
  organisation: traits.organisation?.trim() || null,
  email: emailOf(traits.email),
  phone: phoneOf(traits.phone),
  address: traits.address?.trim() || null,
  birth: birthOf(traits.birth),
  siret: siretOf(traits.siret),
  rna: rnaOf(traits.rna),
  addressKey: addressKey(traits.address),
  emailProven,
});

/** Nothing by which somebody could be found again: no person is made of it. */
export const saysNobody = ({ name, organisation, email, phone, siret, rna }: Clues): boolean =>
  !(name || organisation || email || phone || siret || rna);
/** A number that called is not yet somebody: without a name, a mailbox or a registration nobody new is made of it. */
export const makesSomebody = ({ name, organisation, email, siret, rna }: Clues): boolean =>
  Boolean(name || organisation || email || siret || rna);
