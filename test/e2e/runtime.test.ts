import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { report } from '../support/citizens.ts';
import { outer, running } from '../support/outer.ts';
import { startProduct } from '../support/product.ts';

const product = running();
const scratch = mkdtempSync(join(tmpdir(), 'parvis-restart-'));
/** What a process has used of a processor so far, where the system tells. */
const processorSeconds = (pid: number | undefined): number => {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const [user, system] = readFileSync(file, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? [];
  return (Number(user) + Number(system)) / 100;
};
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('what runs can be seen, moved in time, stopped and started again', () => {
  it('counts what the cloud would bill, by request too', async () => {
    const { body } = await product.submit('signalement', report('Une plaque d’égout bouge', '.meter'));
    await product.quiet();
    const meter = (await product.json('/local/meter')).body;
    const text = JSON.stringify(meter);
    expect(text).toContain(body.reference);
    for (const service of ['dynamodb', 'lambda', 'states', 's3'])
      expect(text.toLowerCase()).toContain(service);
  });

  it('keeps everything through a stop, and fires the timers that fell due while it was away', {
    timeout: 120_000,
  }, async () => {
    const dataDir = join(scratch, 'data');
    let mine = await startProduct({ dataDir });
    onTestFinished(() => mine.kill());
    let world = outer(mine.url, dataDir);
    await world.quiet(120_000);
    const { body } = await world.submit('signalement', report('Un banc est cassé', '.restart'));
    await world.quiet();
    const before = await world.records({ reference: body.reference });
    const sent = (await world.outbox()).length;
    const stopping = performance.now();
    expect(await mine.stop()).toBe(0);
    expect(performance.now() - stopping).toBeLessThan(10_000);
    const starting = performance.now();
    mine = await startProduct({ dataDir });
    expect((performance.now() - starting) / 1000).toBeLessThan(12);
    world = outer(mine.url, dataDir);
    await world.quiet();
    expect(await world.records({ reference: body.reference })).toEqual(before);
    expect(await world.outbox()).toHaveLength(sent);
    expect((await world.track(body.reference, body.trackingCode)).status).toBe(200);
    expect(Number(readFileSync(join(dataDir, 'pid'), 'utf8'))).toBe(mine.process.pid);

    const now = new Date((await world.json('/local/clock')).body.now);
    await world.clock({ advance: 'P10D' });
    await world.quiet();
    const later = new Date((await world.json('/local/clock')).body.now);
    expect(Math.round((later.getTime() - now.getTime()) / 86_400_000)).toBe(10);
    const tracked = (await world.track(body.reference, body.trackingCode)).body;
    expect(new Date(tracked.now).getTime()).toBeGreaterThan(now.getTime() + 9 * 86_400_000);

    // Nobody reads what it says any more: it works on. What it cannot say, even once its folder is gone, does not keep it busy.
    mine.process.stdout?.destroy();
    mine.process.stderr?.destroy();
    expect((await world.submit('signalement', report('Un arbre penche', '.unheard'))).status).toBe(201);
    await world.quiet();
    rmSync(dataDir, { recursive: true, force: true });
    await world.json('/local/idle').catch(() => undefined);
    await setTimeout(1_000);
    const used = processorSeconds(mine.process.pid);
    await setTimeout(2_000);
    expect(processorSeconds(mine.process.pid) - used).toBeLessThan(1);
  });

  it('says which port is taken and what to do', async () => {
    const { port } = new URL(product.url);
    const dataDir = join(scratch, 'other');
    await expect(startProduct({ dataDir, port: Number(port) })).rejects.toThrow('the product stopped with 1');
    expect(readFileSync(join(dataDir, 'test-output.log'), 'utf8')).toMatch(new RegExp(`${port}.*PORT`, 's'));
  });

  it('says what is busy while it works, and is quiet after', async () => {
    await product.quiet();
    await product.submit('signalement', report('Une borne est tombee', '.busy'));
    const busy = await product.json('/local/idle');
    expect([409, 200]).toContain(busy.status);
    if (busy.status === 409) expect(JSON.stringify(busy.body).length).toBeGreaterThan(10);
    await product.quiet();
  });
});
