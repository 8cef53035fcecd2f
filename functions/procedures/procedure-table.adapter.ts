import { createHash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { cancellation } from '../shared/aws.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Procedure } from './procedure.ts';
import type { ProcedureCard } from './public-api.ts';

type Kept = { procedure: Procedure; hash: string; by: string };
type Publishing = { procedure: Omit<Procedure, 'revision'>; by: string; at: string };
export type ProcedureTable = ReturnType<typeof procedureTable>;

const key = (id: string, sk: string) => ({ pk: `PROCEDURE#${id}`, sk });
const revisionKey = (revision: number) => `REVISION#${String(revision).padStart(6, '0')}`;
/** The same content has the same hash, whatever its revision. */
const hashOf = ({ revision: _, ...content }: Partial<Procedure>): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');

/**
 * Procedures: the current one (`PROCEDURE#<id>`/`CURRENT`), every revision that was ever published beside it, and a
 * card of each under `PROCEDURES` so that the list reads no form.
 */
export const procedureTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const kept = async (id: string, sk = 'CURRENT'): Promise<Kept | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName, Key: key(id, sk) }));
    return Item as Kept | undefined;
  };

  return {
    async list(): Promise<ProcedureCard[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :all',
          ExpressionAttributeValues: { ':all': 'PROCEDURES' },
        }),
      );
      return Items.map(({ card }) => card as ProcedureCard);
    },

    /** The current revision, or the one a request was made with; `null` when there is none. */
    async read(id: string, revision?: number): Promise<Procedure | null> {
      return (await kept(id, revision ? revisionKey(revision) : undefined))?.procedure ?? null;
    },

    /** Who published the current revision; `null` when the procedure does not exist. */
    async publishedBy(id: string): Promise<string | null> {
      return (await kept(id))?.by ?? null;
    },

    /**
     * Publishes a procedure as its next revision; the same content again is the revision that already holds it.
     * Two publications at once: the second is refused with `conflict`.
     * @returns the revision that is current now
     */
    async publish({ procedure, by, at }: Publishing): Promise<number> {
      const before = await kept(procedure.id);
      const hash = hashOf(procedure);
      if (before?.hash === hash) return before.procedure.revision;
      const revision = (before?.procedure.revision ?? 0) + 1;
      const whole: Procedure = { ...procedure, revision };
      const { id, title, summary, theme, keywords, minutes } = whole;
      const card: ProcedureCard = { id, title, summary, theme, keywords, minutes };
      const content = { procedure: whole, hash, by, at };
      const unchanged = before
        ? { ConditionExpression: '#hash = :before', ExpressionAttributeValues: { ':before': before.hash } }
        : { ConditionExpression: 'attribute_not_exists(#hash)' };
      const write = new TransactWriteCommand({
        TransactItems: [
          {
            Put: {
              TableName,
              Item: { ...key(id, 'CURRENT'), ...content },
              ExpressionAttributeNames: { '#hash': 'hash' },
              ...unchanged,
            },
          },
          { Put: { TableName, Item: { ...key(id, revisionKey(revision)), ...content } } },
          { Put: { TableName, Item: { pk: 'PROCEDURES', sk: id, card } } },
        ],
      });
      await db.send(write).catch((error: unknown) => {
        throw cancellation(error) ? new Refusal('conflict') : error;
      });
      return revision;
    },
  };
};
