import { createHash } from 'node:crypto';
import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Suppression } from './suppression.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type SuppressionTable = ReturnType<typeof suppressionTable>;

const list = 'SUPPRESSED';
const keyOf = (address: string) => ({ pk: `SUPPRESSED#${address.trim().toLowerCase()}`, sk: 'ADDRESS' });

const itemOf = (suppression: Suppression) => ({
  ...keyOf(suppression.address),
  suppression: { ...suppression, address: suppression.address.toLowerCase() },
  gsi1pk: list,
  gsi1sk: `${suppression.at}#${place(suppression.address)}`,
});

/** A cursor stands in an address of the site, which never holds whose mailbox it is. */
const place = (address: string) =>
  createHash('sha256').update(address.toLowerCase()).digest('hex').slice(0, 16);

/** Addresses that are written to no more, this authority's own list: beside it SES keeps one for the whole account. */
export const suppressionTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async find(address: string): Promise<Suppression | null> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(address), ConsistentRead: true }));
    return (Item?.suppression as Suppression | undefined) ?? null;
  },

  /** To be written with the journal's line of the bounce or complaint. */
  add: (suppression: Suppression): Write => ({ Put: { TableName, Item: itemOf(suppression) } }),
  /** What bounced or was complained of is no request's. */
  async put(suppression: Suppression): Promise<void> {
    await db.send(new PutCommand({ TableName, Item: itemOf(suppression) }));
  },

  /** One page, the oldest first; `after` is the cursor of the page before. */
  async page(limit: number, after?: string): Promise<{ suppressions: Suppression[]; next: string | null }> {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :list AND gsi1sk > :after',
        ExpressionAttributeValues: { ':list': list, ':after': after ?? '0' },
        Limit: limit,
      }),
    );
    return {
      suppressions: Items.map((item) => item.suppression as Suppression),
      next: LastEvaluatedKey ? String(LastEvaluatedKey.gsi1sk) : null,
    };
  },

  /** Off the list, and still to be seen; refuses `not-found` for an address that is not on it. */
  async lift(address: string, lifted: NonNullable<Suppression['lifted']>): Promise<void> {
    try {
      await db.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(address),
          UpdateExpression: 'SET suppression.lifted = :lifted',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':lifted': lifted },
        }),
      );
    } catch (error) {
      throw isConditionFailure(error) ? new Refusal('not-found') : error;
    }
  },
});
