import { expect } from 'vitest';
import type { FaultRule } from '../../../infra/local/faults/rule.ts';
import { lightBatch } from '../../support/light-batch.ts';
import { until } from '../../support/outer.ts';
import { functionNamed, invokeEvent } from '../functions.ts';
import { holdCase, type World } from '../harness.ts';

const [PAGES, EACH] = [6, 3];
const LETTERS = PAGES / EACH;
const THROTTLED = 10;

/** Waits of the machine grow to minutes: the calendar goes on until the batch is through. */
const readThrough = async (world: World, name: string): Promise<void> => {
  await until(
    `${name} read`,
    async () => {
      const [batch] = (await world.batches()).filter(({ file }) => file === name);
      if (batch?.state === 'done') return true;
      if ((await world.json('/local/idle')).status === 200) await world.clock({ advance: 'PT3M' });
      return false;
    },
    240_000,
  );
  const { batches, contacts } = await world.records();
  const [batch, ...others] = batches.filter(({ file }) => file === name);
  expect(others).toEqual([]);
  expect(batch).toMatchObject({ pages: PAGES, separators: LETTERS, filed: PAGES - LETTERS, rejected: 0 });
  expect(contacts.filter((one) => one.batch === batch?.id)).toHaveLength(LETTERS);
};
const stricken = async (world: World, name: string, ...rules: FaultRule[]): Promise<number> => {
  await world.faults.set(rules);
  await world.drop(name, await lightBatch(PAGES, EACH));
  await readThrough(world, name);
  return (await world.faults.log()).rules[0]?.struck ?? 0;
};

holdCase(
  14,
  'throttled, untold, told twice: each batch is read once; a notice of nobody’s job waits for a person',
  { own: true, timeout: 600_000 },
  async (world) => {
    const told = { service: 'function', operation: 'event', function: 'ReadCompleted' } as const;
    const throttle = { kind: 'throttle', service: 'textract', times: THROTTLED } as const;
    expect(await stricken(world, 'throttled.pdf', throttle)).toBe(THROTTLED);
    expect(await stricken(world, 'untold.pdf', { kind: 'lose', ...told })).toBeGreaterThan(0);
    expect(await stricken(world, 'twice.pdf', { kind: 'duplicate', ...told })).toBeGreaterThan(0);
    await world.faults.clear();

    const Message = JSON.stringify({
      JobId: `nobody-${world.run}`,
      JobTag: `${world.run}.pack-00001`,
      Status: 'SUCCEEDED',
    });
    const before = await world.batches();
    await invokeEvent(world, functionNamed(world, 'ReadCompleted'), { Records: [{ Sns: { Message } }] });
    await world.quiet();
    expect(await world.batches()).toEqual(before);
    const dead = Object.entries(await world.store.queued()).filter(([name]) =>
      /ReadCompletedDeadLetters/.test(name),
    );
    expect(dead.map(([, waiting]) => waiting)).toEqual([1]);
    return { inputs: 3 * LETTERS, deadLetters: 1 };
  },
);
