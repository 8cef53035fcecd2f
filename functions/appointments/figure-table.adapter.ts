import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Day } from '../deadlines/day.ts';

export type Counted = 'booked' | 'moved' | 'cancelled' | 'withdrawn' | 'honoured' | 'missed';
export type Line = { place: string; reason: string; waited: number } & Record<Counted, number>;
export type FigureTable = ReturnType<typeof figureTable>;
const keptDays = 800;
const names: readonly Counted[] = ['booked', 'moved', 'cancelled', 'withdrawn', 'honoured', 'missed'];

/** Counts of a month, by place and reason: nobody is named in them, and they outlive the appointments. */
export const figureTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  /** `waited`: days between the booking and the appointment, added up for those booked. `by` −1 takes one back. */
  async count(figure: {
    day: Day;
    place: string;
    reason: string;
    change: string;
    waited: number;
    by?: number;
  }): Promise<void> {
    const { day, place, reason, change, waited, by = 1 } = figure;
    const name = names.find((one) => one === change);
    if (!name) return;
    await db.send(
      new UpdateCommand({
        TableName,
        Key: { pk: `FIGURES#${day.slice(0, 7)}`, sk: `${place}#${reason}` },
        UpdateExpression: `SET expiresAt = :gone ADD ${name} :by, waited :waited`,
        ExpressionAttributeValues: {
          ':by': by,
          ':waited': name === 'booked' ? waited : 0,
          ':gone': Math.floor(Date.parse(`${day}T00:00:00Z`) / 1000) + keptDays * 86_400,
        },
      }),
    );
  },

  async month(month: string): Promise<Line[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :month',
        ExpressionAttributeValues: { ':month': `FIGURES#${month}` },
      }),
    );
    return Items.map((item) => {
      const [place = '', reason = ''] = String(item.sk).split('#');
      const counts = Object.fromEntries(names.map((name) => [name, Number(item[name] ?? 0)]));
      return { place, reason, waited: Number(item.waited ?? 0), ...counts } as Line;
    });
  },
});
