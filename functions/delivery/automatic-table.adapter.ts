import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { BatchGetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { epochSeconds } from '../shared/clock.adapter.ts';
import { type Answers, noAnswers } from './automatic-answers.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

const sk = 'AUTOMATIC';
const day = 86_400;
const addressKey = (address: string) => `ANSWERED#${address.toLowerCase()}`;
/** Without a Message-ID a mail is a conversation of its own. */
const threadKey = (thread: string) => `ANSWERED#THREAD#${thread.slice(0, 400)}`;

/** How many mails left by themselves, by address and by conversation: what keeps two machines from answering each other for ever. */
export const automaticTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async answers(address: string, thread: string): Promise<{ address: Answers; thread: Answers }> {
    const pks = [addressKey(address), threadKey(thread)] as const;
    const Keys = pks.map((pk) => ({ pk, sk }));
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
    );
    if (Object.keys(UnprocessedKeys ?? {}).length > 0) throw new Error('throttled');
    const items = Responses?.[TableName] ?? [];
    const of = (pk: string): Answers =>
      (items.find((item) => item.pk === pk)?.answers as Answers | undefined) ?? noAnswers;
    return { address: of(pks[0]), thread: of(pks[1]) };
  },

  /** To be written with what was decided on them: two answers at the same instant do not both count as the third. */
  answersWrites(address: string, thread: string, next: { address: Answers; thread: Answers }): Write[] {
    return [
      { pk: addressKey(address), answers: next.address },
      { pk: threadKey(thread), answers: next.thread },
    ].map(({ pk, answers }) => ({
      Put: {
        TableName,
        Item: {
          ...{ pk, sk, answers: { ...answers, version: answers.version + 1 } },
          expiresAt: epochSeconds() + 9 * day,
        },
        ConditionExpression: 'attribute_not_exists(pk) OR answers.version = :read',
        ExpressionAttributeValues: { ':read': answers.version },
      },
    }));
  },

  /** One more mail that no person wrote, to this address on this day; answers how many that makes. */
  async countMail(address: string, on: string): Promise<number> {
    const { Attributes } = await db.send(
      new UpdateCommand({
        TableName,
        Key: { pk: addressKey(address), sk: `DAY#${on}` },
        UpdateExpression: 'ADD mails :one SET expiresAt = :end',
        ExpressionAttributeValues: { ':one': 1, ':end': epochSeconds() + 2 * day },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Number(Attributes?.mails);
  },
});
