import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { LetterTemplate } from '../letters/template.ts';
import { authorityKey } from '../shared/authority.adapter.ts';
import type { Authority } from './authority.ts';

const letters = 'LETTERS';
const logoKey = { pk: 'THEME', sk: 'LOGO' };
/** Letters written before templates had kinds, modes and conditions. */
const asBefore = { departments: [], kind: 'decision', mode: 'seal', conditions: {} } as const;
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

  /** What the authority's folder says of a letter; one that an agent edited since stays as it is. */
  async saveLetter(letter: LetterTemplate, by = 'deployment', at = ''): Promise<void> {
    const write = new UpdateCommand({
      TableName,
      Key: { pk: letters, sk: letter.id },
      UpdateExpression: 'SET letter = :letter, #by = :by, #at = :at ADD revision :one',
      ConditionExpression: 'attribute_not_exists(#by) OR (#by = :by AND letter <> :letter)',
      ExpressionAttributeNames: { '#by': 'by', '#at': 'at' },
      ExpressionAttributeValues: { ':letter': letter, ':by': by, ':at': at, ':one': 1 },
    });
    await db.send(write).catch((error: Error) => {
      if (error.name !== 'ConditionalCheckFailedException') throw error;
    });
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
    return Items.map(({ letter }) => ({ ...asBefore, ...(letter as LetterTemplate) }));
  },
});
