import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { cancellation, wholeQuery } from '../shared/aws.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import type { ProcedureDocument } from './agent-api.ts';
import {
  type Draft,
  type Kept,
  type Line,
  lineKey,
  type Origin,
  procedureKey,
  titledOf,
} from './procedure-items.ts';

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>;
export type Saving = {
  id: string;
  document: ProcedureDocument;
  /** As it was read; 0 when there was none. */
  version: number;
  by: string;
  at: string;
  catalogue?: Origin;
};
export type DraftTable = ReturnType<typeof draftTable>;
/** An item of the table holds 400 KB. */
const largest = 300_000;

/** Drafts (`PROCEDURE#<id>`/`DRAFT`), the writers' list, revisions, and what is offered or not. */
export const draftTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const transact = (TransactItems: Writes) =>
    db.send(new TransactWriteCommand({ TransactItems })).catch((error: unknown) => {
      throw cancellation(error) ? new Refusal('conflict') : error;
    });
  const onLine = (
    id: string,
    UpdateExpression: string,
    ExpressionAttributeValues?: Record<string, unknown>,
  ) => ({ Update: { TableName, Key: lineKey(id), UpdateExpression, ExpressionAttributeValues } });

  return {
    lines: () =>
      wholeQuery<Line>(db, {
        TableName,
        KeyConditionExpression: 'pk = :all',
        ExpressionAttributeValues: { ':all': 'PROCEDURES' },
      }),

    async line(id: string): Promise<Line | undefined> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: lineKey(id), ConsistentRead: true }));
      return Item as Line | undefined;
    },

    async draft(id: string): Promise<Draft | undefined> {
      const Key = procedureKey(id, 'DRAFT');
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item as Draft | undefined;
    },

    /**
     * Keeps a draft over the version that was read, else refuses `conflict`; `too-large` beyond what an item holds. The first
     * version comes from the instant, so that a page left open on a draft thrown away since cannot overwrite the next one.
     */
    async save({ id, document, version, by, at, catalogue }: Saving): Promise<number> {
      const text = JSON.stringify(document);
      if (text.length > largest) throw new Refusal('too-large');
      const next = version === 0 ? Date.parse(at) : version + 1;
      const draft: Draft = { text, version: next, by, at, catalogue };
      const isExpected =
        version === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :version',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':version': version },
            };
      const mark = { version: next, by, at, ...titledOf(document) };
      await transact([
        { Put: { TableName, Item: { ...procedureKey(id, 'DRAFT'), ...draft }, ...isExpected } },
        catalogue
          ? {
              Update: {
                TableName,
                Key: lineKey(id),
                UpdateExpression: 'SET draft = :draft, #catalogue = :catalogue',
                ExpressionAttributeNames: { '#catalogue': 'catalogue' },
                ExpressionAttributeValues: { ':draft': mark, ':catalogue': catalogue },
              },
            }
          : onLine(id, 'SET draft = :draft', { ':draft': mark }),
      ]);
      return next;
    },

    /** Throws the draft away; a procedure never published goes with it. */
    async discard(id: string, wasPublished: boolean): Promise<void> {
      await transact([
        { Delete: { TableName, Key: procedureKey(id, 'DRAFT') } },
        wasPublished ? onLine(id, 'REMOVE draft') : { Delete: { TableName, Key: lineKey(id) } },
      ]);
    },

    /** Takes a published procedure off the portal, or offers it again; refuses `conflict` when it was never published. */
    async archive(id: string, archived: { by: string; at: string } | null): Promise<void> {
      const change = archived ? 'SET archived = :archived' : 'REMOVE archived';
      await transact([
        {
          Update: {
            TableName,
            Key: procedureKey(id, 'CURRENT'),
            UpdateExpression: change,
            ConditionExpression: 'attribute_exists(pk)',
            ...(archived && { ExpressionAttributeValues: { ':archived': archived } }),
          },
        },
        archived ? onLine(id, 'SET archived = :yes', { ':yes': true }) : onLine(id, 'REMOVE archived'),
        ...(archived
          ? [{ Put: { TableName, Item: { ...procedureKey(id, `ARCHIVED#${archived.at}`), ...archived } } }]
          : []),
      ]);
    },

    /** Every revision, the newest first, without its document. */
    async revisions(id: string): Promise<{ revision: number; by: string; at: string }[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :revision)',
          ExpressionAttributeValues: { ':pk': `PROCEDURE#${id}`, ':revision': 'REVISION#' },
          ProjectionExpression: 'sk, #by, #at',
          ExpressionAttributeNames: { '#by': 'by', '#at': 'at' },
          ScanIndexForward: false,
          Limit: 200,
        }),
      );
      return (Items as (Kept & { sk: string })[]).map(({ sk, by, at }) => ({
        revision: Number(sk.slice('REVISION#'.length)),
        by,
        at,
      }));
    },
  };
};
