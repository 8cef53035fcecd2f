import { createHash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { cancellation } from '../shared/aws.adapter.ts';
import { epochSeconds } from '../shared/clock.adapter.ts';
import { outboxItem } from '../shared/events.ts';
import { Refusal } from '../shared/refusal.ts';
import { emptyHousehold, type Household } from './household.ts';
import type { Invitation } from './sharing.ts';
import type { Told } from './write-household.ts';

export type HouseholdTable = ReturnType<typeof householdTable>;
const keyOf = (account: string) => ({ pk: `HOUSEHOLD#${account}`, sk: 'HOUSEHOLD' });
/** A copy of the table accepts no invitation: only hashes of their secrets are kept. */
const invitationKey = (secret: string) => ({
  pk: `INVITATION#${createHash('sha256').update(secret).digest('hex')}`,
  sk: 'INVITATION',
});

/** The one file that knows the households table: one item for a household, one for each invitation to share a child. */
export const householdTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  /** Nobody but the account itself until something was said. */
  async of(account: string): Promise<Household> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(account), ConsistentRead: true }));
    return (Item?.household as Household | undefined) ?? emptyHousehold(account);
  },

  /** All or none, each one version further, with word of it to the other parents; refuses `conflict` when one was changed meanwhile. */
  async save(households: readonly Household[], told: readonly Told[]): Promise<void> {
    const at = epochSeconds();
    const lines = households.map((household) => ({
      Put: {
        TableName,
        Item: { ...keyOf(household.account), household: { ...household, version: household.version + 1 } },
        ConditionExpression: household.version === 0 ? 'attribute_not_exists(pk)' : '#h.#v = :version',
        ...(household.version > 0 && {
          ExpressionAttributeNames: { '#h': 'household', '#v': 'version' },
          ExpressionAttributeValues: { ':version': household.version },
        }),
      },
    }));
    const words = told.map(({ account, member, about }) => {
      const { pk } = keyOf(account);
      const detail = { account, member, about };
      const id = `${member}#${about}#${at}`;
      return { Put: { TableName, Item: outboxItem(pk, id, { type: 'shared-child', detail }, at) } };
    });
    try {
      await db.send(new TransactWriteCommand({ TransactItems: [...lines, ...words] }));
    } catch (error) {
      const why = cancellation(error);
      if (why?.some((code) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict'))
        throw new Refusal('conflict');
      throw error;
    }
  },

  async invite(secret: string, invitation: Invitation): Promise<void> {
    const Item = { ...invitationKey(secret), invitation, expiresAt: invitation.expiresAt };
    await db.send(new PutCommand({ TableName, Item }));
  },
  /** Null when there is none, or no longer: expiry is lazy, so it is checked. */
  async invitation(secret: string): Promise<Invitation | null> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: invitationKey(secret) }));
    const found = Item?.invitation as Invitation | undefined;
    return found && found.expiresAt > epochSeconds() ? found : null;
  },
  /** Serves once. */
  async forgetInvitation(secret: string): Promise<void> {
    await db.send(new DeleteCommand({ TableName, Key: invitationKey(secret) }));
  },
});
