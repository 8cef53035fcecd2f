import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure, wholeQuery } from '../../shared/aws.adapter.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { PageTraits } from '../splitting/boundary.ts';
import type { Asked } from './asked.ts';
import type { BatchPage } from './batch.ts';
import { deedTable } from './deed-table.adapter.ts';

/** A page with what only the readers need: what a separator says, its reading under way, how often it was tried. */
export type WorkPage = BatchPage & {
  department?: string | null;
  /** Codes of our letters and slips that stand on it. */
  codes?: string[];
  procedure?: string;
  /** The sheet between the two passes of a pile. */
  isVersos?: boolean;
  traits?: PageTraits | null;
  tries?: number;
  /** How often its preparing was started, and by which try of the machine last. */
  starts?: number;
  lastRetry?: number;
  /** The same of our own reader; and whether it was counted among the pages of the day. */
  readings?: number;
  lastReading?: number;
  isCounted?: boolean;
  /** Degrees by which the shown picture is turned clockwise beyond the one that was read. */
  tilt?: number;
  /** What clerks asked of it that was done (asked.ts). */
  asked?: Asked;
  /** What it was before a clerk said what it counts as. */
  stateBefore?: BatchPage['state'];
};
/**
 * A document that the pages make, known by its first page; its contact has the same id each time it is made. `number`
 * counts the documents of the file, for its name.
 */
export type PlannedDocument = {
  number: number;
  pages: number[];
  department: string | null;
  procedure?: string | null;
  contactId: string;
  /** A page of it was turned, replaced or counted otherwise since it was filed. */
  isChanged?: boolean;
};
export type PageTable = ReturnType<typeof pageTable>;

const fileKey = (id: string) => `FILE#${id}`;
const five = (number: number) => String(number).padStart(5, '0');

/** The one file that knows pages and planned documents of a batch's files. */
export const pageTable = (db: DynamoDBDocumentClient, TableName: string) => {
  async function query<T>(fileId: string, prefix: string): Promise<T[]> {
    const found = await wholeQuery(db, {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': fileKey(fileId), ':prefix': prefix },
      ConsistentRead: true,
    });
    return found.map(({ pk: _pk, sk: _sk, ...item }) => item as T);
  }
  const put = (fileId: string, sk: string, item: object) =>
    db.send(new PutCommand({ TableName, Item: { pk: fileKey(fileId), sk, ...item } }));

  return {
    ...deedTable(db, TableName),
    /** Pages of a file in order; those nobody has come to yet are missing. */
    listPages: (fileId: string) => query<WorkPage>(fileId, 'PAGE#'),
    async findPage(fileId: string, page: number): Promise<WorkPage | undefined> {
      const Key = { pk: fileKey(fileId), sk: `PAGE#${five(page)}` };
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      if (!Item) return;
      const { pk: _pk, sk: _sk, ...rest } = Item;
      return rest as WorkPage;
    },
    savePage: async (page: WorkPage): Promise<void> => {
      await put(page.fileId, `PAGE#${five(page.page)}`, page);
    },
    /** Changes a page that is still in a state; `false` when it no longer is. */
    async changeWhile(
      { fileId, page }: Pick<WorkPage, 'fileId' | 'page'>,
      state: WorkPage['state'],
      changes: Partial<WorkPage>,
    ): Promise<boolean> {
      const names = Object.keys(changes).filter((name) => changes[name as keyof WorkPage] !== undefined);
      const update = new UpdateCommand({
        TableName,
        Key: { pk: fileKey(fileId), sk: `PAGE#${five(page)}` },
        UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
        ConditionExpression: '#state = :is',
        ExpressionAttributeNames: {
          '#state': 'state',
          ...Object.fromEntries(names.map((name) => [`#${name}`, name])),
        },
        ExpressionAttributeValues: {
          ':is': state,
          ...Object.fromEntries(names.map((name) => [`:${name}`, changes[name as keyof WorkPage]])),
        },
      });
      try {
        await db.send(update);
        return true;
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
        return false;
      }
    },
    /** Where the pages of a document went. */
    async filePages(fileId: string, pages: number[], contactId: string): Promise<void> {
      for (const page of pages)
        await db.send(
          new UpdateCommand({
            TableName,
            Key: { pk: fileKey(fileId), sk: `PAGE#${five(page)}` },
            UpdateExpression: 'SET #state = :filed, contactId = :contactId',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: { ':filed': 'filed', ':contactId': contactId },
          }),
        );
    },
    savePlan: async (fileId: string, document: PlannedDocument): Promise<void> => {
      await put(fileId, `PLAN#${five(document.pages[0] ?? 0)}`, document);
    },
    removePlan: async (fileId: string, { pages: [first = 0] }: PlannedDocument): Promise<void> => {
      await db.send(
        new DeleteCommand({ TableName, Key: { pk: fileKey(fileId), sk: `PLAN#${five(first)}` } }),
      );
    },
    listPlans: (fileId: string) => query<PlannedDocument>(fileId, 'PLAN#'),
    async readPlan(fileId: string, firstPage: number): Promise<PlannedDocument> {
      const Key = { pk: fileKey(fileId), sk: `PLAN#${five(firstPage)}` };
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      if (!Item) throw new Refusal('not-found');
      return Item as unknown as PlannedDocument;
    },
  };
};
