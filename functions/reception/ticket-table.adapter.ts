import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { cancellation } from '../shared/aws.adapter.ts';
import { type HourCounts, turnOf } from './ticket.ts';
import type { Ticket } from './tickets-api.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type Counts = Partial<Record<Exclude<keyof HourCounts, 'hour'>, number>>;
/** When it happens: calendar day and hour of the authority, and the instant. */
export type Moment = { day: string; hour: string; at: string };

const dayKey = (day: string) => `TICKETS#${day}`;
const days = 86_400;
const attempts = 8;
const expires = (at: string, after: number) => Math.floor(Date.parse(at) / 1000) + after * days;
export type TicketTable = ReturnType<typeof ticketTable>;

/**
 * The one file that knows how tickets lie in the contacts table: a partition a day, in which who waits, what each desk
 * serves and the counters of the hours are read apart. They name nobody.
 */
export const ticketTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const put = (Item: Record<string, unknown>, ConditionExpression?: string): Write => ({
    Put: { TableName, Item, ConditionExpression },
  });
  const ticketItem = (day: string, ticket: Ticket) => ({
    ...{ pk: dayKey(day), sk: `TICKET#${ticket.id}`, ticket },
    expiresAt: expires(ticket.handedAt, 30),
  });
  const turnKey = (day: string, ticket: Ticket) => ({ pk: dayKey(day), sk: `TURN#${turnOf(ticket)}` });
  const servedBy = (day: string, login: string) => ({ pk: dayKey(day), sk: `SERVED#${login}` });
  const count = ({ day, hour, at }: Moment, counts: Counts): Write => {
    const names = Object.entries(counts);
    return {
      Update: {
        TableName,
        Key: { pk: dayKey(day), sk: `HOUR#${hour}` },
        UpdateExpression: `SET #hour = :hour, expiresAt = :end ADD ${names.map((_, i) => `#n${i} :v${i}`).join(', ')}`,
        ExpressionAttributeNames: {
          '#hour': 'hour',
          ...Object.fromEntries(names.map(([name], i) => [`#n${i}`, name])),
        },
        ExpressionAttributeValues: {
          ...{ ':hour': hour, ':end': expires(at, 800) },
          ...Object.fromEntries(names.map(([, value], i) => [`:v${i}`, value])),
        },
      },
    };
  };

  const get = async (Key: { pk: string; sk: string }) =>
    (await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  const some = async (
    day: string,
    prefix: string,
    Limit: number,
    ExclusiveStartKey?: Record<string, unknown>,
  ) =>
    db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :day AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':day': dayKey(day), ':prefix': prefix },
        ConsistentRead: true,
        ...{ Limit, ExclusiveStartKey },
      }),
    );
  /** False when a line of it stood against: somebody came first. Two desks on one counter only make each other wait. */
  const transact = async (TransactItems: Write[]): Promise<boolean> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await db.send(new TransactWriteCommand({ TransactItems }));
        return true;
      } catch (error) {
        const reasons = cancellation(error);
        if (!reasons) throw error;
        if (reasons.includes('ConditionalCheckFailed')) return false;
        if (attempt === attempts) throw error;
        await pause(Math.random() * 20 * 2 ** attempt);
      }
    }
  };
  const read = async (day: string, id: string) =>
    (await get({ pk: dayKey(day), sk: `TICKET#${id}` }))?.ticket as Ticket | undefined;

  return {
    read,

    async handedFor(day: string, key: string): Promise<Ticket | undefined> {
      const id = (await get({ pk: dayKey(day), sk: `KEY#${key}` }))?.id;
      return id ? read(day, String(id)) : undefined;
    },

    async nextNumber(day: string, letter: string, at: string): Promise<number> {
      const { Attributes } = await db.send(
        new UpdateCommand({
          TableName,
          Key: { pk: dayKey(day), sk: `COUNTER#${letter}` },
          UpdateExpression: 'SET expiresAt = :end ADD handed :one',
          ExpressionAttributeValues: { ':one': 1, ':end': expires(at, 30) },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Number(Attributes?.handed);
    },

    /** False when this key handed one before. */
    hand: (moment: Moment, key: string, ticket: Ticket): Promise<boolean> => {
      const expiresAt = expires(moment.at, 2);
      const kept = { pk: dayKey(moment.day), sk: `KEY#${key}`, id: ticket.id, expiresAt };
      return transact([
        put(kept, 'attribute_not_exists(pk)'),
        put(ticketItem(moment.day, ticket), 'attribute_not_exists(pk)'),
        put({ ...turnKey(moment.day, ticket), ticket, expiresAt }),
        count(moment, { handed: 1 }),
      ]);
    },

    /** Who waits, in order; `after` is the cursor of the page before. */
    async waiting(day: string, limit: number, after?: Record<string, unknown>) {
      const { Items = [], LastEvaluatedKey } = await some(day, 'TURN#', limit, after);
      return { tickets: Items.map(({ ticket }) => ticket as Ticket), next: LastEvaluatedKey };
    },

    async servedBy(day: string, login: string): Promise<Ticket | null> {
      const id = (await get(servedBy(day, login)))?.id;
      return id ? ((await read(day, String(id))) ?? null) : null;
    },

    async hours(day: string): Promise<HourCounts[]> {
      const { Items = [] } = await some(day, 'HOUR#', 24);
      return Items as unknown as HourCounts[];
    },

    /** Takes a ticket out of the queue for an agent; false when another desk was quicker or the agent serves one already. */
    call: (moment: Moment, ticket: Ticket, login: string, waited: number): Promise<boolean> => {
      const { day, at } = moment;
      return transact([
        { Delete: { TableName, Key: turnKey(day, ticket), ConditionExpression: 'attribute_exists(pk)' } },
        put(ticketItem(day, ticket)),
        put(
          { ...servedBy(day, login), id: ticket.id, expiresAt: expires(at, 2) },
          'attribute_not_exists(pk)',
        ),
        put({ pk: dayKey(day), sk: `CALLED#${at}#${ticket.id}`, ticket, expiresAt: expires(at, 2) }),
        count(moment, { called: 1, waited }),
      ]);
    },

    /** The last tickets that were called, the last first. */
    async called(day: string, limit: number): Promise<Ticket[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :day AND begins_with(sk, :called)',
          ExpressionAttributeValues: { ':day': dayKey(day), ':called': 'CALLED#' },
          ...{ ConsistentRead: true, ScanIndexForward: false, Limit: limit },
        }),
      );
      return Items.map(({ ticket }) => ticket as Ticket);
    },

    /** False when it was ended before. */
    end: (moment: Moment, ticket: Ticket, outcome: 'served' | 'absent'): Promise<boolean> => {
      const { day } = moment;
      return transact([
        {
          Put: {
            TableName,
            Item: ticketItem(day, { ...ticket, state: outcome }),
            ConditionExpression: 'ticket.#state = :called',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: { ':called': 'called' },
          },
        },
        { Delete: { TableName, Key: servedBy(day, ticket.by ?? '') } },
        count(moment, { [outcome]: 1 }),
      ]);
    },
  };
};
