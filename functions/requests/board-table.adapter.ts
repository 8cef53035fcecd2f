import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type Cursor, type Partition, type Section, writeCursor } from './board.ts';
import type { Snapshot, WorkGroup } from './items.ts';
import type { OpinionRecord } from './records.ts';

/** A request, or an opinion that was asked, with what the board shows of its request. */
export type Shown = Snapshot & { opinion?: OpinionRecord };
type Found = { snapshot: Shown; group: WorkGroup; sort: string };
export type BoardPage = { found: Found[]; next: string | null };
/** Beyond this many in one list a count says no more than "many". */
const countedAtMost = 100;

/** Reads the board a page at a time: a merge of lists that are sorted already, each read by small bites. */
export const boardTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const query = ({ index, key }: Partition, [from, to]: [string, string], Limit: number, keysOnly = false) =>
    db.send(
      new QueryCommand({
        TableName,
        IndexName: index,
        KeyConditionExpression: `${index}pk = :key AND ${index}sk BETWEEN :from AND :to`,
        ExpressionAttributeValues: { ':key': key, ':from': from, ':to': to },
        Limit,
        ...(keysOnly ? { ProjectionExpression: `${index}sk` } : {}),
      }),
    );

  /** One sorted list, read as far as somebody asks. `after` itself is left out. */
  const stream = (partition: Partition, { from, to }: Section, after: string, bite: number) => {
    let buffer: Found[] = [];
    // A space sorts before every character of a key: nothing stands between `after` and its successor.
    let start = after ? `${after} ` : from || ' ';
    let isOver = false;
    return {
      async peek(): Promise<Found | undefined> {
        if (buffer.length === 0 && !isOver) {
          const { Items = [], LastEvaluatedKey } = await query(partition, [start, to], bite);
          isOver = !LastEvaluatedKey;
          buffer = Items.map((item) => {
            const snapshot = item as Shown;
            return { snapshot, group: partition.group, sort: String(item[`${partition.index}sk`]) };
          });
          start = `${buffer.at(-1)?.sort} `;
        }
        return buffer[0];
      },
      take: () => buffer.shift(),
    };
  };

  const merge = async (section: Section, after: string, wanted: number): Promise<Found[]> => {
    const bite = Math.max(2, Math.ceil(wanted / section.partitions.length) + 1);
    const streams = section.partitions.map((partition) => stream(partition, section, after, bite));
    const found: Found[] = [];
    await Promise.all(streams.map((one) => one.peek()));
    while (found.length < wanted) {
      const heads = await Promise.all(streams.map(async (one) => ({ one, head: await one.peek() })));
      const first = heads.reduce<(typeof heads)[number] | null>(
        (best, next) => (next.head && (!best?.head || next.head.sort < best.head.sort) ? next : best),
        null,
      );
      const taken = first?.head && first.one.take();
      if (!taken) break;
      found.push(taken);
    }
    return found;
  };

  return {
    /** One page in the board's order; `next` leads to the page after it. */
    async page(sections: readonly Section[], cursor: Cursor | null, limit: number): Promise<BoardPage> {
      const found: (Found & { section: Section['name'] })[] = [];
      const start = cursor ? sections.findIndex(({ name }) => name === cursor.section) : 0;
      for (const [index, section] of sections.slice(start).entries()) {
        const after = cursor && index === 0 ? cursor.sort : '';
        const some = await merge(section, after, limit + 1 - found.length);
        found.push(...some.map((one) => ({ ...one, section: section.name })));
        if (found.length > limit) break;
      }
      const shown = found.slice(0, limit);
      const end = found.length > limit ? shown.at(-1) : undefined;
      return { found: shown, next: end ? writeCursor({ section: end.section, sort: end.sort }) : null };
    },

    /** Sort keys of each list, at most a hundred of each: enough to count by group. */
    async sorts(partitions: readonly Partition[]): Promise<{ sort: string; group: WorkGroup }[]> {
      const pages = await Promise.all(
        partitions.map(async (partition) => {
          const { Items = [] } = await query(partition, [' ', '~'], countedAtMost, true);
          return Items.map((item) => ({
            sort: String(item[`${partition.index}sk`]),
            group: partition.group,
          }));
        }),
      );
      return pages.flat();
    },
  };
};
export type BoardTable = ReturnType<typeof boardTable>;
