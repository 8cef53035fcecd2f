import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { departmentBoard, requestKey, type Snapshot, workGroups } from '../../requests/items.ts';
import { type Days, listsOf } from './workload.ts';

/** Beyond this many in one list a count says no more than "many". */
const countedAtMost = 1_000;
type List = { index: 'gsi1' | 'gsi2'; key: string };
/** What stands where, from the board's index: keys to count, or the newest of a department. */
export const workloadTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const query = ({ index, key }: List, more: object) =>
    db.send(
      new QueryCommand({
        TableName,
        IndexName: index,
        KeyConditionExpression: `${index}pk = :list`,
        ExpressionAttributeValues: { ':list': key },
        ...more,
      }),
    );

  const daysOf = async (list: List): Promise<Days> => {
    const days: string[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await query(list, {
        ProjectionExpression: `${list.index}sk`,
        Limit: countedAtMost - days.length,
        ExclusiveStartKey,
      });
      days.push(...(page.Items ?? []).map((item) => String(item[`${list.index}sk`]).slice(0, 10)));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey && days.length < countedAtMost);
    return { days, more: ExclusiveStartKey !== undefined };
  };

  return {
    /** Days by which what stands with an agent, or in a common basket, is due. */
    async days(department: string, login: string | null): Promise<Days> {
      const found = await Promise.all(listsOf(department, login).map(daysOf));
      return { days: found.flatMap(({ days }) => days), more: found.some(({ more }) => more) };
    },

    /** References in the common basket of a department, those due first. */
    async basket(department: string, atMost: number): Promise<string[]> {
      const pages = await Promise.all(
        listsOf(department, null).map(async (list) => {
          const { Items = [] } = await query(list, { ProjectionExpression: 'pk, gsi2sk', Limit: atMost });
          return Items as { pk: string; gsi2sk: string }[];
        }),
      );
      return pages
        .flat()
        .sort((a, b) => (a.gsi2sk < b.gsi2sk ? -1 : 1))
        .slice(0, atMost)
        .map(({ pk }) => pk.slice(requestKey('').length));
    },

    /** Open requests of a department that came in since, the last ones first; those due last are read, `limit` of each list. */
    async newest(department: string, since: string, limit: number): Promise<Snapshot[]> {
      const pages = await Promise.all(
        workGroups.map(async (group) => {
          const list = { index: 'gsi1' as const, key: departmentBoard(department, group) };
          const { Items = [] } = await query(list, { ScanIndexForward: false, Limit: limit });
          return Items as (Snapshot & { sk: string })[];
        }),
      );
      return pages
        .flat()
        .filter((one) => one.sk === 'SNAPSHOT' && one.request.openedAt >= since)
        .sort((a, b) => (a.request.openedAt < b.request.openedAt ? 1 : -1));
    },
  };
};
export type WorkloadTable = ReturnType<typeof workloadTable>;
