import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Shared } from './catalogue.ts';
import { revisionKey } from './procedure-items.ts';
import { hashOf } from './procedure-table.adapter.ts';

export type SharedCard = { id: string; title: string; summary: string; theme: string; revision: number };
export type CatalogueTable = ReturnType<typeof catalogueTable>;
type Kept = { procedure: Shared; hash: string };

/** The shared catalogue as the deployment brought it: `CATALOGUE#<id>` with its revisions, a card of each under `CATALOGUE`. */
export const catalogueTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const kept = async (id: string, sk: string): Promise<Kept | undefined> => {
    const Key = { pk: `CATALOGUE#${id}`, sk };
    const { Item } = await db.send(new GetCommand({ TableName, Key }));
    return Item as Kept | undefined;
  };
  const list = async (): Promise<SharedCard[]> => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :all',
        ExpressionAttributeValues: { ':all': 'CATALOGUE' },
      }),
    );
    return Items.map(({ card }) => card as SharedCard);
  };

  return {
    list,
    newest: async (): Promise<ReadonlyMap<string, number>> =>
      new Map((await list()).map(({ id, revision }) => [id, revision])),

    /** The newest revision, or the one that was adopted; `null` when there is none. */
    async read(id: string, revision?: number): Promise<Shared | null> {
      return (await kept(id, revision ? revisionKey(revision) : 'CURRENT'))?.procedure ?? null;
    },

    /** Takes what a deployment brings: the same content changes nothing, another one is the next revision. */
    async keep(shared: Shared): Promise<void> {
      const before = await kept(shared.id, 'CURRENT');
      const hash = hashOf(shared);
      if (before?.hash === hash) return;
      const revision = (before?.procedure.revision ?? 0) + 1;
      const { id, title, summary, theme } = shared;
      const item = { procedure: { ...shared, revision }, hash };
      const pk = `CATALOGUE#${id}`;
      const card: SharedCard = { id, title, summary, theme, revision };
      const Items = [
        { pk, sk: 'CURRENT', ...item },
        { pk, sk: revisionKey(revision), ...item },
        { pk: 'CATALOGUE', sk: id, card },
      ];
      await db.send(
        new TransactWriteCommand({ TransactItems: Items.map((Item) => ({ Put: { TableName, Item } })) }),
      );
    },
  };
};
