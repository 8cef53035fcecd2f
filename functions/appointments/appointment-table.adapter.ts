import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import { type BusEvent, outboxItem } from '../shared/events.ts';
import type { Appointment } from './appointment.ts';
import type { Hold } from './hold.ts';
import { type Seat, type Seats, seatMark, seatName } from './seats.ts';
import { transaction, type Write } from './transact.adapter.ts';

export type AppointmentTable = ReturnType<typeof appointmentTable>;
type Item = Record<string, unknown>;
const keyOf = (id: string) => ({ pk: `APPOINTMENT#${id}`, sk: 'APPOINTMENT' });
const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);
const day = 86_400;
/** Names and addresses stay three months after the day, for whoever asks about a missed appointment. */
const keptDays = 90;
/** A form that waits for a second signature or for the network still says which slot it asked for. */
const keptHoldDays = 40;

/** Whose it is: an account's, else somebody's of whom a keyed digest alone is kept (seats.ts). */
const ownerOf = ({ account, seats: [seat], from, id }: Appointment): Item => {
  const gsi1pk = account ? `ACCOUNT#${account}` : seat && `SEAT#${seat.key}`;
  return gsi1pk ? { gsi1pk, gsi1sk: `${from}#${id}` } : {};
};

/** The one file that knows how appointments, holds and seats lie in the appointments table. */
export const appointmentTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const itemOf = (appointment: Appointment): Item => ({
    ...keyOf(appointment.id),
    appointment,
    ...ownerOf(appointment),
    expiresAt: seconds(appointment.to) + keptDays * day,
  });
  const get = async (Key: { pk: string; sk: string }) =>
    (await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;

  return {
    transact: transaction(db),

    async read(id: string): Promise<Appointment | null> {
      return ((await get(keyOf(id)))?.appointment as Appointment | undefined) ?? null;
    },
    /** Those that are there, in no order. */
    async readMany(ids: readonly string[]): Promise<Appointment[]> {
      const found: Appointment[] = [];
      let left = [...new Set(ids)].map(keyOf);
      while (left.length > 0) {
        const { Responses, UnprocessedKeys } = await db.send(
          new BatchGetCommand({
            RequestItems: { [TableName]: { Keys: left.slice(0, 100), ConsistentRead: true } },
          }),
        );
        found.push(...(Responses?.[TableName] ?? []).map((item) => item.appointment as Appointment));
        left = [...((UnprocessedKeys?.[TableName]?.Keys ?? []) as typeof left), ...left.slice(100)];
      }
      return found;
    },
    /** Appointments of an account that end after an instant, the next first. */
    async ofAccount(account: string, after: string, limit: number): Promise<Appointment[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :account AND gsi1sk > :after',
          ExpressionAttributeValues: { ':account': `ACCOUNT#${account}`, ':after': after },
          Limit: limit,
        }),
      );
      return Items.map(({ appointment }) => appointment as Appointment);
    },

    /** Gives one to the account that the other became part of, unless it is no longer there; it is the same revision of it. */
    async hand(id: string, from: string, into: string): Promise<void> {
      const handed = new UpdateCommand({
        TableName,
        Key: keyOf(id),
        UpdateExpression: 'SET appointment.account = :into, gsi1pk = :list',
        ConditionExpression: 'appointment.account = :from',
        ExpressionAttributeValues: { ':from': from, ':into': into, ':list': `ACCOUNT#${into}` },
      });
      await db.send(handed).catch((error: unknown) => {
        if (!isConditionFailure(error)) throw error;
      });
    },

    /** Refused when it is there already. */
    add: (appointment: Appointment): Write => ({
      Put: { TableName, Item: itemOf(appointment), ConditionExpression: 'attribute_not_exists(pk)' },
    }),
    /** Refused when it changed since it was read: `appointment` bears the next revision. */
    save: (appointment: Appointment): Write => ({
      Put: {
        TableName,
        Item: itemOf(appointment),
        ConditionExpression: 'appointment.revision = :seen',
        ExpressionAttributeValues: { ':seen': appointment.revision - 1 },
      },
    }),

    async seats(keys: readonly string[]): Promise<Map<string, Seats>> {
      const read = await Promise.all(keys.map((key) => get({ pk: `SEATS#${key}`, sk: 'SEATS' })));
      return new Map(keys.map((key, at) => [key, (read[at] ?? {}) as Seats]));
    },
    /** Sits down, or moves the end of a seat that is one's own. */
    sit: ({ key, seat }: Seat, id: string, until: string, now: string, before?: string): Write => ({
      Update: {
        TableName,
        Key: { pk: `SEATS#${key}`, sk: 'SEATS' },
        UpdateExpression: `SET ${seatName(seat)} = :mark, expiresAt = :gone`,
        ConditionExpression: before
          ? `${seatName(seat)} = :now`
          : `attribute_not_exists(${seatName(seat)}) OR ${seatName(seat)} < :now`,
        ExpressionAttributeValues: {
          ':mark': seatMark(until, id),
          ':now': before ? seatMark(before, id) : now,
          ':gone': seconds(until) + 200 * day,
        },
      },
    }),
    rise: ({ key, seat }: Seat): Write => ({
      Update: {
        TableName,
        Key: { pk: `SEATS#${key}`, sk: 'SEATS' },
        UpdateExpression: `REMOVE ${seatName(seat)}`,
      },
    }),

    /** What the others are to be told, in the transaction that makes it true. */
    announce: (id: string, name: string, event: BusEvent, now: string): Write => ({
      Put: { TableName, Item: outboxItem(keyOf(id).pk, name, event, seconds(now)) },
    }),

    async hold(hold: Hold): Promise<void> {
      const expiresAt = seconds(hold.until) + keptHoldDays * day;
      const Item = { pk: `HOLD#${hold.id}`, sk: 'HOLD', hold, expiresAt };
      await db.send(new PutCommand({ TableName, Item }));
    },
    async held(id: string): Promise<Hold | null> {
      return ((await get({ pk: `HOLD#${id}`, sk: 'HOLD' }))?.hold as Hold | undefined) ?? null;
    },
    async endHold(id: string): Promise<void> {
      await db.send(new DeleteCommand({ TableName, Key: { pk: `HOLD#${id}`, sk: 'HOLD' } }));
    },
  };
};
