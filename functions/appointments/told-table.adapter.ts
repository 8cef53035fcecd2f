import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import { epochSeconds, newId } from '../shared/clock.adapter.ts';

/** Longer than the function may run: while it holds, its owner is at it. */
const leaseSeconds = 60;
const keptDays = 100;
export class StillTold extends Error {
  override name = 'StillTold';
}
export type ToldTable = ReturnType<typeof toldTable>;

/** What was told of an appointment, by which way, once; in the appointments table beside it. */
export const toldTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const keyOf = (id: string, name: string) => ({ pk: `TOLD#${id}`, sk: name });
  return {
    /** Owner of the lease, or null when it was told; throws `StillTold` while another is at it, to be asked again. */
    async claim(id: string, name: string): Promise<string | null> {
      const at = epochSeconds();
      const owner = newId();
      try {
        await db.send(
          new UpdateCommand({
            TableName,
            Key: keyOf(id, name),
            UpdateExpression: 'SET #owner = :owner, leaseUntil = :until, expiresAt = :gone',
            ConditionExpression:
              'attribute_not_exists(pk) OR (attribute_not_exists(done) AND leaseUntil < :now)',
            ExpressionAttributeNames: { '#owner': 'owner' },
            ExpressionAttributeValues: {
              ...{ ':owner': owner, ':until': at + leaseSeconds, ':now': at },
              ':gone': at + keptDays * 86_400,
            },
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return owner;
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
        if ((error as { Item?: { done?: unknown } }).Item?.done) return null;
        throw new StillTold();
      }
    },
    async done(id: string, name: string, owner: string): Promise<void> {
      await db.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(id, name),
          UpdateExpression: 'SET done = :yes REMOVE leaseUntil',
          ConditionExpression: '#owner = :owner',
          ExpressionAttributeNames: { '#owner': 'owner' },
          ExpressionAttributeValues: { ':yes': true, ':owner': owner },
        }),
      );
    },
    /** True the first time it is asked. */
    async first(id: string, name: string): Promise<boolean> {
      const Item = { ...keyOf(id, name), done: true, expiresAt: epochSeconds() + keptDays * 86_400 };
      try {
        await db.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },
  };
};
