import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { cancellation } from '../shared/aws.adapter.ts';

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
const attempts = 16;
const longestPause = 400;

/**
 * Writes all or nothing. Answers null when written, else which lines' conditions stood against it. Two people on the same
 * desk's day only make each other wait: that is tried again.
 */
export const transaction =
  (db: DynamoDBDocumentClient) =>
  async (TransactItems: Write[]): Promise<boolean[] | null> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await db.send(new TransactWriteCommand({ TransactItems }));
        return null;
      } catch (error) {
        const reasons = cancellation(error);
        if (!reasons) throw error;
        if (reasons.includes('ConditionalCheckFailed'))
          return reasons.map((reason) => reason === 'ConditionalCheckFailed');
        if (attempt === attempts) throw error;
        await pause(Math.random() * Math.min(longestPause, 10 * 2 ** attempt));
      }
    }
  };
