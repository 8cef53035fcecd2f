import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { BatchGetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { indexTransaction } from '../search/index-writes.ts';
import { cancellation } from '../shared/aws.adapter.ts';
import { type BusEvent, outboxItem } from '../shared/events.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Clues } from './clues.ts';
import { alone, type Cluster, membersOf } from './cluster.ts';
import { documentOf, identsOf, type Key, personItem, personKey, placesOf } from './items.ts';
import type { Person } from './person.ts';

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type PersonTable = ReturnType<typeof personTable>;
export type Tables = { citizens: string; search: string };
/** Somebody who may be meant: the sheets that are one person, whichever of them was found. */
export type Candidate = { members: Person[]; cluster: Cluster };

const mostHomonyms = 20;
const mostCandidates = 60;
const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;

/** The one file that knows how a person is stored, found by an identifier, and put in the index of the search. */
export const personTable = (db: DynamoDBDocumentClient, { citizens: TableName, search }: Tables) => {
  const put = (Item: Record<string, unknown>, ConditionExpression?: string): Write => ({
    Put: { TableName, Item, ConditionExpression },
  });

  const getAll = async (keys: readonly Key[]): Promise<Record<string, unknown>[]> => {
    const found: Record<string, unknown>[] = [];
    let left = [...new Map(keys.map(({ pk, sk }) => [nameOf({ pk, sk }), { pk, sk }])).values()];
    while (left.length > 0) {
      const Keys = left.slice(0, 100);
      const { Responses, UnprocessedKeys } = await db.send(
        new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
      );
      found.push(...(Responses?.[TableName] ?? []));
      left = [...((UnprocessedKeys?.[TableName]?.Keys ?? []) as Key[]), ...left.slice(100)];
    }
    return found;
  };

  const readMany = async (ids: readonly string[]): Promise<Map<string, Person>> => {
    const items = await getAll(ids.map((id) => ({ pk: personKey(id), sk: 'PERSON' })));
    return new Map(items.map((item) => item.person as Person).map((person) => [person.id, person]));
  };
  const clustersOf = async (ids: readonly string[]): Promise<Map<string, Cluster>> => {
    const items = await getAll(ids.map((id) => ({ pk: personKey(id), sk: 'CLUSTER' })));
    const known = new Map(items.map(({ pk, cluster }) => [String(pk), cluster as Cluster]));
    return new Map(ids.map((id) => [id, known.get(personKey(id)) ?? alone]));
  };

  const holdersOf = async (place: string, limit: number): Promise<string[]> => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :place',
        ExpressionAttributeValues: { ':place': place },
        ConsistentRead: true,
        Limit: limit,
      }),
    );
    return Items.map(({ sk }) => String(sk).slice(personKey('').length));
  };

  /** Whole clusters of the sheets found, each once. */
  const gather = async (ids: readonly string[]): Promise<Candidate[]> => {
    const clusters = await clustersOf(ids);
    const groups = new Map(
      ids.map((id) => {
        const cluster = clusters.get(id) ?? alone;
        const members = membersOf(id, cluster);
        return [members.join(' '), { members, cluster }] as const;
      }),
    );
    const persons = await readMany([...groups.values()].flatMap(({ members }) => members));
    return [...groups.values()]
      .map(({ members, cluster }) => ({ members: members.flatMap((id) => persons.get(id) ?? []), cluster }))
      .filter(({ members }) => members.length > 0);
  };

  /** Lines of a transaction that make a person what `after` says, with its places and its entries in the search. */
  const changes = (before: Person | null, after: Person, now: number): Write[] => {
    const [was, is] = [before ? identsOf(before) : [], identsOf(after)];
    const [old, wanted] = [new Set(was.map(nameOf)), new Set(is.map(nameOf))];
    const condition: Write = before
      ? {
          Put: {
            TableName,
            Item: personItem(after),
            ConditionExpression: 'person.version = :read',
            ExpressionAttributeValues: { ':read': before.version },
          },
        }
      : put(personItem(after), 'attribute_not_exists(pk)');
    const event: BusEvent = { type: 'person-changed', detail: { personId: after.id } };
    return [
      condition,
      ...is.filter((key) => !old.has(nameOf(key))).map((key) => put(key)),
      ...was
        .filter((key) => !wanted.has(nameOf(key)))
        .map((key): Write => ({ Delete: { TableName, Key: key } })),
      put(outboxItem(personKey(after.id), `changed-${after.version}`, event, now)),
      ...indexTransaction(search, before && documentOf(before), documentOf(after)),
    ];
  };

  return {
    put,
    changes,
    readMany,
    clustersOf,
    gather,
    getAll,

    /** The person behind a sheet, with the sheets it is made of; refuses `not-found`. */
    async read(id: string): Promise<Candidate> {
      const [found] = await gather([id]);
      if (!found?.members.some((each) => each.id === id)) throw new Refusal('not-found');
      return found;
    },

    /** Everybody found by what was said, however many sheets they have. */
    async candidates(clues: Clues): Promise<Candidate[]> {
      const found = await Promise.all(placesOf(clues).map((place) => holdersOf(place, mostHomonyms)));
      return gather([...new Set(found.flat())].slice(0, mostCandidates));
    },
    holdersOf,

    /** Writes everything or nothing. Refuses `conflict` when somebody else came first. */
    async transact(writes: readonly Write[]): Promise<void> {
      try {
        await db.send(new TransactWriteCommand({ TransactItems: [...writes] }));
      } catch (error) {
        if (cancellation(error)) throw new Refusal('conflict');
        throw error;
      }
    },
  };
};
