import type { PersonCard } from './agent-api.ts';
import { type IdentifierKind, nameOf, type Person } from './person.ts';

/** The few lines by which an agent tells somebody from another. */
export const cardOf = (person: Person): PersonCard => {
  const of = (kind: IdentifierKind) =>
    person.identifiers.filter((each) => each.kind === kind).map(({ value }) => value);
  const { id, kind, addresses, birth } = person;
  const [email, phone] = [of('email'), of('phone')];
  return {
    personId: id,
    kind,
    // Somebody without a name is called by what reaches them.
    name: nameOf(person) || email[0] || phone[0] || '',
    emails: email,
    phones: phone,
    address: addresses[0]?.value ?? null,
    birth: birth?.value ?? null,
  };
};
