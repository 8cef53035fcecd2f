import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import { epochSeconds } from '../shared/clock.adapter.ts';
import { outboxItem } from '../shared/events.ts';
import { requestKey } from './items.ts';

/** What the machine of a request keeps beside it: the token under which it sleeps, and the name of its execution. */
export const waitTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const keyOf = (reference: string) => ({ pk: requestKey(reference), sk: 'WAIT#NEXT' });
  const runOf = (reference: string) => ({ pk: requestKey(reference), sk: 'RUN' });
  return {
    keep: (reference: string, token: string) =>
      db.send(new PutCommand({ TableName, Item: { ...keyOf(reference), token } })),
    async read(reference: string): Promise<string | null> {
      const { Item } = await db.send(
        new GetCommand({ TableName, Key: keyOf(reference), ConsistentRead: true }),
      );
      return (Item?.token as string | undefined) ?? null;
    },
    /** Forgets the token, unless a newer wait has taken its place. */
    forget: (reference: string, token: string) =>
      db
        .send(
          new DeleteCommand({
            TableName,
            Key: keyOf(reference),
            ConditionExpression: '#token = :token',
            ExpressionAttributeNames: { '#token': 'token' },
            ExpressionAttributeValues: { ':token': token },
          }),
        )
        .catch((error: Error) => {
          if (!isConditionFailure(error)) throw error;
        }),

    /** Name of the execution that instructs the request: its reference, until another had to follow. */
    async run(reference: string): Promise<string> {
      const { Item } = await db.send(
        new GetCommand({ TableName, Key: runOf(reference), ConsistentRead: true }),
      );
      return (Item?.name as string | undefined) ?? reference;
    },
    /** Makes another execution follow `before`; false when somebody else made one follow first. */
    async follow(reference: string, before: string, name: string): Promise<boolean> {
      const isFirst = before === reference;
      const put = new PutCommand({
        TableName,
        Item: { ...runOf(reference), name },
        ConditionExpression: isFirst ? 'attribute_not_exists(pk) OR #name = :before' : '#name = :before',
        ExpressionAttributeNames: { '#name': 'name' },
        ExpressionAttributeValues: { ':before': before },
      });
      try {
        await db.send(put);
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },
    /** The execution ends so that `name` takes over: said on the bus, in the transaction that names it. */
    renew: (reference: string, name: string) =>
      db.send(
        new TransactWriteCommand({
          TransactItems: [
            { Put: { TableName, Item: { ...runOf(reference), name } } },
            {
              Put: {
                TableName,
                Item: outboxItem(
                  requestKey(reference),
                  `renew-${name}`,
                  { type: 'request-changed', detail: { reference } },
                  epochSeconds(),
                ),
              },
            },
          ],
        }),
      ),
  };
};
