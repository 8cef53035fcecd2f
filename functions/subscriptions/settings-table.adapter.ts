import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { noSubscriptions, type SubscriptionSettings } from './settings.ts';

const Key = { pk: 'SUBSCRIPTIONS', sk: 'SETTINGS' };
export type SubscriptionSettingsTable = ReturnType<typeof subscriptionSettingsTable>;

/** Themes and caps of the authority, in the settings table. */
export const subscriptionSettingsTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async read(): Promise<SubscriptionSettings> {
    const { Item } = await db.send(new GetCommand({ TableName, Key }));
    return (Item?.subscriptions as SubscriptionSettings | undefined) ?? noSubscriptions;
  },
  /** What the authority's folder says. */
  sow: async (subscriptions: SubscriptionSettings): Promise<void> => {
    await db.send(new PutCommand({ TableName, Item: { ...Key, subscriptions } }));
  },
});
