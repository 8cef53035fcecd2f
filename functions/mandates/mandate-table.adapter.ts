import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { BatchGetCommand, GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type ActingMark, actingKey } from '../agents/session.ts';
import { cancellation } from '../shared/aws.adapter.ts';
import { epochSeconds } from '../shared/clock.adapter.ts';
import { outboxItem } from '../shared/events.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Mandate, waitsForPost } from './mandate.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type MandateChange = 'offered' | 'begun' | 'over';
/** What a mandate is found by beside its id: hashes of its code and of where its person is told. */
export type FoundBy = { code: string; way: string };
export type MandateTable = ReturnType<typeof mandateTable>;

const keyOf = (id: string) => ({ pk: `MANDATE#${id}`, sk: 'MANDATE' });
const ofPerson = (account: string) => `REPRESENTED#${account}`;
const ofHelper = (account: string) => `HELPER#${account}`;
/** An action may be brought for five years (Code civil 2224): who was allowed what stays provable until then. */
const keptSeconds = 5 * 366 * 86_400;
const onePage = 50;

/**
 * The one file that knows how mandates lie: `MANDATE#<id>` (gsi1 lists those of a person), a line under each helper, one
 * under each code and each way of telling. What makes a mandate good for a call lies in the sessions table (`ACTING#<id>`).
 */
export const mandateTable = (db: DynamoDBDocumentClient, tables: { mandates: string; sessions?: string }) => {
  const TableName = tables.mandates;
  const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);
  const expiry = ({ endsAt, over }: Mandate) => seconds(over?.at ?? endsAt) + keptSeconds;
  const itemOf = (mandate: Mandate) => ({
    ...keyOf(mandate.id),
    mandate,
    gsi1pk: ofPerson(mandate.represented.account),
    gsi1sk: `${mandate.createdAt}#${mandate.id}`,
    expiresAt: expiry(mandate),
  });
  const line = (pk: string, mandate: Mandate): Write => ({
    Put: {
      TableName,
      Item: {
        ...{ pk, sk: `${mandate.createdAt}#${mandate.id}`, mandateId: mandate.id },
        expiresAt: expiry(mandate),
      },
    },
  });
  const transact = async (writes: Write[]): Promise<void> => {
    try {
      await db.send(new TransactWriteCommand({ TransactItems: writes }));
    } catch (error) {
      throw cancellation(error)?.includes('ConditionalCheckFailed') ? new Refusal('conflict') : error;
    }
  };
  const told = ({ id, version }: Mandate, change: MandateChange): Write => {
    const event = { type: 'mandate-changed', detail: { mandateId: id, change, version } } as const;
    return {
      Put: {
        TableName,
        Item: outboxItem(keyOf(id).pk, `${change}-${version}`, event, epochSeconds()),
      },
    };
  };
  const many = async (ids: readonly string[]): Promise<Mandate[]> => {
    if (ids.length === 0) return [];
    const Keys = [...new Set(ids)].slice(0, 100).map(keyOf);
    const { Responses } = await db.send(
      new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
    );
    return (Responses?.[TableName] ?? []).map(({ mandate }) => mandate as Mandate);
  };
  const idsUnder = async (pk: string): Promise<string[]> => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: onePage,
      }),
    );
    return Items.map(({ mandateId }) => String(mandateId));
  };
  const newestFirst = (mandates: Mandate[]) =>
    mandates.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));

  return {
    many,
    async read(id: string): Promise<Mandate | null> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }));
      return (Item?.mandate as Mandate | undefined) ?? null;
    },
    /** The newest fifty that let somebody act for this account, whatever became of them. */
    async ofPerson(account: string): Promise<Mandate[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :person',
          ExpressionAttributeValues: { ':person': ofPerson(account) },
          ScanIndexForward: false,
          Limit: onePage,
        }),
      );
      return Items.map(({ mandate }) => mandate as Mandate);
    },
    /** The newest fifty under which this account may act, or might. */
    ofHelper: async (account: string): Promise<Mandate[]> =>
      newestFirst(await many(await idsUnder(ofHelper(account)))),
    /** By the hash of its code. */
    async byCode(hash: string): Promise<Mandate | null> {
      const [id] = await idsUnder(`CODE#${hash}`);
      return id ? this.read(id) : null;
    },
    /** Those whose person is told at this address, by its hash. */
    byWay: async (hash: string): Promise<Mandate[]> => many(await idsUnder(`WAY#${hash}`)),
    /** Letters that wait to be posted, oldest first. */
    async letters(): Promise<Mandate[]> {
      return newestFirst((await many(await idsUnder('LETTERS'))).filter(waitsForPost)).toReversed();
    },

    async add(mandate: Mandate, by: FoundBy, change: MandateChange): Promise<void> {
      const { account } = mandate.helper;
      await transact([
        { Put: { TableName, Item: itemOf(mandate), ConditionExpression: 'attribute_not_exists(pk)' } },
        line(`CODE#${by.code}`, mandate),
        line(`WAY#${by.way}`, mandate),
        ...(account ? [line(ofHelper(account), mandate)] : []),
        told(mandate, change),
      ]);
    },
    /** Replaces what was read. What ends takes away, with it, what made calls good. Refuses `conflict`. */
    async save(before: Mandate, after: Mandate, change?: MandateChange, way?: string): Promise<void> {
      const isMoved = after.helper.account !== before.helper.account && after.helper.account !== null;
      await transact([
        {
          Put: {
            TableName,
            Item: itemOf(after),
            ConditionExpression: 'mandate.version = :read',
            ExpressionAttributeValues: { ':read': before.version },
          },
        },
        ...(isMoved ? [line(ofHelper(after.helper.account ?? ''), after)] : []),
        ...(way ? [line(`WAY#${way}`, after)] : []),
        ...(change ? [told(after, change)] : []),
        ...(after.over && tables.sessions
          ? [{ Delete: { TableName: tables.sessions, Key: actingKey(after.id) } }]
          : []),
        ...letterLine(before, after),
      ]);
    },
    /** Calls under it are good from now on, unless it has changed since it was read. Refuses `conflict`. */
    async allowCalls({ id, version }: Mandate, acting: ActingMark): Promise<void> {
      await transact([
        {
          ConditionCheck: {
            TableName,
            Key: keyOf(id),
            ConditionExpression: 'mandate.version = :read',
            ExpressionAttributeValues: { ':read': version },
          },
        },
        {
          Put: {
            TableName: tables.sessions ?? '',
            Item: { ...actingKey(id), acting, expiresAt: seconds(acting.until) },
          },
        },
      ]);
    },
  };

  function letterLine(before: Mandate, after: Mandate): Write[] {
    const [was, is] = [before, after].map(waitsForPost);
    const Key = { pk: 'LETTERS', sk: `${after.createdAt}#${after.id}` };
    if (is && !was) return [line('LETTERS', after)];
    return was && !is ? [{ Delete: { TableName, Key } }] : [];
  }
};
