import { isDeepStrictEqual } from 'node:util';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { cancellation } from '../../shared/aws.adapter.ts';
import type { Case } from './case.ts';
import type { Arbitration } from './record.ts';
import { forgottenKey } from './version-table.adapter.ts';
import { type Counters, counted, difference } from './week.ts';

const caseKey = (contactId: string) => ({ pk: `CASE#${contactId}`, sk: 'CASE' });
const attempts = 6;
type Known = Partial<Case> & { week?: string; revision: number; gone?: true };

/** What is known of every proposal, counted by the week its contact was received in: who knows the table of learning. */
export const learningTable = (
  db: DynamoDBDocumentClient,
  TableName: string,
  weekOf: (instant: string) => Promise<string>,
) => {
  const read = async (contactId: string): Promise<Known | undefined> => {
    const { Item } = await db.send(
      new GetCommand({ TableName, Key: caseKey(contactId), ConsistentRead: true }),
    );
    return Item as Known | undefined;
  };

  /** The case and its counters change together, over the revision that was read. */
  async function save(contactId: string, before: Known | undefined, item: object, changes: Counters) {
    const names = Object.keys(changes);
    const week = before?.week ?? (item as Known).week;
    const Put = {
      TableName,
      Item: { ...caseKey(contactId), ...item, revision: (before?.revision ?? 0) + 1 },
      ...(before
        ? {
            ConditionExpression: 'revision = :read',
            ExpressionAttributeValues: { ':read': before.revision },
          }
        : { ConditionExpression: 'attribute_not_exists(pk)' }),
    };
    const Update = {
      TableName,
      Key: { pk: 'WEEKS', sk: week },
      UpdateExpression: `ADD ${names.map((_, i) => `#n${i} :n${i}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name, i) => [`#n${i}`, name])),
      ExpressionAttributeValues: Object.fromEntries(names.map((name, i) => [`:n${i}`, changes[name]])),
    };
    const TransactItems = names.length > 0 ? [{ Put }, { Update }] : [{ Put }];
    await db.send(new TransactWriteCommand({ TransactItems }));
  }

  /** Parts that are undefined are not kept. */
  const isSame = ({ revision: _r, ...before }: Known, item: object) =>
    isDeepStrictEqual(strip(before), JSON.parse(JSON.stringify(item)));

  return {
    read,

    /** What a contact teaches, in place of what was known of it; the same again changes nothing. */
    async keep(contactId: string, known: Case | null): Promise<void> {
      for (let attempt = 1; ; attempt += 1) {
        const before = await read(contactId);
        if (before?.gone || (!before && !known)) return;
        const week = known ? await weekOf(known.receivedAt) : before?.week;
        const item = known
          ? { ...known, week, ...(known.decided ? listed(known.decided.at, contactId) : {}) }
          : { contactId, week };
        if (before && isSame(before, item)) return;
        const was = before?.receivedAt ? counted(before as Case) : {};
        try {
          return await save(contactId, before, item, difference(was, known ? counted(known) : {}));
        } catch (error) {
          if (!cancellation(error) || attempt === attempts) throw error;
        }
      }
    },

    /** The example is gone for good: what the weeks counted stays, which says nothing of anybody. */
    async forget(contactId: string, at?: string): Promise<void> {
      const before = await read(contactId);
      // Told again, as of each move of its request: what was learnt since has not read it.
      if (before?.gone) return;
      if (at && before) await db.send(new PutCommand({ TableName, Item: { ...forgottenKey, at } }));
      await db.send(new PutCommand({ TableName, Item: { ...caseKey(contactId), gone: true, revision: 1 } }));
    },

    /** A request that waits for the quality unit, or does not any more. */
    async noteArbitration(reference: string, arbitration: Arbitration): Promise<void> {
      const Key = { pk: 'ARBITRATIONS', sk: reference };
      if (arbitration) await db.send(new PutCommand({ TableName, Item: { ...Key, ...arbitration } }));
      else await db.send(new DeleteCommand({ TableName, Key }));
    },
    async arbitrations(limit: number): Promise<{ reference: string; since: string; moves: number }[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': 'ARBITRATIONS' },
          Limit: limit,
        }),
      );
      return Items.map(({ sk, since, moves }) => ({ reference: sk, since, moves }));
    },

    /** Counters of the weeks from one Monday on, in their order. */
    async weeks(from: string): Promise<{ week: string; counters: Counters }[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND sk >= :from',
          ExpressionAttributeValues: { ':pk': 'WEEKS', ':from': from },
        }),
      );
      return Items.map(({ pk: _pk, sk, ...counters }) => ({ week: sk, counters: counters as Counters }));
    },

    /** One page of examples, the most recently decided first. */
    async examples(after: Record<string, unknown> | undefined, limit: number) {
      const { Items = [], LastEvaluatedKey } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :examples',
          ExpressionAttributeValues: { ':examples': 'EXAMPLES' },
          ScanIndexForward: false,
          Limit: limit,
          ExclusiveStartKey: after,
        }),
      );
      return {
        examples: Items as (Case & { decided: NonNullable<Case['decided']> })[],
        next: LastEvaluatedKey,
      };
    },
  };
};

const listed = (at: string, contactId: string) => ({ gsi1pk: 'EXAMPLES', gsi1sk: `${at}#${contactId}` });
const strip = (item: Record<string, unknown>) => {
  const { pk: _pk, sk: _sk, ...rest } = item;
  return rest;
};
