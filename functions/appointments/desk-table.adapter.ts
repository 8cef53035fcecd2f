import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Day } from '../deadlines/day.ts';
import { isConditionFailure, wholeQuery } from '../shared/aws.adapter.ts';
import { type Barred, cellName, type DeskDay } from './cells.ts';
import type { DeskDays } from './slots.ts';
import type { Write } from './transact.adapter.ts';
import { mondayOf } from './week.ts';

type Item = Record<string, unknown>;
export type DeskTable = ReturnType<typeof deskTable>;
/** Cells of one desk and day that change hands together. */
export type CellChange = {
  place: string;
  desk: string;
  day: Day;
  now: string;
  /** Taken by `mark` when they are free, or already bear one of `own`. */
  take?: { cells: readonly number[]; mark: string; own: readonly string[] };
  /** Given back when they bear `mark`; they bear `left` afterwards. */
  give?: { cells: readonly number[]; mark: string; left: string };
  /** What was closed by hand when the cells were chosen: closed since, they are not taken. */
  barredRevision?: number;
};

const keyOf = (place: string, day: Day, desk: string) => ({
  pk: `DESKS#${place}#${mondayOf(day)}`,
  sk: `${day}#${desk}`,
});
const keptDays = 90;
const expiry = (day: Day) => Math.floor(Date.parse(`${day}T00:00:00Z`) / 1000) + keptDays * 86_400;
const deskDay = (item: Item): DeskDay => ({
  cells: new Map(
    Object.entries(item).flatMap(([name, value]) =>
      /^c\d{4}$/.test(name) ? [[Number(name.slice(1)), String(value)] as const] : [],
    ),
  ),
  barred: (item.barred ?? []) as Barred[],
  barredRevision: Number(item.barredRevision ?? 0),
});

/** The one file that knows how desks lie in the appointments table: a partition a place and week, an item a desk and day. */
export const deskTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const query = async (place: string, day: Day, prefix: string, isExact: boolean): Promise<DeskDays> => {
    const found = await wholeQuery(db, {
      TableName,
      KeyConditionExpression: 'pk = :week AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':week': keyOf(place, day, '').pk, ':prefix': prefix },
      ConsistentRead: isExact,
    });
    return new Map(found.map((item) => [String(item.sk), deskDay(item)]));
  };

  const update = (change: CellChange) => {
    const { place, desk, day, now, take, give, barredRevision } = change;
    const values: Item = { ':now': now, ':gone': expiry(day) };
    const sets = ['expiresAt = :gone'];
    const conditions: string[] = [];
    if (take) {
      const own = take.own.map((_, at) => `:own${at}`);
      for (const [at, mark] of take.own.entries()) values[`:own${at}`] = mark;
      values[':mark'] = take.mark;
      for (const cell of take.cells.map(cellName)) {
        sets.push(`${cell} = :mark`);
        const mine = own.length > 0 ? ` OR ${cell} IN (${own.join(', ')})` : '';
        conditions.push(`(attribute_not_exists(${cell}) OR ${cell} < :now${mine})`);
      }
    }
    if (give && give.cells.length > 0) {
      Object.assign(values, { ':given': give.mark, ':left': give.left });
      for (const cell of give.cells.map(cellName)) {
        sets.push(`${cell} = :left`);
        conditions.push(`${cell} = :given`);
      }
    }
    if (barredRevision === 0) conditions.push('attribute_not_exists(barredRevision)');
    if (barredRevision) {
      values[':barred'] = barredRevision;
      conditions.push('barredRevision = :barred');
    }
    if (!conditions.some((one) => one.includes(':now'))) delete values[':now'];
    return {
      TableName,
      Key: keyOf(place, day, desk),
      UpdateExpression: `SET ${sets.join(', ')}`,
      ConditionExpression: conditions.join(' AND '),
      ExpressionAttributeValues: values,
    };
  };

  return {
    /** What is kept of the desks of a place in the week of a day; a moment old. */
    week: (place: string, day: Day) => query(place, day, '', false),
    /** The same for one day, as it is now. */
    day: (place: string, day: Day) => query(place, day, `${day}#`, true),

    write: (change: CellChange): Write => ({ Update: update(change) }),
    /** False when somebody else was quicker. */
    async change(change: CellChange): Promise<boolean> {
      try {
        await db.send(new UpdateCommand(update(change)));
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },

    /** Closes stretches of a desk's day, or opens them again; answers what lay in it at that instant. */
    async bar(
      place: string,
      day: Day,
      desk: string,
      barred: readonly Barred[],
      seen: number,
    ): Promise<DeskDay | null> {
      try {
        const { Attributes } = await db.send(
          new UpdateCommand({
            TableName,
            Key: keyOf(place, day, desk),
            UpdateExpression: 'SET barred = :barred, expiresAt = :gone ADD barredRevision :one',
            ConditionExpression:
              seen === 0 ? 'attribute_not_exists(barredRevision)' : 'barredRevision = :seen',
            ExpressionAttributeValues: {
              ...{ ':barred': barred, ':gone': expiry(day), ':one': 1 },
              ...(seen === 0 ? {} : { ':seen': seen }),
            },
            ReturnValues: 'ALL_NEW',
          }),
        );
        return deskDay(Attributes ?? {});
      } catch (error) {
        if (isConditionFailure(error)) return null;
        throw error;
      }
    },
  };
};
