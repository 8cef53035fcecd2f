import { foldPersons } from './cluster.ts';
import type { Attribute, Person } from './person.ts';
import type { PersonPage } from './person-page.ts';

type Line = PersonPage['identity'][number];
const single = ['givenName', 'familyName', 'organisationName', 'birth'] as const;

/** Everything known of somebody, line by line, each with where it comes from; what another sheet knows better comes last. */
export const identityOf = (members: readonly Person[]): Line[] => {
  const person = foldPersons(members);
  const line = (field: Line['field'], { value, source, at, by }: Attribute, isSuperseded = false): Line => ({
    ...{ field, value, source, at, by, isSuperseded },
  });
  const known = single.flatMap((field) => (person[field] ? [line(field, person[field])] : []));
  const others = single.flatMap((field) =>
    members.flatMap((each) => {
      const theirs = each[field];
      return theirs && theirs.value !== person[field]?.value ? [line(field, theirs, true)] : [];
    }),
  );
  return [
    ...known,
    ...person.addresses.map((each) => line('address', each)),
    ...person.identifiers.map((each) => line(each.kind, each)),
    ...others,
  ];
};
