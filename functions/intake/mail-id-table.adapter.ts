import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import { epochSeconds } from '../shared/clock.adapter.ts';
import { contactKey } from './contact-items.ts';
import { takenForSeconds, takenKey } from './taken.ts';

/** Which contact came first with a Message-ID. An id is not an identity: whoever knows one can write it again. */
export const mailIdTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const keyOf = (key: string) => ({ pk: `MAIL-ID#${key}`, sk: 'MAIL-ID' });
  const read = async (key: string) => {
    const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(key), ConsistentRead: true }));
    return Item as { contactId: string; isShared?: boolean } | undefined;
  };
  return {
    async noteTaken(object: string, contactId: string): Promise<void> {
      const Item = { ...takenKey(object), contactId, expiresAt: epochSeconds() + takenForSeconds };
      await db.send(new PutCommand({ TableName, Item }));
    },
    /** Answers the contact that came with it before, if it is another one, and remembers that there are two. */
    async claimMessageId(key: string, contactId: string): Promise<string | null> {
      try {
        await db.send(
          new PutCommand({
            TableName,
            Item: { ...keyOf(key), contactId },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
        return null;
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
      const first = await read(key);
      if (!first || first.contactId === contactId) return null;
      if (!first.isShared)
        await db.send(
          new UpdateCommand({
            ...{ TableName, Key: keyOf(key) },
            UpdateExpression: 'SET isShared = :yes',
            ExpressionAttributeValues: { ':yes': true },
          }),
        );
      return first.contactId;
    },

    async isShared(key: string): Promise<boolean> {
      return (await read(key))?.isShared === true;
    },

    /** Marks a contact, once; one that is not written yet marks itself afterwards. */
    async flagShared(contactId: string): Promise<void> {
      try {
        await db.send(
          new UpdateCommand({
            ...{ TableName, Key: { pk: contactKey(contactId), sk: 'CONTACT' } },
            UpdateExpression: 'SET mail.sharesMessageId = :yes ADD version :one',
            ConditionExpression: 'attribute_exists(mail) AND attribute_not_exists(mail.sharesMessageId)',
            ExpressionAttributeValues: { ':yes': true, ':one': 1 },
          }),
        );
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
    },
  };
};
