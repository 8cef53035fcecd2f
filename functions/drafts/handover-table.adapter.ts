import { createHash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import type { Handover, HandoverFile } from './handover.ts';

const epoch = (instant: string): number => Math.floor(Date.parse(instant) / 1000);
const hashed = (text: string): string => createHash('sha256').update(text).digest('hex');
/** A copy of the table opens nothing: only the hash of a code is kept. */
const keyOf = (code: string) => ({ pk: `HANDOVER#${hashed(code)}`, sk: 'HANDOVER' });
const quarter = 900;

/** Handovers in the drafts table; each ends by itself. */
export const handoverTable = (db: DynamoDBDocumentClient, TableName: string) => {
  /** False when the condition does not hold. */
  const update = async (code: string, change: string, condition: string, values: Record<string, unknown>) => {
    try {
      await db.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(code),
          UpdateExpression: change,
          ConditionExpression: condition,
          ExpressionAttributeNames: { '#handover': 'handover' },
          ExpressionAttributeValues: values,
        }),
      );
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  };
  return {
    async add(code: string, handover: Handover): Promise<void> {
      const Item = { ...keyOf(code), handover, expiresAt: epoch(handover.endsAt) + 60 };
      await db.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
    },
    async read(code: string): Promise<Handover | null> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(code), ConsistentRead: true }));
      return (Item?.handover as Handover | undefined) ?? null;
    },
    take: (code: string, device: string): Promise<boolean> =>
      update(
        code,
        'SET #handover.taker = :device',
        'attribute_exists(pk) AND (#handover.taker = :nobody OR #handover.taker = :device)',
        { ':device': device, ':nobody': null },
      ),
    addFile: (code: string, device: string, file: HandoverFile, most: number): Promise<boolean> =>
      update(
        code,
        'SET #handover.files = list_append(#handover.files, :file)',
        '#handover.taker = :device AND size(#handover.files) < :most AND NOT contains(#handover.files, :one)',
        { ':device': device, ':file': [file], ':one': file, ':most': most },
      ),
    async remove(code: string): Promise<void> {
      await db.send(new DeleteCommand({ TableName, Key: keyOf(code) }));
    },

    /** How often this address has begun or tried in this quarter of an hour, this time included. */
    async countTry(address: string, now: string): Promise<number> {
      const at = Math.floor(epoch(now) / quarter);
      const { Attributes } = await db.send(
        new UpdateCommand({
          TableName,
          Key: { pk: `TRIES#${hashed(`${at} ${address}`)}`, sk: 'TRIES' },
          UpdateExpression: 'ADD tries :one SET expiresAt = :end',
          ExpressionAttributeValues: { ':one': 1, ':end': (at + 2) * quarter },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return Number(Attributes?.tries ?? 0);
    },
  };
};
