import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  BatchGetCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { cancellation, isConditionFailure } from '../shared/aws.adapter.ts';
import { epochSeconds } from '../shared/clock.adapter.ts';
import { cellsAround, nearMetres, nearZoom } from './cells.ts';
import { type Filter, listOf, listsOf, nearOf, rankOf } from './lists.ts';
import type { Report } from './report.ts';
import type { Point } from './setting.ts';

export type ReportTable = ReturnType<typeof reportTable>;
/** `followers`: how many were ever counted in; it changes apart from the rest. */
export type Kept = Report & { followers: number };
const keyOf = (reference: string) => ({ pk: `REPORT#${reference}`, sk: 'REPORT' });
const pendingSeconds = 7 * 86_400;
const attempts = 6;
/** More open reports of one thing than anybody reads through. */
const mostNear = 10;
type Item = { report: Report; followers?: number };
const kept = ({ report, followers = 0 }: Item): Kept => ({ ...report, followers });

/** The one file that knows how reports and their lists lie in the reports table. */
export const reportTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const read = async (reference: string): Promise<Kept | null> => {
    const { Item: found } = await db.send(
      new GetCommand({ TableName, Key: keyOf(reference), ConsistentRead: true }),
    );
    return found ? kept(found as Item) : null;
  };
  const many = async (references: readonly string[]): Promise<Kept[]> => {
    if (references.length === 0) return [];
    const { Responses } = await db.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys: references.map(keyOf) } } }),
    );
    const found = new Map(
      (Responses?.[TableName] ?? []).map((item) => [(item as Item).report.reference, kept(item as Item)]),
    );
    return references.flatMap((reference) => found.get(reference) ?? []);
  };
  const page = async (pk: string, limit: number, after?: string) => {
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: after ? 'pk = :pk AND sk < :after' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk, ...(after && { ':after': after }) },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return {
      references: Items.map((item) => String(item.reference)),
      next: LastEvaluatedKey?.sk as string | undefined,
    };
  };

  return {
    read,
    /** A report whose request is on its way: seen by nobody, gone in a week when it never opens. */
    async prepare(report: Report): Promise<void> {
      const Item = {
        ...keyOf(report.reference),
        ...{ gsi1pk: `PUBLIC#${report.id}`, gsi1sk: 'REPORT', report },
        ...{ followers: 0, expiresAt: epochSeconds() + pendingSeconds },
      };
      try {
        await db.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
    },
    async byId(id: string): Promise<Kept | null> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :pk',
          ExpressionAttributeValues: { ':pk': `PUBLIC#${id}` },
          Limit: 1,
        }),
      );
      const reference = (Items[0] as Item | undefined)?.report.reference;
      return reference ? read(reference) : null;
    },
    /**
     * Changes a report and the lists it is in, all or nothing; answers it as it was and as it is, null when there is none.
     * `change` is asked again when somebody else was quicker.
     */
    async change(
      reference: string,
      change: (report: Kept) => Partial<Report>,
      keptUntil?: number,
    ): Promise<{ before: Kept; after: Kept } | null> {
      for (let attempt = 1; ; attempt += 1) {
        const before = await read(reference);
        if (!before) return null;
        const { followers, ...own } = before;
        const report: Report = { ...own, ...change(before), version: own.version + 1 };
        const after = { ...report, followers };
        if (JSON.stringify({ ...report, version: own.version }) === JSON.stringify(own))
          return { before, after: before };
        const [was, is] = [listsOf(own), listsOf(report)];
        const sk = rankOf(own);
        const lines = [
          ...was.filter((pk) => !is.includes(pk)).map((pk) => ({ Delete: { TableName, Key: { pk, sk } } })),
          ...is
            .filter((pk) => !was.includes(pk))
            .map((pk) => ({
              Put: { TableName, Item: { pk, sk, reference } },
            })),
        ];
        try {
          await db.send(
            new TransactWriteCommand({
              TransactItems: [
                {
                  Update: {
                    TableName,
                    Key: keyOf(reference),
                    UpdateExpression: `SET report = :report${keptUntil ? ', expiresAt = :gone' : ' REMOVE expiresAt'}`,
                    ConditionExpression: 'report.version = :seen',
                    ExpressionAttributeValues: {
                      ...{ ':report': report, ':seen': own.version },
                      ...(keptUntil && { ':gone': keptUntil }),
                    },
                  },
                },
                ...lines,
              ],
            }),
          );
          return { before, after };
        } catch (error) {
          if (!cancellation(error) || attempt === attempts) throw error;
        }
      }
    },
    /** One page of a list, the newest first. */
    async list(
      filter: Filter,
      limit: number,
      after?: string,
    ): Promise<{ reports: Kept[]; next: string | null }> {
      const { references, next } = await page(listOf(filter), limit, after);
      return { reports: await many(references), next: next ?? null };
    },
    /** Open reports of a category in the cells around a place, in no order; a few of each. */
    async around(point: Point, category: string): Promise<Kept[]> {
      const cells = cellsAround(point, nearMetres, nearZoom);
      const pages = await Promise.all(cells.map((cell) => page(nearOf(cell, category), mostNear)));
      return many(pages.flatMap(({ references }) => references));
    },
  };
};
