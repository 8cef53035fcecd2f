import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { GetCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { figuresOf } from '../operations/measured.ts';
import { cancellation, lazily, measure, wholeQuery } from '../shared/aws.adapter.ts';
import { epochSeconds, now } from '../shared/clock.adapter.ts';
import { outboxItem } from '../shared/events.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Appended, type Change, type CommandKey, type Step, step } from './append.ts';
import { besideItems } from './beside.ts';
import type { FoundBy } from './found-by.adapter.ts';
import { assemble, eventItem, requestKey, type Snapshot, snapshotItem, type Whole } from './items.ts';
import { ratingUpdates } from './rating.ts';
import { readKeys } from './read-keys.adapter.ts';
import { formatReference } from './reference.ts';
import { untouched } from './request.ts';
import { sha256 } from './secrets.adapter.ts';
import { threadItems } from './thread-items.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type RequestTable = ReturnType<typeof requestTable>;

const commandsKeptFor = 90 * 86_400;
const attempts = 8;
const mostItems = 100;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** What was written before the journal knew a line lacks what that line changes. */
const withoutKeys = ({ request, head, card, due, repair }: Snapshot): Snapshot => ({
  request: { ...untouched, ...request },
  ...{ head, card, due, repair },
});

/**
 * The one file that knows how a request is stored: journal, snapshot, records, commands and outbox in one partition. Functions
 * that open requests or change who sent them name the table of the index.
 */
export const requestTable = (db: DynamoDBDocumentClient, TableName: string, SearchTable?: string) => {
  const indexer = lazily(async () => (await import('./found-by.adapter.ts')).foundBy(db, SearchTable ?? ''));
  const once = 'attribute_not_exists(pk)';
  const put = (Item: Record<string, unknown>, ConditionExpression?: string): Write => ({
    Put: { TableName, Item, ConditionExpression },
  });

  const elsewhere = (one: NonNullable<Change['elsewhere']>[number]): Write =>
    'record' in one
      ? put({ pk: requestKey(one.of), ...one.record })
      : { Delete: { TableName, Key: { pk: requestKey(one.of), sk: one.gone } } };

  const snapshotOf = async (reference: string, command?: string) => {
    const pk = requestKey(reference);
    const Keys = [{ pk, sk: 'SNAPSHOT' }, ...(command ? [{ pk, sk: `COMMAND#${command}` }] : [])];
    const items = await readKeys(db, TableName, Keys);
    const snapshot = items.find(({ sk }) => sk === 'SNAPSHOT') as unknown as Snapshot | undefined;
    return {
      snapshot: snapshot ? withoutKeys(snapshot) : null,
      done: items.find(({ sk }) => sk !== 'SNAPSHOT') as { fingerprint?: string } | undefined,
    };
  };

  const writes = (
    before: Snapshot | null,
    made: Step,
    change: Change,
    { key, fingerprint, only = [] }: CommandKey<Write>,
    index: FoundBy | null,
  ): Write[] => {
    const pk = requestKey(made.next.request.reference);
    const command = { pk, sk: `COMMAND#${key}`, fingerprint, expiresAt: epochSeconds() + commandsKeptFor };
    const thread = threadItems(made.next.request.reference, made.next.head.seq, change.mails ?? []);
    const updates = [...thread.updates, ...ratingUpdates(before, made.next)];
    const Item = snapshotItem(made.next);
    const snapshot: Write = before
      ? {
          Put: {
            TableName,
            Item,
            ConditionExpression: 'head.seq = :seq',
            ExpressionAttributeValues: { ':seq': before.head.seq },
          },
        }
      : put(Item, once);
    const items = [
      put(command, once),
      snapshot,
      ...besideItems(before, made.next, epochSeconds()).map((item) => put(item)),
      ...updates.map((Update) => ({ Update: { TableName, ...Update } })),
      ...thread.items.map((item) => put(item)),
      ...only,
      ...made.events.map((event) => put({ pk, ...eventItem(event) }, once)),
      ...(change.records ?? []).map((record) => put({ pk, ...record })),
      ...(change.elsewhere ?? []).map((one) => elsewhere(one)),
      ...[...(change.announce ?? []), ...(index?.announce ?? [])].map((event, at) =>
        put(outboxItem(pk, `${made.next.head.seq}-${at}`, event, epochSeconds())),
      ),
    ];
    return [...items, ...(index?.writes(mostItems - items.length) ?? [])];
  };

  /** The one way a request changes. Refuses `not-found`, `idempotency-key-reused`, and whatever `ask` and `decide` refuse. */
  const append = async (
    reference: string,
    command: CommandKey<Write>,
    ask: (current: Snapshot | null) => Change | Promise<Change>,
  ): Promise<Appended> => {
    for (let attempt = 1; ; attempt += 1) {
      const { snapshot, done } = await snapshotOf(reference, command.key);
      if (done && done.fingerprint !== command.fingerprint) throw new Refusal('idempotency-key-reused');
      if (done && snapshot) return { request: snapshot.request, repeated: true };
      const change = await ask(snapshot);
      const made = step(snapshot, change, { reference, at: command.at ?? now(), hash: sha256 });
      if (!made) {
        if (!snapshot) throw new Refusal('not-found');
        return { request: snapshot.request, repeated: false };
      }
      const index = SearchTable ? await (await indexer())(snapshot, made, change) : null;
      const TransactItems = writes(snapshot, made, change, command, index);
      try {
        await db.send(new TransactWriteCommand({ TransactItems }));
        for (const { name, by } of figuresOf(made.events)) measure(name, 1, { by, ids: { reference } });
        return { request: made.next.request, repeated: false };
      } catch (error) {
        if (!cancellation(error) || attempt === attempts) throw error;
        await pause(Math.random() * 20 * 2 ** attempt);
      }
    }
  };

  return {
    append,
    snapshot: async (reference: string): Promise<Snapshot> => {
      const { snapshot } = await snapshotOf(reference);
      if (!snapshot) throw new Refusal('not-found');
      return snapshot;
    },

    /** The request with its journal and records, in one query; refuses `not-found`. */
    async load(reference: string): Promise<Whole> {
      const items = await wholeQuery<Record<string, unknown> & { sk: string }>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: { ':pk': requestKey(reference), ':first': 'EVENT#', ':last': 'SNAPSHOT' },
        ConsistentRead: true,
      });
      const whole = assemble(items);
      if (!whole) throw new Refusal('not-found');
      return whole;
    },

    /** The next reference of the year; a number that is never used leaves a gap and harms nobody. */
    async nextReference(prefix: string, year: number): Promise<string> {
      const { Attributes } = await db.send(
        new UpdateCommand({
          TableName,
          Key: { pk: `COUNTER#${year}`, sk: 'COUNTER' },
          UpdateExpression: 'ADD lastNumber :one',
          ExpressionAttributeValues: { ':one': 1 },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return formatReference(prefix, year, Number(Attributes?.lastNumber));
    },

    /** The reference a contact opened; `null` when it opened none. */
    async openedBy(contactId: string): Promise<string | null> {
      const { Item } = await db.send(
        new GetCommand({
          TableName,
          Key: { pk: `CONTACT#${contactId}`, sk: 'REQUEST' },
          ConsistentRead: true,
        }),
      );
      return (Item?.reference as string | undefined) ?? null;
    },
    /** To be written with the opening: a contact opens one request, whoever asks and however often. */
    contactLink: (contactId: string, reference: string): Write =>
      put({ pk: `CONTACT#${contactId}`, sk: 'REQUEST', reference }, once),
  };
};
