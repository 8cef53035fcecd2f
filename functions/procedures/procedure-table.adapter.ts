import { createHash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { cancellation } from '../shared/aws.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Procedure } from './procedure.ts';
import {
  cardOf,
  type Kept,
  type KeptCard,
  type Line,
  lineKey,
  type Origin,
  procedureKey,
  publishedLine,
  revisionKey,
} from './procedure-items.ts';

export type Publishing = {
  procedure: Omit<Procedure, 'revision'>;
  by: string;
  at: string;
  catalogue?: Origin;
  /** Version of the draft that becomes the revision: it ends with it. */
  draft?: number;
};
export type ProcedureTable = ReturnType<typeof procedureTable>;

/** The same content has the same hash, whatever its revision. */
export const hashOf = ({ revision: _, ...content }: Partial<Procedure>): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');

/**
 * Procedures: the current one (`PROCEDURE#<id>`/`CURRENT`), every revision that was ever published beside it and never
 * changed after, and a line of each under `PROCEDURES` so that the list reads no form.
 */
export const procedureTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const kept = async (id: string, sk = 'CURRENT'): Promise<Kept | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName, Key: procedureKey(id, sk) }));
    return Item as Kept | undefined;
  };
  const read = async (id: string, revision?: number): Promise<Procedure | null> => {
    const found = await kept(id, revision ? revisionKey(revision) : undefined);
    return found && !(found.archived && !revision) ? found.procedure : null;
  };

  return {
    /** Procedures the portal offers. */
    async list(): Promise<KeptCard[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :all',
          ExpressionAttributeValues: { ':all': 'PROCEDURES' },
        }),
      );
      return (Items as Line[]).flatMap(({ card, archived }) => (card && !archived ? [card] : []));
    },

    /** The current revision, unless it is archived; or the one a request was made with; `null` when there is none. */
    read,

    /** What may be sent in today: nothing once archived, an older revision within the periods of the current one. */
    async offered(id: string, revision?: number): Promise<Procedure | null> {
      const current = await read(id);
      if (!current || revision === undefined || revision === current.revision) return current;
      const older = await read(id, revision);
      return older && { ...older, open: current.open };
    },

    /** The current revision with who published it, archived or not; `undefined` when it was never published. */
    current: (id: string): Promise<Kept | undefined> => kept(id),

    /** Who published or archived the current revision; `null` when the procedure does not exist. */
    async publishedBy(id: string): Promise<string | null> {
      const found = await kept(id);
      return found?.archived?.by ?? found?.by ?? null;
    },

    /**
     * Publishes a procedure as its next revision; the same content again is the revision that already holds it.
     * Two publications at once, or a draft saved meanwhile: refused with `conflict`.
     * @returns the revision that is current now
     */
    async publish({ procedure, by, at, catalogue, draft }: Publishing): Promise<number> {
      const before = await kept(procedure.id);
      const hash = hashOf(procedure);
      const isSame = before?.hash === hash && !before.archived;
      if (isSame && draft === undefined) return before.procedure.revision;
      const last = before?.procedure.revision ?? 0;
      const revision = isSame ? last : last + 1;
      const whole: Procedure = { ...procedure, revision };
      const content: Kept = { procedure: whole, hash, by, at, catalogue };
      const { id } = whole;
      const unchanged = before
        ? { ConditionExpression: '#hash = :before', ExpressionAttributeValues: { ':before': before.hash } }
        : { ConditionExpression: 'attribute_not_exists(#hash)' };
      const current = {
        Put: {
          TableName,
          Item: { ...procedureKey(id, 'CURRENT'), ...content },
          ExpressionAttributeNames: { '#hash': 'hash' },
          ...unchanged,
        },
      };
      const revisionItem = {
        Put: {
          TableName,
          Item: { ...procedureKey(id, revisionKey(revision)), ...content },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
      const line = {
        Update: {
          TableName,
          Key: lineKey(id),
          UpdateExpression: `SET card = :card, published = :published${catalogue ? ', #catalogue = :catalogue' : ''} REMOVE archived${draft === undefined ? '' : ', draft'}`,
          ...(catalogue && { ExpressionAttributeNames: { '#catalogue': 'catalogue' } }),
          ExpressionAttributeValues: {
            ':card': cardOf(whole),
            ':published': publishedLine(whole, { by, at }),
            ...(catalogue && { ':catalogue': catalogue }),
          },
        },
      };
      const ended = {
        Delete: {
          TableName,
          Key: procedureKey(id, 'DRAFT'),
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': draft },
        },
      };
      const write = new TransactWriteCommand({
        TransactItems: [
          ...(isSame ? [] : [current, revisionItem]),
          line,
          ...(draft === undefined ? [] : [ended]),
        ],
      });
      await db.send(write).catch((error: unknown) => {
        throw cancellation(error) ? new Refusal('conflict') : error;
      });
      return revision;
    },
  };
};
