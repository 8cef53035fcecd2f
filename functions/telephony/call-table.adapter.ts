import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { ContactHeader } from '../intake/contact-items.ts';
import { contactKey } from '../intake/contact-items.ts';
import { cancellation } from '../shared/aws.adapter.ts';
import type { BusEvent } from '../shared/events.ts';
import { outboxItem } from '../shared/events.ts';
import type { CallBackItem, CallItem } from './call-items.ts';
import { callBackItem, callBackKey, callKey, counterKey, headerItem } from './call-items.ts';
import type { Counted } from './counts.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
/** What one transaction says of a call, of its number and of its hour. */
export type CallChange = {
  contactId: string;
  call?: { before: CallItem | undefined; next: CallItem };
  header?: { before: ContactHeader | undefined; next: ContactHeader };
  counted: Counted[];
  callBacks: { before: CallBackItem | undefined; next: CallBackItem }[];
  announce: BusEvent[];
  /** Written once: a second one with this name changes nothing. */
  once?: string;
};
export type Known = { call: CallItem | undefined; header: ContactHeader | undefined };

const overVersion = (before: { version: number } | undefined) =>
  before
    ? { ConditionExpression: 'version = :read', ExpressionAttributeValues: { ':read': before.version } }
    : { ConditionExpression: 'attribute_not_exists(pk)' };

/** The one file that knows how calls, call-backs and their counters lie in the contacts table. */
export const callTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const countWrite = (counted: Counted): Write => {
    const names = Object.keys(counted.counts);
    return {
      Update: {
        TableName,
        Key: counterKey(counted),
        UpdateExpression: `SET #day = :day, #hour = :hour, topic = :topic, #group = :group ADD ${names
          .map((_, at) => `#n${at} :v${at}`)
          .join(', ')}`,
        ExpressionAttributeNames: {
          ...{ '#day': 'day', '#hour': 'hour', '#group': 'group' },
          ...Object.fromEntries(names.map((name, at) => [`#n${at}`, name])),
        },
        ExpressionAttributeValues: {
          ...{ ':day': counted.day, ':hour': counted.hour, ':topic': counted.topic, ':group': counted.group },
          ...Object.fromEntries(Object.values(counted.counts).map((value, at) => [`:v${at}`, value])),
        },
      },
    };
  };

  const writesOf = (change: CallChange, now: string): Write[] => {
    const { contactId, call, header, counted, callBacks, announce, once } = change;
    const seconds = Math.floor(Date.parse(now) / 1000);
    const put = (Item: Record<string, unknown>, condition: object = {}): Write => ({
      Put: { TableName, Item, ...condition },
    });
    return [
      ...(once ? [put({ pk: contactKey(contactId), sk: once }, overVersion(undefined))] : []),
      ...(call ? [put({ ...callKey(contactId), ...call.next }, overVersion(call.before))] : []),
      ...(header ? [put(headerItem(header.next), overVersion(header.before))] : []),
      ...(header && !header.before ? [put({ pk: contactKey(contactId), sk: 'CONTENT', text: '' })] : []),
      ...counted.map(countWrite),
      ...callBacks.map(({ before, next }) => put(callBackItem(next), overVersion(before))),
      ...announce.map((event) =>
        put(outboxItem(contactKey(contactId), `${now}-${event.type}`, event, seconds)),
      ),
    ];
  };

  return {
    /** What is known of a call; both absent for one that nobody spoke of. */
    async read(id: string): Promise<Known> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
          ExpressionAttributeValues: { ':pk': contactKey(id), ':first': 'CALL', ':last': 'CONTACT' },
          ConsistentRead: true,
        }),
      );
      const find = (sk: string) => Items.find((item) => item.sk === sk);
      const header = find('CONTACT');
      const { pk: _pk, sk: _sk, gsi1pk: _gsi1pk, gsi1sk: _gsi1sk, ...rest } = header ?? {};
      return {
        call: find('CALL') as CallItem | undefined,
        header: header ? (rest as unknown as ContactHeader) : undefined,
      };
    },

    async has(id: string, sk: string): Promise<boolean> {
      const Key = { pk: contactKey(id), sk };
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item !== undefined;
    },

    async callBack(number: string): Promise<CallBackItem | undefined> {
      const { Item } = await db.send(
        new GetCommand({ TableName, Key: callBackKey(number), ConsistentRead: true }),
      );
      return Item as CallBackItem | undefined;
    },

    /** False when somebody wrote first: read again and decide again. */
    async write(change: CallChange, now: string): Promise<boolean> {
      const TransactItems = writesOf(change, now);
      if (TransactItems.length === 0) return true;
      try {
        await db.send(new TransactWriteCommand({ TransactItems }));
        return true;
      } catch (error) {
        const reasons = cancellation(error)?.filter((reason) => reason !== 'None') ?? [];
        const isRace = reasons.every((reason) => races.includes(reason));
        if (reasons.length === 0 || !isRace) throw error;
        return false;
      }
    },
  };
};
const races = ['ConditionalCheckFailed', 'TransactionConflict'];
export type CallTable = ReturnType<typeof callTable>;
