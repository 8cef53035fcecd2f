import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { report } from '../../support/citizens.ts';
import { until } from '../../support/outer.ts';
import { holdCase, type World } from '../harness.ts';

const CREATED = 5_000;
const EACH = 10;
const AT_ONCE = 25;
const FORMS = 10;
/** Of these partitions the order is looked at, one rule for each of their events. */
const LOOKED_AT = 9;

const idOf = (run: string, of: number, n: number) => `${run}-${String(of).padStart(4, '0')}-${n}`;

/** What the transactions of so many creations would leave for the publisher. */
const announce = async ({ store, run }: World): Promise<void> => {
  const TableName = await store.table(/Contacts/);
  const items = Array.from({ length: CREATED }, (_, n) => {
    const [of, at] = [Math.floor(n / EACH), n % EACH];
    const detail = { contactId: idOf(run, of, at) };
    const outbox = { type: 'contact-set-aside', detail };
    return { pk: `HOLD#${run}#${of}`, sk: `OUTBOX#${at}`, outbox, expiresAt: 4_000_000_000 };
  });
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const writes = items.slice(from, from + AT_ONCE).map((Item) => ({ PutRequest: { Item } }));
    const { UnprocessedItems = {} } = await store.db.send(
      new BatchWriteCommand({ RequestItems: { [TableName]: writes } }),
    );
    expect(UnprocessedItems).toEqual({});
  }
};

holdCase(
  10,
  'the publisher is down for an hour of 5,000 creations: every event is told, each request in order',
  { own: true, timeout: 420_000 },
  async (world) => {
    await world.faults.set([{ kind: 'throttle', service: 'events', function: 'OutboxPublish' }]);
    const logs = world.store.logSizes();
    const forms = await Promise.all(
      Array.from({ length: FORMS }, (_, n) =>
        world.submit('signalement', report(`Un trou ${n}`, `.${world.run}${n}`)),
      ),
    );
    expect(forms.map(({ status }) => status)).toEqual(forms.map(() => 201));
    await announce(world);
    await until('a publisher that fails', async () => ((await world.faults.log()).rules[0]?.struck ?? 0) > 5);
    await world.clock({ advance: 'PT1H' });

    // Up again. Nobody needs to hear of what was never there; how often, and in which order it is told is counted.
    const looked = Array.from({ length: LOOKED_AT * EACH }, (_, n) => ({
      ...({ kind: 'delay', service: 'events', ms: 0, times: 1 } as const),
      holding: idOf(world.run, Math.floor(n / EACH), n % EACH),
    }));
    const heard = {
      kind: 'lose',
      service: 'function',
      operation: 'event',
      holding: `"contactId":"${world.run}-`,
    } as const;
    await world.faults.set([...looked, heard]);
    await world.quiet(300_000);

    const { rules, strokes } = await world.faults.log();
    // At least once, as a stream gives them; of those that were looked at, each.
    expect(rules.at(-1)?.struck).toBeGreaterThanOrEqual(CREATED);
    expect(rules.slice(0, -1).map(({ struck }) => struck)).toEqual(looked.map(() => 1));
    const order = strokes.filter(({ service }) => service === 'events').map(({ rule }) => rule);
    for (let of = 0; of < LOOKED_AT; of++) {
      const mine = order.filter((rule) => Math.floor(rule / EACH) === of);
      expect(mine).toEqual(mine.toSorted((one, other) => one - other));
    }
    const lags = world.store
      .logged(logs)
      .flatMap(({ line }) => (line.includes('"OutboxLag":') ? [JSON.parse(line).OutboxLag as number] : []));
    expect(Math.max(...lags)).toBeGreaterThan(3_000_000);
    const contacts = await world.contacts();
    for (const { body } of forms)
      expect(contacts.filter((one) => one.requestReference === body.reference)).toHaveLength(1);
    return { inputs: FORMS };
  },
);
