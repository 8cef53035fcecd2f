import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchGetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type ContactHeader, contactKey } from '../intake/contact-items.ts';
import { requestKey, type Snapshot } from '../requests/items.ts';
import type { DocumentRecord, MessageRecord } from '../requests/records.ts';
import { untouched } from '../requests/request.ts';
import type { CallBack } from '../telephony/call-back.ts';
import { callBackKey } from '../telephony/call-items.ts';

type Key = { pk: string; sk: string };
export type Activity = ReturnType<typeof activity>;
export type Exchange = { messages: MessageRecord[]; documents: DocumentRecord[] };
/** A page shows that there are more; the request has them all. */
const mostOfARequest = 20;

/** What other subjects keep that belongs to somebody: reads only, and only the lines that are shown. */
export const activity = (db: DynamoDBDocumentClient, tables: { contacts: string; requests: string }) => {
  const getAll = async <T>(TableName: string, keys: readonly Key[]): Promise<T[]> => {
    const found: T[] = [];
    let left = [...keys];
    while (left.length > 0) {
      const { Responses, UnprocessedKeys } = await db.send(
        new BatchGetCommand({
          RequestItems: { [TableName]: { Keys: left.slice(0, 100), ConsistentRead: true } },
        }),
      );
      found.push(...((Responses?.[TableName] ?? []) as T[]));
      left = [...((UnprocessedKeys?.[TableName]?.Keys ?? []) as Key[]), ...left.slice(100)];
    }
    return found;
  };
  const under = async <T>(reference: string, prefix: string, field: string): Promise<T[]> => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName: tables.requests,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': requestKey(reference), ':prefix': prefix },
        Limit: mostOfARequest,
      }),
    );
    return Items.map((item) => item[field] as T);
  };

  return {
    async snapshots(references: readonly string[]): Promise<Map<string, Snapshot>> {
      const keys = [...new Set(references)].map((each) => ({ pk: requestKey(each), sk: 'SNAPSHOT' }));
      const found = await getAll<Snapshot>(tables.requests, keys);
      return new Map(
        found.map((each) => [
          each.request.reference,
          { ...each, request: { ...untouched, ...each.request } },
        ]),
      );
    },
    async headers(contactIds: readonly string[]): Promise<Map<string, ContactHeader>> {
      const keys = [...new Set(contactIds)].map((id) => ({ pk: contactKey(id), sk: 'CONTACT' }));
      const found = await getAll<ContactHeader>(tables.contacts, keys);
      return new Map(found.map((each) => [each.id, each]));
    },
    /** Numbers of somebody that wait to be called back. */
    async callBacks(phones: readonly string[]): Promise<CallBack[]> {
      const found = await getAll<{ open: CallBack | null }>(tables.contacts, phones.map(callBackKey));
      return found.flatMap(({ open }) => open ?? []);
    },
    async exchange(reference: string): Promise<Exchange> {
      const [messages, documents] = await Promise.all([
        under<MessageRecord>(reference, 'RECORD#MESSAGE#', 'message'),
        under<DocumentRecord>(reference, 'RECORD#DOCUMENT#', 'document'),
      ]);
      return { messages: messages.sort((a, b) => (a.at < b.at ? 1 : -1)), documents };
    },
  };
};
