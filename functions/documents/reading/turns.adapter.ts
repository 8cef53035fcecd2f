import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../../shared/aws.adapter.ts';
import type { Tell } from './read-pack.adapter.ts';

export type Turns = ReturnType<typeof turns>;
type Place = { sk: string; batchId: string; fileId: string; since: string };
type Waiting = { sk: string; batchId: string; fileId: string; taskToken: string };
type Wish = { batchId: string; fileId: string; pages: number; taskToken: string };

const pk = 'TURNS';
/** Files of long batches that are read at once. Short batches ask for no place: they are read beside them. */
const places = ['PLACE#1', 'PLACE#2', 'PLACE#3'];

/** Files of long batches wait for their turn, those of the shorter batch first, so that a pile holds up no small one. */
export const turns = (db: DynamoDBDocumentClient, TableName: string, tell: Tell) => {
  async function list<T>(prefix: string, Limit?: number): Promise<T[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
        ConsistentRead: true,
        Limit,
      }),
    );
    return Items as T[];
  }
  const remove = (sk: string) => db.send(new DeleteCommand({ TableName, Key: { pk, sk } }));

  async function take(sk: string, { batchId, fileId }: Waiting, since: string): Promise<boolean> {
    const Item = { pk, sk, batchId, fileId, since };
    try {
      await db.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
      return true;
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
      return false;
    }
  }

  /** Gives free places away. A file that was given one and not told, because of a power cut, is told now. */
  async function advance(now: string): Promise<void> {
    for (;;) {
      const [taken, [first]] = await Promise.all([list<Place>('PLACE#'), list<Waiting>('WAIT#', 1)]);
      if (!first) return;
      const free = places.find((sk) => !taken.some((place) => place.sk === sk));
      const isPlaced = taken.some(({ fileId }) => fileId === first.fileId);
      if (!isPlaced && !free) return;
      if (!isPlaced && free && !(await take(free, first, now))) continue;
      await tell(first.taskToken, {});
      await remove(first.sk);
    }
  }

  return {
    /** The machine is told once it is the turn of the file; asked again with a new token, it keeps its place in the queue. */
    async wait({ batchId, fileId, pages, taskToken }: Wish, now: string): Promise<void> {
      const size = String(Math.min(pages, 99_999)).padStart(5, '0');
      const Item = { pk, sk: `WAIT#${size}#${fileId}`, batchId, fileId, taskToken };
      await db.send(new PutCommand({ TableName, Item }));
      await advance(now);
    },

    /** The file was read, or needs no more reading: the next one's turn. A file without a place changes nothing. */
    async leave(fileId: string, now: string): Promise<void> {
      const mine = (await list<Place>('PLACE#')).filter((place) => place.fileId === fileId);
      for (const { sk } of mine) await remove(sk);
      if (mine.length > 0) await advance(now);
    },

    /** Places whose file was taken up long ago: the sweeper asks whether it is still being read. */
    takenBefore: async (instant: string): Promise<Place[]> =>
      (await list<Place>('PLACE#')).filter(({ since }) => since < instant),
    advance,
  };
};
