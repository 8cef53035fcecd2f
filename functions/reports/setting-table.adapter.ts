import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { Refusal } from '../shared/refusal.ts';
import type { Setting } from './setting.ts';

const Key = { pk: 'REPORTS', sk: 'SETTING' };
const keptMs = 60_000;

export type SettingTable = ReturnType<typeof settingTable>;
/** Categories and map, in the settings table, as the authority's folder says them. */
export const settingTable = (db: DynamoDBDocumentClient, TableName: string) => {
  let kept: { setting: Setting; until: number } | undefined;
  return {
    /** A minute old at most; refuses `not-found` where no reports are taken. */
    async current(): Promise<Setting> {
      if (kept && kept.until > Date.now()) return kept.setting;
      const { Item } = await db.send(new GetCommand({ TableName, Key }));
      if (!Item?.setting) throw new Refusal('not-found');
      kept = { setting: Item.setting as Setting, until: Date.now() + keptMs };
      return kept.setting;
    },
    async sow(setting: Setting): Promise<void> {
      await db.send(new PutCommand({ TableName, Item: { ...Key, setting } }));
    },
  };
};
