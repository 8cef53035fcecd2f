import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Contact } from '../intake/contact.ts';
import { contactKey, contentOf, headerOf, listKeys } from '../intake/contact-items.ts';
import type { IntakeKey } from '../intake/contact-table.adapter.ts';
import { cancellation } from '../shared/aws.adapter.ts';
import { type BusEvent, outboxItem } from '../shared/events.ts';

const attempts = 5;

/** Completes the contact of a call with what the agent says of it. */
export const recordTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const write = async (
    contact: Contact,
    key: IntakeKey,
    events: BusEvent[],
    now: string,
  ): Promise<boolean> => {
    const pk = contactKey(contact.id);
    const next = headerOf({ ...contact, version: contact.version + 1 });
    const seconds = Math.floor(Date.parse(now) / 1000);
    const kept = { pk: `KEY#${key.id}`, sk: 'KEY', contactId: contact.id, hash: key.hash };
    try {
      await db.send(
        new TransactWriteCommand({
          TransactItems: [
            { Put: { TableName, Item: kept, ConditionExpression: 'attribute_not_exists(pk)' } },
            {
              Put: {
                TableName,
                Item: { pk, sk: 'CONTACT', ...next, ...listKeys(next) },
                ConditionExpression: 'version = :read AND attribute_not_exists(recorded)',
                ExpressionAttributeValues: { ':read': contact.version },
              },
            },
            { Put: { TableName, Item: { pk, sk: 'CONTENT', ...contentOf(contact) } } },
            ...events.map((event) => ({
              Put: { TableName, Item: { ...outboxItem(pk, `${now}-${event.type}`, event, seconds) } },
            })),
          ],
        }),
      );
      return true;
    } catch (error) {
      if (!cancellation(error)) throw error;
      return false;
    }
  };

  return {
    /** False when the key was used or the call written down meanwhile; news of the call itself are kept. */
    async complete(given: Contact, key: IntakeKey, events: BusEvent[], now: string): Promise<boolean> {
      for (let attempt = 1; ; attempt += 1) {
        const { Item } = await db.send(
          new GetCommand({
            TableName,
            Key: { pk: contactKey(given.id), sk: 'CONTACT' },
            ConsistentRead: true,
          }),
        );
        if (!Item || Item.recorded) return false;
        const contact = { ...given, version: Number(Item.version), call: Item.call };
        if (await write(contact, key, events, now)) return true;
        if (attempt === attempts) return false;
      }
    },
  };
};
