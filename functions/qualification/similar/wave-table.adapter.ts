import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { cancellation, isConditionFailure } from '../../shared/aws.adapter.ts';
import { Refusal } from '../../shared/refusal.ts';
import { expiry } from './similar-table.adapter.ts';
import type { Recent, Wave } from './wave.ts';

/** A request in a wave; `isOut` when an agent said that it is about something else. */
export type Member = Pick<Recent, 'reference' | 'contactId' | 'at' | 'who'> & { isOut?: true };
export type Held = { version: number; waves: Wave[] };
export type Noted = {
  department: string;
  held: Held;
  waves: Wave[];
  one: Recent;
  joined: Recent[];
};
/** The department a request was noted in, and when it was received. */
export type Place = { department: string; at: string };
/** Waves of a department as they were read, and without one of the requests of one of them. */
export type Left = { wave: string; held: Held; waves: Wave[] };
export type WaveTable = ReturnType<typeof waveTable>;

/** As long as a request may be grouped with another by hand. */
const recentForDays = 60;
const wavesForDays = 90;
const wavesKey = (department: string) => ({ pk: `W#${department}`, sk: 'WAVES' });
const memberKey = (wave: string, { at, reference }: Pick<Member, 'at' | 'reference'>) => ({
  pk: `V#${wave}`,
  sk: `${at}#${reference}`,
});
const requestKey = (reference: string) => ({ pk: `R#${reference}`, sk: 'WAVE' });
const placeKey = (reference: string) => ({ pk: `R#${reference}`, sk: 'PLACE' });
const recentKey = (department: string, { at, reference }: Pick<Recent, 'at' | 'reference'>) => ({
  pk: `D#${department}`,
  sk: `${at}#${reference}`,
});

/** Waves of a department in one item, their members in a row, and the requests that came in lately. */
export const waveTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const put = (Item: Record<string, unknown>) => ({ Put: { TableName, Item } });

  const recent = (department: string, request: Recent) =>
    put({ ...recentKey(department, request), ...request, expiresAt: expiry(request.at, recentForDays) });

  async function waves(department: string): Promise<Held> {
    const { Item } = await db.send(
      new GetCommand({ TableName, Key: wavesKey(department), ConsistentRead: true }),
    );
    return { version: (Item?.version as number) ?? 0, waves: (Item?.waves as Wave[]) ?? [] };
  }

  /** The waves of a department, as long as nobody changed them since they were read. */
  const listed = (department: string, { version }: Held, next: Wave[], at: string) => ({
    TableName,
    Item: {
      ...{ ...wavesKey(department), version: version + 1, waves: next },
      expiresAt: expiry(at, wavesForDays),
    },
    ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : 'version = :read',
    ...(version === 0 ? {} : { ExpressionAttributeValues: { ':read': version } }),
  });

  async function transact(TransactItems: TransactWriteCommandInput['TransactItems']): Promise<void> {
    try {
      await db.send(new TransactWriteCommand({ TransactItems }));
    } catch (error) {
      if (cancellation(error)) throw new Refusal('conflict');
      throw error;
    }
  }

  return {
    waves,

    /** The newest requests of a department received since, at most `limit`. */
    async recent(department: string, since: string, limit: number): Promise<Recent[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND sk >= :since',
          ExpressionAttributeValues: { ':pk': `D#${department}`, ':since': since },
          ScanIndexForward: false,
          Limit: limit,
          ConsistentRead: true,
        }),
      );
      return Items.map(({ pk: _pk, sk: _sk, expiresAt: _gone, ...recent }) => recent as Recent);
    },

    /** The department a request was noted in. */
    async placeOf(reference: string): Promise<Place | null> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: placeKey(reference) }));
      return (Item as Place | undefined) ?? null;
    },

    /** Takes a request out of a department and its wave; refuses `conflict` when another request changed its waves first. */
    async leave(
      { reference, department, at }: Place & { reference: string },
      left: Left | null,
    ): Promise<void> {
      const member = { at, reference };
      const gone = [recentKey(department, member), placeKey(reference)];
      if (left) gone.push(memberKey(left.wave, member), requestKey(reference));
      const lastAt =
        left?.waves
          .map((wave) => wave.lastAt)
          .sort()
          .at(-1) ?? at;
      const items = gone.map((Key) => ({ Delete: { TableName, Key } }));
      await transact(left ? [{ Put: listed(department, left.held, left.waves, lastAt) }, ...items] : items);
    },

    /** Puts a request among the recent ones, once: what it is of already stays. */
    async keep(department: string, one: Recent): Promise<void> {
      const { reference, at } = one;
      const place = { department, at, expiresAt: expiry(at, wavesForDays) };
      await db.send(new PutCommand(put({ ...placeKey(reference), ...place }).Put));
      const { Put } = recent(department, one);
      const ConditionExpression = 'attribute_not_exists(pk)';
      await db.send(new PutCommand({ ...Put, ConditionExpression })).catch((error) => {
        if (!isConditionFailure(error)) throw error;
      });
    },

    /** Waves as they are now, with who joined; refuses `conflict` when another request changed them first. */
    async save({ department, held, waves: next, one, joined }: Noted): Promise<void> {
      const expiresAt = expiry(one.at, wavesForDays);
      const members = joined.flatMap((request) => {
        const { reference, contactId, at, who, wave } = request;
        const member = { reference, contactId, at, who, expiresAt };
        return [
          recent(department, request),
          put({ ...memberKey(wave ?? '', request), ...member }),
          put({ ...requestKey(reference), wave, at, expiresAt }),
        ];
      });
      await transact([{ Put: listed(department, held, next, one.at) }, ...members]);
    },

    /** One page of the requests of a wave, in the order they came in. */
    async members(
      wave: string,
      { after, limit }: { after?: string; limit: number },
    ): Promise<{ members: Member[]; next: string | null }> {
      const { Items = [], LastEvaluatedKey } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND sk > :after',
          ExpressionAttributeValues: { ':pk': `V#${wave}`, ':after': after ?? ' ' },
          Limit: limit,
        }),
      );
      return { members: Items as Member[], next: LastEvaluatedKey ? String(LastEvaluatedKey.sk) : null };
    },

    /** The wave a request is in, by its id. */
    async waveOf(reference: string): Promise<{ wave: string; at: string; isOut?: true } | null> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: requestKey(reference) }));
      return (Item as { wave: string; at: string; isOut?: true } | undefined) ?? null;
    },

    /** A request is about something else, or of the wave after all. */
    async mark(wave: string, member: Pick<Member, 'reference' | 'at'>, isOut: boolean): Promise<void> {
      const change = isOut
        ? { UpdateExpression: 'SET isOut = :yes', ExpressionAttributeValues: { ':yes': true } }
        : { UpdateExpression: 'REMOVE isOut' };
      for (const Key of [memberKey(wave, member), requestKey(member.reference)])
        await db.send(new UpdateCommand({ TableName, Key, ...change }));
    },
  };
};
