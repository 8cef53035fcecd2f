import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import { keptDays, type ServerDraft, sentDays } from './draft.ts';

const epoch = (instant: string): number => Math.floor(Date.parse(instant) / 1000);
const keyOf = (account: string, procedure: string) => ({
  pk: `ACCOUNT#${account}`,
  sk: `DRAFT#${procedure}`,
});
export type DraftTable = ReturnType<typeof draftTable>;

/** Drafts of forms in the drafts table: those of an account stand together, each ends by itself. */
export const draftTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async read(account: string, procedure: string): Promise<ServerDraft | null> {
    const { Item } = await db.send(
      new GetCommand({ TableName, Key: keyOf(account, procedure), ConsistentRead: true }),
    );
    return (Item?.draft as ServerDraft | undefined) ?? null;
  },

  /** Last saved first. An account holds some tens of them at most: each procedure has one. */
  async list(account: string): Promise<ServerDraft[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :account AND begins_with(sk, :draft)',
        ExpressionAttributeValues: { ':account': `ACCOUNT#${account}`, ':draft': 'DRAFT#' },
        ProjectionExpression:
          'draft.#procedure, draft.title, draft.step, draft.#at, draft.savedAt, draft.#until, draft.sent',
        ExpressionAttributeNames: { '#procedure': 'procedure', '#at': 'at', '#until': 'until' },
      }),
    );
    return Items.map(({ draft }) => draft as ServerDraft).toSorted((one, other) =>
      other.savedAt.localeCompare(one.savedAt),
    );
  },

  /** Over the version that was read, 0 for none; refuses `conflict` when another came first. */
  async save(account: string, draft: ServerDraft, over: number, now: string): Promise<void> {
    const days = draft.sent ? sentDays : keptDays + 1;
    const Item = {
      ...keyOf(account, draft.procedure),
      draft,
      version: draft.version,
      expiresAt: epoch(now) + days * 86_400,
    };
    const ConditionExpression = over === 0 ? 'attribute_not_exists(pk)' : 'version = :over';
    const ExpressionAttributeValues = over === 0 ? undefined : { ':over': over };
    await db
      .send(new PutCommand({ TableName, Item, ConditionExpression, ExpressionAttributeValues }))
      .catch((error) => {
        throw isConditionFailure(error) ? new Refusal('conflict') : error;
      });
  },

  async remove(account: string, procedure: string): Promise<void> {
    await db.send(new DeleteCommand({ TableName, Key: keyOf(account, procedure) }));
  },

  /** What was sent stays as its reference only, so that another device does not send it again. */
  async markSent(account: string, procedure: string, key: string, sent: { reference: string; at: string }) {
    const draft = await this.read(account, procedure);
    if (!draft || draft.key !== key || draft.sent) return;
    const over = { ...draft, answers: {}, files: {}, version: draft.version + 1, sent };
    await this.save(account, over, draft.version, sent.at).catch((error) => {
      if (!(error instanceof Refusal)) throw error;
    });
  },
});
