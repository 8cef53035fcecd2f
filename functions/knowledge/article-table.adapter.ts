import { createHash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { cancellation } from '../shared/aws.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import {
  articleKey,
  type Card,
  hidden,
  type Kept,
  type Line,
  lineItem,
  lineOf,
  shown,
  type Version,
  versionKey,
} from './article-items.ts';
import type { Article } from './public-api.ts';

export type ArticleTable = ReturnType<typeof articleTable>;
const pageSize = 200;
const hashOf = (article: Article) => createHash('sha256').update(JSON.stringify(article)).digest('hex');

/**
 * Articles, one item each with its former versions beside it, and a card of each under `ARTICLES` so that the list reads
 * no text.
 */
export const articleTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const kept = async (id: string, sk?: string): Promise<Kept | undefined> =>
    (await db.send(new GetCommand({ TableName, Key: articleKey(id, sk) }))).Item as Kept | undefined;
  const page = async (pk: string, after: string | undefined, Limit: number) => {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName,
        Limit,
        KeyConditionExpression: 'pk = :all',
        ExpressionAttributeValues: { ':all': pk },
        ExclusiveStartKey: after ? { pk, sk: after } : undefined,
      }),
    );
    return { items: Items, next: (LastEvaluatedKey?.sk as string | undefined) ?? null };
  };

  return {
    async list(after?: string, limit = pageSize): Promise<{ articles: Card[]; next: string | null }> {
      const { items, next } = await page(shown, after, limit);
      return { articles: items.map(({ card }) => card as Card), next };
    },

    /** As those who write see them: shown ones page by page, or the withdrawn. */
    async lines(isWithdrawn: boolean, after?: string): Promise<{ articles: Line[]; next: string | null }> {
      const { items, next } = await page(isWithdrawn ? hidden : shown, after, pageSize);
      return { articles: items.map(lineOf), next };
    },

    /** `null` when there is none, or none that is shown. */
    async read(id: string): Promise<Article | null> {
      const found = await kept(id);
      return found && !found.withdrawn ? found.article : null;
    },

    /** The current article, shown or not, or one of its former versions. */
    async kept(id: string, version?: number): Promise<(Kept & { version: number }) | null> {
      const found = await kept(id, version ? versionKey(version) : undefined);
      return found ? { ...found, version: found.version ?? 1 } : null;
    },

    /** Those of some ids that are shown, at most 100. */
    async several(ids: readonly string[]): Promise<Article[]> {
      const found: Article[] = [];
      let Keys: Record<string, unknown>[] | undefined = ids.map((id) => articleKey(id));
      while (Keys && Keys.length > 0) {
        const { Responses, UnprocessedKeys }: BatchGetCommandOutput = await db.send(
          new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }),
        );
        for (const item of (Responses?.[TableName] ?? []) as Kept[])
          if (!item.withdrawn) found.push(item.article);
        Keys = UnprocessedKeys?.[TableName]?.Keys;
      }
      return found;
    },

    async versions(id: string): Promise<Version[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :article AND begins_with(sk, :version)',
          ExpressionAttributeValues: { ':article': articleKey(id).pk, ':version': 'VERSION#' },
          ExpressionAttributeNames: { '#version': 'version', '#by': 'by', '#at': 'at' },
          ProjectionExpression: '#version, #by, #at',
          ScanIndexForward: false,
          Limit: 50,
        }),
      );
      return Items as Version[];
    },

    /** Who wrote the article last; `null` when it does not exist. */
    async writtenBy(id: string): Promise<string | null> {
      return (await kept(id))?.by ?? null;
    },

    /**
     * Writes an article as its next version; the same content again changes nothing.
     * @param expected version it was made from, 0 for a new one; without it the last writer wins
     * @returns the version in force
     * @throws Refusal `conflict` when somebody wrote it meanwhile
     */
    async save(article: Article, by: string, at: string, expected?: number): Promise<number> {
      const former = await kept(article.id);
      const last = former ? (former.version ?? 1) : 0;
      const hash = hashOf(article);
      if (expected !== undefined && expected !== last) throw new Refusal('conflict');
      if (former?.hash === hash && !former.withdrawn) return last;
      const version = last + 1;
      const item = { article, hash, by, at, version };
      const unversioned = former && former.version === undefined ? [former] : [];
      await write([
        { Put: { TableName, Item: { ...articleKey(article.id), ...item }, ...unchanged(former) } },
        { Put: { TableName, Item: { ...articleKey(article.id, versionKey(version)), ...item } } },
        ...unversioned.map((old) => ({
          Put: { TableName, Item: { ...old, ...articleKey(article.id, versionKey(1)), version: 1 } },
        })),
        { Put: { TableName, Item: lineItem(article, item) } },
        ...(former?.withdrawn ? [{ Delete: { TableName, Key: { pk: hidden, sk: article.id } } }] : []),
      ]);
      return version;
    },

    /** Takes an article off every list and search; its versions stay. @throws Refusal `not-found` */
    async withdraw(id: string, by: string, at: string): Promise<void> {
      const former = await kept(id);
      if (!former) throw new Refusal('not-found');
      if (former.withdrawn) return;
      const { version = 1 } = former;
      await write([
        {
          Put: {
            TableName,
            Item: { ...former, ...articleKey(id), withdrawn: { by, at } },
            ...unchanged(former),
          },
        },
        { Put: { TableName, Item: lineItem(former.article, { version, by, at }, true) } },
        { Delete: { TableName, Key: { pk: shown, sk: id } } },
      ]);
    },
  };

  async function write(
    TransactItems: ConstructorParameters<typeof TransactWriteCommand>[0]['TransactItems'],
  ) {
    await db.send(new TransactWriteCommand({ TransactItems })).catch((error) => {
      if (cancellation(error)?.includes('ConditionalCheckFailed')) throw new Refusal('conflict');
      throw error;
    });
  }
};

/** Refuses to write over what somebody else wrote since it was read. */
const unchanged = (former: Kept | undefined) =>
  former
    ? {
        ConditionExpression: '#hash = :hash',
        ExpressionAttributeNames: { '#hash': 'hash' },
        ExpressionAttributeValues: { ':hash': former.hash },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
