import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { Refusal } from '../shared/refusal.ts';
import type { LetterTemplate } from './template.ts';

/** A template as it stands or stood; `by` is a login, or `deployment` for what the authority's folder says. */
export type StoredTemplate = { letter: LetterTemplate; revision: number; by: string; at: string };
export type TemplateTable = ReturnType<typeof templateTable>;

const all = 'LETTERS';
const past = (id: string) => `LETTER#${id}`;
const sortOf = (revision: number) => `REVISION#${String(revision).padStart(6, '0')}`;
type Item = Partial<StoredTemplate> & { letter: LetterTemplate };
/** What was written before templates had kinds, modes and conditions is read as what it was. */
export const readTemplate = (letter: LetterTemplate): LetterTemplate => ({
  ...{ departments: [], kind: 'decision', mode: 'seal', conditions: {} },
  ...letter,
});
const stored = ({ letter, revision = 1, by = 'deployment', at = '' }: Item): StoredTemplate => ({
  letter: readTemplate(letter),
  ...{ revision, by, at },
});

/** Templates under `LETTERS`, one item each; what an agent replaced stays under `LETTER#<id>`. */
export const templateTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const under = async (pk: string): Promise<StoredTemplate[]> => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
      }),
    );
    return Items.map((item) => stored(item as Item));
  };

  return {
    list: () => under(all),
    /** Superseded revisions, oldest first. */
    past: (id: string) => under(past(id)),
    async read(id: string): Promise<StoredTemplate | null> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: { pk: all, sk: id } }));
      return Item ? stored(Item as Item) : null;
    },

    /**
     * Writes the next revision and keeps the one it replaces. Refuses `conflict` when somebody else wrote meanwhile.
     * @param before what was read; null for a new template
     */
    async save(
      next: { letter: LetterTemplate; by: string; at: string },
      before: StoredTemplate | null,
    ): Promise<number> {
      const { id } = next.letter;
      const revision = (before?.revision ?? 0) + 1;
      const current = { pk: all, sk: id, ...next, revision };
      const unchanged = before
        ? {
            ConditionExpression: 'revision = :before OR attribute_not_exists(revision)',
            ExpressionAttributeValues: { ':before': before.revision },
          }
        : { ConditionExpression: 'attribute_not_exists(pk)' };
      const TransactItems = [
        { Put: { TableName, Item: current, ...unchanged } },
        ...(before
          ? [{ Put: { TableName, Item: { pk: past(id), sk: sortOf(before.revision), ...before } } }]
          : []),
      ];
      await db.send(new TransactWriteCommand({ TransactItems })).catch((error: Error) => {
        throw error.name === 'TransactionCanceledException' ? new Refusal('conflict') : error;
      });
      return revision;
    },
  };
};
