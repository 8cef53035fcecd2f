import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import { messageItem, requestKey } from './items.ts';
import type { MessageRecord, SenderRecord } from './records.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type Lease = { owner: string; now: string; until: string };
export type LetterWaiting = { reference: string; message: MessageRecord };
export type MessageTable = ReturnType<typeof messageTable>;

/** Messages of a request and the lease under which one leaves. */
export const messageTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const keyOf = (reference: string, id: string) => ({
    pk: requestKey(reference),
    sk: `RECORD#MESSAGE#${id}`,
  });

  const find = async (reference: string, id: string): Promise<MessageRecord | null> => {
    const { Item } = await db.send(
      new GetCommand({ TableName, Key: keyOf(reference, id), ConsistentRead: true }),
    );
    return (Item?.message as MessageRecord | undefined) ?? null;
  };
  const read = async (reference: string, id: string): Promise<MessageRecord> => {
    const message = await find(reference, id);
    if (!message) throw new Refusal('not-found');
    return message;
  };

  return {
    find,
    read,

    /** Who wrote, as known now; nobody when erased. */
    async sender(reference: string): Promise<SenderRecord> {
      const Key = { pk: requestKey(reference), sk: 'RECORD#SENDER' };
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return (
        (Item?.sender as SenderRecord | undefined) ?? { name: null, email: null, phone: null, address: null }
      );
    },

    /** Message-IDs of its conversation by mail, oldest first: the last ones of a long one. */
    async conversation(reference: string): Promise<string[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :mail)',
          ExpressionAttributeValues: { ':pk': requestKey(reference), ':mail': 'RECORD#MAIL#' },
          ScanIndexForward: false,
          Limit: 20,
        }),
      );
      return Items.map(({ mail }) => String(mail)).reverse();
    },

    /**
     * Takes a message to send it: from `queued`, or from a holder whose lease has run out (killed while sending).
     * `null` when it has left already or somebody else holds it.
     */
    async claim(reference: string, id: string, lease: Lease): Promise<MessageRecord | null> {
      try {
        const { Attributes } = await db.send(
          new UpdateCommand({
            TableName,
            Key: keyOf(reference, id),
            UpdateExpression:
              'SET message.delivery = :sending, message.leaseOwner = :me, message.leaseUntil = :until',
            ConditionExpression:
              'message.delivery = :queued OR (message.delivery = :sending AND message.leaseUntil < :now)',
            ExpressionAttributeValues: {
              ':sending': 'sending',
              ':queued': 'queued',
              ':me': lease.owner,
              ':until': lease.until,
              ':now': lease.now,
            },
            ReturnValues: 'ALL_NEW',
          }),
        );
        return (Attributes?.message as MessageRecord | undefined) ?? null;
      } catch (error) {
        if (isConditionFailure(error)) return null;
        throw error;
      }
    },

    /** Replaces a message that is still held by its owner: who lost the lease writes nothing. */
    replaceHeld: (reference: string, owner: string, message: MessageRecord): Write => ({
      Put: {
        TableName,
        Item: { pk: requestKey(reference), ...messageItem(message) },
        ConditionExpression: 'message.leaseOwner = :me AND message.delivery = :sending',
        ExpressionAttributeValues: { ':me': owner, ':sending': 'sending' },
      },
    }),

    /** Letters that wait for the printer, oldest first, a page at a time. */
    async lettersToPrint(
      limit: number,
      after?: string,
    ): Promise<{ letters: LetterWaiting[]; next: string | null }> {
      const { Items = [], LastEvaluatedKey } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :letters',
          ExpressionAttributeValues: { ':letters': 'LETTERS' },
          Limit: limit,
          ExclusiveStartKey: after === undefined ? undefined : startOf(after),
        }),
      );
      return {
        letters: Items.map((item) => ({
          reference: String(item.pk).slice('REQ#'.length),
          message: item.message as MessageRecord,
        })),
        next: LastEvaluatedKey ? Buffer.from(JSON.stringify(LastEvaluatedKey)).toString('base64url') : null,
      };
    },
  };
};

/** Where a page of letters goes on, from its cursor; a cursor that nobody gave is refused `invalid-input`. */
function startOf(cursor: string): Record<string, string> {
  const { pk, sk, gsi1sk } = read(cursor);
  if ([pk, sk, gsi1sk].every((part) => typeof part === 'string'))
    return { pk, sk, gsi1sk, gsi1pk: 'LETTERS' } as Record<string, string>;
  throw new Refusal('invalid-input', [{ field: 'after', code: 'invalid' }]);
}

function read(cursor: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    return {};
  }
}
