import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Refusal } from '../shared/refusal.ts';
import { alone, membersOf } from './cluster.ts';
import { personKey } from './items.ts';
import type { Match, MatchReason } from './person.ts';
import type { PersonTable, Write } from './person-table.adapter.ts';

/** Two sheets that may be one person. */
export type Duplicate = {
  one: string;
  other: string;
  confidence: number;
  reasons: MatchReason[];
  at: string;
};
/** Somebody said that two sheets are two people: kept for good, with who and when. */
export type Different = { one: string; other: string; by: string; at: string; reason: string };
export type DuplicateTable = ReturnType<typeof duplicateTable>;

const list = 'DUPLICATES';
/** The likeliest first, then the oldest. */
const rankOf = ({ confidence, at, one, other }: Duplicate) =>
  `${String(100 - Math.round(confidence * 100)).padStart(3, '0')}#${at}#${one}#${other}`;
const inOrder = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a]);

/** What was said of two sheets: that they may be one person, or that they are not. Written on both. */
export const duplicateTable = (
  db: DynamoDBDocumentClient,
  TableName: string,
  { clustersOf, getAll, put, transact }: Pick<PersonTable, 'clustersOf' | 'getAll' | 'put' | 'transact'>,
) => {
  const keysOf = (one: string, other: string, what: 'DUP' | 'NOT') => ({
    pk: personKey(one),
    sk: `${what}#${other}`,
  });
  const itemsOf = (duplicate: Duplicate, isListed: boolean): Record<string, unknown>[] => {
    const { one, other } = duplicate;
    const shown = isListed ? { gsi1pk: list, gsi1sk: rankOf(duplicate) } : {};
    return [
      { ...keysOf(one, other, 'DUP'), duplicate, ...shown },
      { ...keysOf(other, one, 'DUP'), duplicate },
    ];
  };

  return {
    /** Proposes once: neither what was proposed before nor what somebody answered comes back. */
    async propose(
      personId: string,
      { personId: like, confidence, reasons }: Match,
      at: string,
    ): Promise<void> {
      if (personId === like) return;
      const [one, other] = inOrder(personId, like);
      const clusters = await clustersOf([one, other]);
      const [ones, others] = [one, other].map((id) => membersOf(id, clusters.get(id) ?? alone));
      const pairs = (ones ?? []).flatMap((each) => (others ?? []).map((their) => [each, their] as const));
      const said = await getAll(
        pairs.flatMap(([each, their]) => [keysOf(each, their, 'DUP'), keysOf(each, their, 'NOT')]),
      );
      if (said.length > 0) return;
      const items = itemsOf({ one, other, confidence, reasons, at }, true);
      try {
        await transact(items.map((item) => put(item, 'attribute_not_exists(pk)')));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    },

    /** Lines that put proposals on the list, or take them off while their two sheets are one person. */
    listing: (duplicates: readonly Duplicate[], isListed: boolean): Write[] =>
      duplicates.flatMap((each) => itemsOf(each, isListed)).map((item) => put(item)),

    /** Lines that say for good that two sheets are two people, and end the proposal. */
    differing({ one, other, ...said }: Different): Write[] {
      const [first, second] = inOrder(one, other);
      const different: Different = { one: first, other: second, ...said };
      return [
        put({ ...keysOf(first, second, 'NOT'), different }),
        put({ ...keysOf(second, first, 'NOT'), different }),
        { Delete: { TableName, Key: keysOf(first, second, 'DUP') } },
        { Delete: { TableName, Key: keysOf(second, first, 'DUP') } },
      ];
    },

    /** One page of what is proposed, the likeliest first; `after` is the cursor of the page before. */
    async page(limit: number, after?: string): Promise<{ duplicates: Duplicate[]; next: string | null }> {
      const [one = '', other = ''] = after?.split('#').slice(-2) ?? [];
      const start = after && { ...keysOf(one, other, 'DUP'), gsi1pk: list, gsi1sk: after };
      const { Items = [], LastEvaluatedKey } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :list',
          ExpressionAttributeValues: { ':list': list },
          Limit: limit,
          ...(start ? { ExclusiveStartKey: start } : {}),
        }),
      );
      return {
        duplicates: Items.map(({ duplicate }) => duplicate as Duplicate),
        next: LastEvaluatedKey ? String(LastEvaluatedKey.gsi1sk) : null,
      };
    },
  };
};
