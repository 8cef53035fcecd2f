import { expect } from 'vitest';
import { lightBatch } from '../../support/light-batch.ts';
import { until } from '../../support/outer.ts';
import { invokeEvent } from '../functions.ts';
import { holdCase } from '../harness.ts';

const [PAGES, EACH] = [6, 3];
const LETTERS = PAGES / EACH;

holdCase(
  15,
  'an answer that comes after its wait is over is refused and noted: the other way was taken',
  { own: true, timeout: 400_000 },
  async (world) => {
    // Nobody is told, and who asks gets no answer: our own reader takes the pages once the waits are over.
    await world.faults.set([
      { kind: 'lose', service: 'function', operation: 'event', function: 'ReadCompleted' },
      { kind: 'lose', service: 'function', function: 'ReadersSweep' },
      { kind: 'throttle', service: 'textract', after: 1 },
    ]);
    const name = `${world.run}.pdf`;
    await world.drop(name, await lightBatch(PAGES, EACH));
    const mine = async () => (await world.batches()).filter(({ file }) => file === name);
    await until(
      'our own reader',
      async () => {
        if ((await mine())[0]?.state === 'done') return true;
        if ((await world.json('/local/idle')).status === 200) await world.clock({ advance: 'PT31M' });
        return false;
      },
      300_000,
    );
    const completed = (await world.faults.log()).strokes.find(({ rule }) => rule === 0)?.function ?? '';
    await world.faults.clear();
    await world.quiet();
    const before = await world.records();
    const logs = world.store.logSizes();
    // The notice arrives at last, of each pack there was.
    const packs = (await world.store.scan(/Batches/))
      .map((line) => (line.pack ?? line) as { fileId?: string; id?: string; jobId?: string })
      .filter(({ fileId, id, jobId }) => fileId && jobId && id?.startsWith('pack-'));
    expect(packs.length).toBeGreaterThan(0);
    for (const { fileId, id, jobId } of packs) {
      const Message = JSON.stringify({ JobId: jobId, JobTag: `${fileId}.${id}`, Status: 'SUCCEEDED' });
      await invokeEvent(world, completed, { Records: [{ Sns: { Message } }] });
    }
    await world.quiet();
    expect(world.store.logged(logs).some(({ line }) => line.includes('answer-too-late'))).toBe(true);
    expect(await world.batches()).toEqual(before.batches);
    expect(await world.contacts()).toEqual(before.contacts);
    expect((await mine())[0]).toMatchObject({ pages: PAGES, separators: LETTERS, filed: PAGES - LETTERS });
    return { inputs: LETTERS };
  },
);
