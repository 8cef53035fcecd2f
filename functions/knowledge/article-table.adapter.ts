import { createHash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import type { Article, listArticles } from './public-api.ts';

type Card = z.infer<(typeof listArticles)['response']>['articles'][number];
export type ArticleTable = ReturnType<typeof articleTable>;

const key = (id: string) => ({ pk: `ARTICLE#${id}`, sk: 'CURRENT' });

/** Articles, one item each, and a card of each under `ARTICLES` so that the list reads no text. */
export const articleTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const kept = async (id: string) => (await db.send(new GetCommand({ TableName, Key: key(id) }))).Item;

  return {
    async list(): Promise<Card[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :all',
          ExpressionAttributeValues: { ':all': 'ARTICLES' },
        }),
      );
      return Items.map(({ card }) => card as Card);
    },

    async read(id: string): Promise<Article | null> {
      return ((await kept(id))?.article as Article | undefined) ?? null;
    },

    /** Who wrote the article last; `null` when it does not exist. */
    async writtenBy(id: string): Promise<string | null> {
      return ((await kept(id))?.by as string | undefined) ?? null;
    },

    /** Writes an article; the same content again changes nothing. */
    async save(article: Article, by: string, at: string): Promise<void> {
      const hash = createHash('sha256').update(JSON.stringify(article)).digest('hex');
      if ((await kept(article.id))?.hash === hash) return;
      const { id, title, summary, keywords, department } = article;
      const card: Card = { id, title, summary, keywords, department };
      await db.send(
        new TransactWriteCommand({
          TransactItems: [
            { Put: { TableName, Item: { ...key(id), article, hash, by, at } } },
            { Put: { TableName, Item: { pk: 'ARTICLES', sk: id, card } } },
          ],
        }),
      );
    },
  };
};
