import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchGetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { answeredList, requestKey, type Snapshot } from '../requests/items.ts';
import type { MessageRecord } from '../requests/records.ts';
import { withoutCode } from '../requests/records.ts';
import type { PastAnswer } from './past-answers.ts';

const together = 100;
type Item = { pk: string; message?: Pick<MessageRecord, 'text' | 'author'> };

/** What departments answered, read where the requests are: what is erased or moved there is erased and moved here. */
export const pastAnswersTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const messagesAt = async (keys: readonly { pk: string; sk: string }[]): Promise<Item[]> => {
    const found: Item[] = [];
    for (let from = 0; from < keys.length; from += together) {
      const Keys = keys.slice(from, from + together);
      const { Responses, UnprocessedKeys } = await db.send(
        new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }),
      );
      // What is left over is not found this time: an answer of before is a help, never a duty.
      if (UnprocessedKeys?.[TableName]?.Keys?.length === Keys.length) throw new Error('throttled');
      found.push(...((Responses?.[TableName] ?? []) as Item[]));
    }
    return found;
  };

  return {
    /** The newest of a department, `most` at most. */
    async newest(department: string, most: number): Promise<PastAnswer[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :list',
          ExpressionAttributeValues: { ':list': answeredList(department) },
          ScanIndexForward: false,
          Limit: most,
        }),
      );
      const snapshots = Items as Snapshot[];
      const keyOf = ({ request }: Snapshot) => ({
        pk: requestKey(request.reference),
        sk: `RECORD#MESSAGE#${request.answer?.messageId}`,
      });
      const messages = new Map(
        (await messagesAt(snapshots.map(keyOf))).map(({ pk, message }) => [pk, message] as const),
      );
      return snapshots.flatMap(({ request: { reference }, card }) => {
        const message = messages.get(requestKey(reference));
        return message
          ? [{ reference, ...card, author: message.author, text: withoutCode(message.text) }]
          : [];
      });
    },
  };
};
export type PastAnswersTable = ReturnType<typeof pastAnswersTable>;
