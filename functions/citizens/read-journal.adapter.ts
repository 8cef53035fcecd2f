import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { cancellation } from '../shared/aws.adapter.ts';
import { personKey } from './items.ts';
import type { Reading } from './reading.ts';

export type ReadJournal = ReturnType<typeof readJournal>;
const sameReading = 15 * 60_000;
const mostWritten = 5_000;
/** Kept three years for internal control (CNIL, deliberation 2021-122). */
const keptFor = 3 * 366 * 86_400;

/** One agent may read for two reasons in one instant. */
const cursorOf = ({ at, by, reason }: Reading) => `${at}#${by}#${reason}`;

/** Who looked at somebody and why, on every sheet that was shown. */
export const readJournal = (db: DynamoDBDocumentClient, TableName: string) => {
  /** Screens that ask every few seconds: what was written here a moment ago is not tried again. */
  const written = new Map<string, number>();
  const isSame = (key: string, at: string): boolean => {
    const since = Date.parse(at) - (written.get(key) ?? Number.NaN);
    return since >= 0 && since < sameReading;
  };

  /** Looking again within a quarter of an hour for the same reason is the same reading. */
  const noteOn = async (id: string, reading: Reading): Promise<void> => {
    const { at, by, reason, reference } = reading;
    const pk = personKey(id);
    const last = { pk, sk: `LASTREAD#${by}#${reason}#${reference ?? ''}` };
    const key = `${pk} ${last.sk}`;
    if (isSame(key, at)) return;
    const since = new Date(Date.parse(at) - sameReading).toISOString();
    const expiresAt = Math.floor(Date.parse(at) / 1000);
    try {
      await db.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Put: {
                TableName,
                Item: { ...last, at, expiresAt: expiresAt + 86_400 },
                ConditionExpression: 'attribute_not_exists(pk) OR #at < :since OR #at > :now',
                ExpressionAttributeNames: { '#at': 'at' },
                ExpressionAttributeValues: { ':since': since, ':now': at },
              },
            },
            {
              Put: {
                TableName,
                Item: { pk, sk: `READ#${cursorOf(reading)}`, reading, expiresAt: expiresAt + keptFor },
              },
            },
          ],
        }),
      );
      if (written.size >= mostWritten) written.clear();
      written.set(key, Date.parse(at));
    } catch (error) {
      if (!cancellation(error)?.includes('ConditionalCheckFailed')) throw error;
    }
  };

  const ofSheet = async (id: string, limit: number, before?: string) => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': personKey(id),
          ':first': 'READ#',
          ':last': `READ#${before ?? '~'}`,
        },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: limit + 2,
      }),
    );
    return Items.filter(({ sk }) => sk !== `READ#${before}`).map(({ reading }) => reading as Reading);
  };
  return {
    async note(sheets: readonly string[], reading: Reading): Promise<void> {
      await Promise.all(sheets.map((id) => noteOn(id, reading)));
    },

    /** One page of the readings, the last first; one that showed several sheets counts once. */
    async page(sheets: readonly string[], limit: number, before?: string) {
      const found = (await Promise.all(sheets.map((id) => ofSheet(id, limit, before)))).flat();
      const once = new Map(found.map((reading) => [cursorOf(reading), reading]));
      const sorted = [...once.values()].sort((a, b) => (cursorOf(a) < cursorOf(b) ? 1 : -1));
      const readings = sorted.slice(0, limit);
      const last = readings.at(-1);
      return { readings, next: sorted.length > limit && last ? cursorOf(last) : null };
    },
  };
};
