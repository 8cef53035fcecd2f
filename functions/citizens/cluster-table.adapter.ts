import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Different, Duplicate } from './duplicate-table.adapter.ts';
import { personKey } from './items.ts';
import { inverse, type Kin } from './kin.ts';
import type { ClusterChange, Merge } from './merge.ts';
import type { PersonTable, Write } from './person-table.adapter.ts';

export type ClusterTable = ReturnType<typeof clusterTable>;
/** What was said of sheets and others, wherever it was said. */
export type Said = {
  duplicates: Duplicate[];
  different: Different[];
  kin: (Kin & { one: string })[];
  merges: Merge[];
};

/** Who is the same as whom, who is not, and who belongs to whom: beside the sheets, which no merge changes. */
export const clusterTable = (
  db: DynamoDBDocumentClient,
  TableName: string,
  { put }: Pick<PersonTable, 'put'>,
) => {
  const between = async (id: string, first: string, last: string) => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: { ':pk': personKey(id), ':first': first, ':last': last },
        ConsistentRead: true,
        Limit: 100,
      }),
    );
    return Items;
  };

  return {
    /** In two reads a sheet: what stands before its links, and what stands after. */
    async saidOf(ids: readonly string[]): Promise<Said> {
      const pages = await Promise.all(
        ids.flatMap((id) => [between(id, 'DUP#', 'KIN#~'), between(id, 'MERGE#', 'NOT#~')]),
      );
      const items = pages.flat();
      const under = <T>(field: string): T[] =>
        items.flatMap((item) => (item[field] === undefined ? [] : [item[field] as T]));
      const merges = new Map(under<Merge>('merge').map((merge) => [merge.mergeId, merge]));
      return {
        duplicates: under('duplicate'),
        different: under('different'),
        kin: items.flatMap(({ pk, kin }) =>
          kin ? [{ ...(kin as Kin), one: String(pk).slice(personKey('').length) }] : [],
        ),
        merges: [...merges.values()],
      };
    },

    /** Lines that change what sheets are the same; another change since they were read makes the transaction fail. */
    clustering: (changes: readonly ClusterChange[]): Write[] =>
      changes.map(({ id, read, cluster }) => ({
        Put: {
          TableName,
          Item: { pk: personKey(id), sk: 'CLUSTER', cluster },
          ...(read === 0
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: '#cluster.version = :read',
                ExpressionAttributeNames: { '#cluster': 'cluster' },
                ExpressionAttributeValues: { ':read': read },
              }),
        },
      })),
    /** The memory of a merge, on both sheets. */
    remembering: (merge: Merge): Write[] =>
      [merge.one, merge.other].map((id) => put({ pk: personKey(id), sk: `MERGE#${merge.mergeId}`, merge })),

    /** Lines that say what two sheets are to each other; `null` takes it back. */
    relating: (one: string, kin: Kin | null, other: string): Write[] => {
      const keys = [
        { pk: personKey(one), sk: `KIN#${other}` },
        { pk: personKey(other), sk: `KIN#${one}` },
      ];
      if (!kin) return keys.map((Key) => ({ Delete: { TableName, Key } }));
      const theirs = { ...kin, other: one, relation: inverse(kin.relation) };
      return [put({ ...keys[0], kin }), put({ ...keys[1], kin: theirs })];
    },
  };
};
