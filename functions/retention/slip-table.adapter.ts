import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { endedList, type Snapshot } from '../requests/items.ts';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Ended } from './series.ts';
import { isOpen, type Slip } from './slip.ts';

const keyOf = (id: string) => ({ pk: `SLIP#${id}`, sk: 'SLIP' });
const lists = { open: 'SLIPS#open', over: 'SLIPS#over' } as const;
const itemOf = (slip: Slip) => ({
  ...{ ...keyOf(slip.id), slip, version: slip.version },
  gsi1pk: isOpen(slip) ? lists.open : lists.over,
  gsi1sk: `${slip.preparedAt}#${slip.id}`,
});

/** Elimination slips, in the privacy table: a restore does not take back what the archives agreed to. */
export const slipTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const listed = async (list: keyof typeof lists, most: number): Promise<Slip[]> => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        ...{ TableName, IndexName: 'gsi1', Limit: most, ScanIndexForward: false },
        KeyConditionExpression: 'gsi1pk = :list',
        ExpressionAttributeValues: { ':list': lists[list] },
      }),
    );
    return Items.map(({ slip }) => slip as Slip);
  };
  return {
    listed,
    /** Refuses `not-found`. */
    async find(id: string): Promise<Slip> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }));
      if (!Item) throw new Refusal('not-found');
      return Item.slip as Slip;
    },
    async add(slip: Slip): Promise<boolean> {
      try {
        await db.send(
          new PutCommand({ TableName, Item: itemOf(slip), ConditionExpression: 'attribute_not_exists(pk)' }),
        );
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },
    /** Refuses `conflict` when somebody else changed it meanwhile. */
    async save(slip: Slip): Promise<void> {
      try {
        await db.send(
          new PutCommand({
            ...{ TableName, Item: itemOf(slip), ConditionExpression: '#version = :before' },
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': slip.version - 1 },
          }),
        );
      } catch (error) {
        throw isConditionFailure(error) ? new Refusal('conflict') : error;
      }
    },
  };
};

/** Requests that are over, from the index of the table of requests: as many entries are read as are shown. */
export const endedRequests =
  (db: DynamoDBDocumentClient, TableName: string) =>
  async (procedure: string | null, before: string, most: number): Promise<Ended[]> => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        ...{ TableName, IndexName: 'gsi2', Limit: most },
        KeyConditionExpression: 'gsi2pk = :list AND gsi2sk < :before',
        ExpressionAttributeValues: { ':list': endedList(procedure), ':before': before },
      }),
    );
    return (Items as Snapshot[]).map(({ request }) => ({
      ...{ reference: request.reference, closedAt: request.closedAt ?? '', department: request.department },
    }));
  };
