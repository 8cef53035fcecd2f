import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { requestKey } from '../requests/items.ts';
import type { MessageRecord } from '../requests/records.ts';
import { cancellation, wholeQuery } from '../shared/aws.adapter.ts';
import { epochSeconds } from '../shared/clock.adapter.ts';
import { type BusEvent, outboxItem } from '../shared/events.ts';
import type { PrintBatch, PrintLetter } from './print-plan.ts';

export type Listed = { reference: string; message: MessageRecord };
export type PostTable = ReturnType<typeof postTable>;
const batchKey = (id: string) => ({ pk: `PRINT#${id}`, sk: 'BATCH' });
const letterSort = (number: number) => `LETTER#${String(number).padStart(6, '0')}`;

/** Lists of what is on its way, over the requests table, and the batches letters are printed with. */
export const postTable = (db: DynamoDBDocumentClient, TableName: string) => {
  async function* list(gsi1pk: string): AsyncGenerator<Listed> {
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :list',
          ExpressionAttributeValues: { ':list': gsi1pk },
          Limit: 100,
          ExclusiveStartKey,
        }),
      );
      for (const { pk, message } of page.Items ?? [])
        yield { reference: String(pk).slice('REQ#'.length), message: message as MessageRecord };
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }

  return {
    /** What waits in the portal to be read, longest first. */
    unread: () => list('PORTAL'),
    /** Letters that the mailing service has and has not posted yet. */
    handedOver: () => list('HANDED'),
    /** Letters in no batch yet, longest waiting first. */
    waiting: () => list('LETTERS'),

    async batch(id: string): Promise<PrintBatch | null> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: batchKey(id), ConsistentRead: true }));
      return (Item?.batch as PrintBatch | undefined) ?? null;
    },
    saveBatch: (batch: PrintBatch) =>
      db.send(
        new PutCommand({
          TableName,
          Item: { ...batchKey(batch.id), batch, gsi1pk: 'PRINTS', gsi1sk: batch.id },
        }),
      ),
    /** The latest batches, newest first. */
    async batches(limit: number, before?: string): Promise<PrintBatch[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :prints AND gsi1sk < :before',
          ExpressionAttributeValues: { ':prints': 'PRINTS', ':before': before ?? '~' },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return Items.map(({ batch }) => batch as PrintBatch);
    },
    /** Letters of a batch in their order. */
    async letters(id: string): Promise<PrintLetter[]> {
      const found = await wholeQuery<{ letter: PrintLetter }>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :letter)',
        ExpressionAttributeValues: { ':pk': `PRINT#${id}`, ':letter': 'LETTER#' },
        ConsistentRead: true,
      });
      return found.map(({ letter }) => letter);
    },
    saveLetter: (id: string, letter: PrintLetter) =>
      db.send(
        new PutCommand({ TableName, Item: { pk: `PRINT#${id}`, sk: letterSort(letter.number), letter } }),
      ),

    /** Puts a waiting letter into a batch; `false` when it was printed or taken meanwhile. */
    async claim(id: string, letter: PrintLetter): Promise<boolean> {
      const { reference, messageId, number } = letter;
      try {
        await db.send(
          new TransactWriteCommand({
            TransactItems: [
              { Put: { TableName, Item: { pk: `PRINT#${id}`, sk: letterSort(number), letter } } },
              {
                Update: {
                  TableName,
                  Key: { pk: requestKey(reference), sk: `RECORD#MESSAGE#${messageId}` },
                  UpdateExpression: 'SET message.printBatch = :batch REMOVE gsi1pk, gsi1sk',
                  ConditionExpression:
                    'message.delivery = :toPrint AND attribute_not_exists(message.printBatch)',
                  ExpressionAttributeValues: { ':batch': id, ':toPrint': 'to-print' },
                },
              },
            ],
          }),
        );
        return true;
      } catch (error) {
        if (cancellation(error)?.includes('ConditionalCheckFailed')) return false;
        throw error;
      }
    },

    /** Says something on the bus that changes no request. */
    announce: (id: string, event: BusEvent) =>
      db.send(new PutCommand({ TableName, Item: outboxItem(`PRINT#${id}`, id, event, epochSeconds()) })),
  };
};
