import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { LetterTemplate } from '../letters/template.ts';
import { authorityKey } from '../shared/authority.adapter.ts';
import type { Authority } from './authority.ts';

const letters = 'LETTERS';
const logoKey = { pk: 'THEME', sk: 'LOGO' };
export type SettingsTable = ReturnType<typeof settingsTable>;

/** The authority and its letters: `AUTHORITY`/`CURRENT`, and one item a letter under `LETTERS`. */
export const settingsTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async saveAuthority(authority: Authority): Promise<void> {
    await db.send(new PutCommand({ TableName, Item: { ...authorityKey, authority } }));
  },

  /** The authority's logo, as SVG; drawn at the head of its letters. */
  async saveLogo(svg: string): Promise<void> {
    await db.send(new PutCommand({ TableName, Item: { ...logoKey, svg } }));
  },
  async logo(): Promise<string | null> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: logoKey }));
    return (Item?.svg as string | undefined) ?? null;
  },

  async saveLetter(letter: LetterTemplate): Promise<void> {
    await db.send(new PutCommand({ TableName, Item: { pk: letters, sk: letter.id, letter } }));
  },

  /** All letters an agent may start from, by id; an authority has some tens of them. */
  async letters(): Promise<LetterTemplate[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :letters',
        ExpressionAttributeValues: { ':letters': letters },
      }),
    );
    return Items.map(({ letter }) => letter as LetterTemplate);
  },
});
