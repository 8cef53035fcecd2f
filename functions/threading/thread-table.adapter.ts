import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { SentMail } from './sent-mail.ts';

/** Which requests a mail belongs to, by its Message-ID: written with the journal (requests/thread-items.ts), read here at once. */
export const threadTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  /** @param keys of `mailKey`, at most a hundred; those that are unknown are left out */
  async find(keys: readonly string[]): Promise<Map<string, SentMail>> {
    if (keys.length === 0) return new Map();
    const Keys = keys.map((key) => ({ pk: `MAIL#${key}`, sk: 'THREAD' }));
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
    );
    if (Object.keys(UnprocessedKeys ?? {}).length > 0) throw new Error('throttled');
    return new Map(
      (Responses?.[TableName] ?? []).map(({ pk, requests, messageId }) => [
        String(pk).slice('MAIL#'.length),
        {
          requests: [...(requests as Set<string>)].sort(),
          messageId: (messageId as string | undefined) ?? null,
        },
      ]),
    );
  },
});
