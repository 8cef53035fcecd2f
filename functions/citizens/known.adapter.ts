import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { foldPersons } from './cluster.ts';
import { identKey, type Linked, type LinkKind, linkedKey } from './items.ts';
import { linkTable } from './link-table.adapter.ts';
import { emailOf, phoneOf } from './normalise.ts';
import { type Identifier, type IdentifierKind, nameOf, type Person } from './person.ts';
import { personTable } from './person-table.adapter.ts';

/** `proves`: known well enough to be a proof of identity; what was only read on a contact proves nothing. */
export type KnownIdentifier = Pick<Identifier, 'kind' | 'value' | 'source'> & { proves: boolean };
export type KnownPerson = {
  personId: string;
  name: string;
  person: Person;
};

/** What other subjects may ask about people; reads only. Needs `GetItem`, `BatchGetItem` and `Query` on the citizens table. */
export const known = (db: DynamoDBDocumentClient, TableName: string) => {
  const people = personTable(db, { citizens: TableName, search: '' });
  const links = linkTable(db, TableName, people);
  return {
    /** Everything the person is reached and known by, whichever of their sheets knows it; nothing of somebody unknown. */
    async knownIdentifiers(personId: string): Promise<KnownIdentifier[]> {
      const [found] = await people.gather([personId]);
      return found
        ? foldPersons(found.members).identifiers.map(({ kind, value, source }) => ({
            ...{ kind, value, source },
            proves: source !== 'read',
          }))
        : [];
    },

    /** The people who have an identifier, each once, twenty at most; `value` in any spelling. A family shares a number. */
    async peopleWith(kind: IdentifierKind, value: string): Promise<KnownPerson[]> {
      const wanted =
        kind === 'email' ? emailOf(value) : kind === 'phone' ? phoneOf(value) : value.replace(/\s/g, '');
      if (!wanted) return [];
      const found = await people.gather(await people.holdersOf(identKey(kind, wanted), 20));
      return found.map(({ members }) => {
        const person = foldPersons(members);
        return { personId: person.id, name: nameOf(person), person };
      });
    },

    /** The latest requests of those who have a telephone number, whichever of them; `phone` in E.164. */
    async requestsOfNumber(phone: string, limit: number): Promise<string[]> {
      const found = await people.gather(await people.holdersOf(identKey('phone', phone), 20));
      const sheets = found.flatMap(({ members }) => members.map(({ id }) => id));
      return (await links.page(sheets, 'request', limit)).links.map(({ id }) => id);
    },

    /** The latest requests of the one person who has an address or a number; none of a number that several share. */
    async requestsOfOne(kind: 'email' | 'phone', value: string, limit: number): Promise<string[]> {
      const wanted = kind === 'email' ? emailOf(value) : phoneOf(value);
      const found = wanted ? await people.gather(await people.holdersOf(identKey(kind, wanted), 20)) : [];
      if (found.length !== 1) return [];
      const sheets = found.flatMap(({ members }) => members.map(({ id }) => id));
      return (await links.page(sheets, 'request', limit)).links.map(({ id }) => id);
    },

    /** Whose a request or a contact is; `null` while nobody's. */
    async personOf(kind: LinkKind, id: string): Promise<string | null> {
      const [item] = await people.getAll([linkedKey(kind, id)]);
      return (item?.linked as Linked | undefined)?.personId ?? null;
    },

    /** The person behind a sheet, whole; `null` when there is none. */
    async person(personId: string): Promise<Person | null> {
      const [found] = await people.gather([personId]);
      return found && found.members.length > 0 ? foldPersons(found.members) : null;
    },
  };
};
