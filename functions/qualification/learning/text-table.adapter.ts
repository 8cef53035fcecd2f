import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { contactKey } from '../../intake/contact-items.ts';
import type { Message } from './teach.ts';

const atOnce = 40;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Texts of contacts as they stand today, by their ids; what was erased is missing, what came without words is empty. */
export const textTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async texts(contactIds: readonly string[]): Promise<Map<string, Message>> {
    const found = new Map<string, Partial<Message>>();
    for (let from = 0; from < contactIds.length; from += atOnce) {
      let Keys = contactIds
        .slice(from, from + atOnce)
        .flatMap((id) => ['CONTACT', 'CONTENT'].map((sk) => ({ pk: contactKey(id), sk })));
      for (let attempt = 0; Keys.length > 0; attempt += 1) {
        if (attempt > 0) await pause(50 * 2 ** Math.min(attempt, 6));
        const { Responses, UnprocessedKeys } = await db.send(
          new BatchGetCommand({
            RequestItems: {
              [TableName]: {
                Keys,
                ProjectionExpression: 'pk, sk, subject, channel, #t',
                ExpressionAttributeNames: { '#t': 'text' },
              },
            },
          }),
        );
        for (const { pk, sk, subject, channel, text } of Responses?.[TableName] ?? []) {
          const known = found.get(pk) ?? {};
          found.set(pk, sk === 'CONTENT' ? { ...known, text } : { ...known, subject, channel });
        }
        Keys = (UnprocessedKeys?.[TableName]?.Keys ?? []) as typeof Keys;
      }
    }
    const whole = [...found].flatMap(([pk, { subject, text, channel }]) =>
      text !== undefined && channel !== undefined
        ? [[pk.slice(contactKey('').length), { subject: subject ?? '', text, channel }] as const]
        : [],
    );
    return new Map(whole);
  },
});
