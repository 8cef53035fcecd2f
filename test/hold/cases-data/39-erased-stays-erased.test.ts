import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { expect } from 'vitest';
import { carryOver, replayErasures } from '../../../infra/restore/erasures.ts';
import { report } from '../../support/citizens.ts';
import { type Outer, outer, until } from '../../support/outer.ts';
import { startProduct } from '../../support/product.ts';
import { brokenChains } from '../chain.ts';
import { holdCase } from '../harness.ts';
import { type Store, storeOf } from '../store.ts';

/** Where the store holds these words: tables, and objects as they lie on the disk. */
const holding = async (store: Store, dataDir: string, words: string): Promise<string[]> => {
  const { TableNames = [] } = await store.db.send(new ListTablesCommand({}));
  const places: string[] = [];
  for (const name of TableNames)
    for (const line of await store.scan(new RegExp(`^${name}$`)))
      if (JSON.stringify(line).includes(words)) places.push(`${name} ${line.pk} ${line.sk}`);
  for (const file of readdirSync(join(dataDir, 'objects'), { recursive: true, withFileTypes: true }))
    if (file.isFile() && readFileSync(join(file.parentPath, file.name)).includes(words))
      places.push(`object ${file.name}`);
  return places;
};
/** What a year's figures are made of. */
const figures = async (world: Outer, reference: string) => {
  const { requests } = await world.records();
  const [one] = requests.filter((request) => request.reference === reference);
  return { requests: requests.length, department: one?.department, opened: one?.journal[0] };
};
const erased = (world: Outer, store: Store, reference: string) =>
  until(
    'the erasure',
    async () => {
      await world.quiet();
      const { requests } = await world.records({ reference });
      const tombstone = requests[0]?.journal.some(({ type }) => type === 'personal-content-erased');
      const register = (await store.scan(/Privacy/)).filter(({ sk }) => sk === 'ERASURE');
      const isDone = register.every(({ erasure }) => (erasure as { doneAt: string | null }).doneAt);
      return tombstone && register.length > 0 && isDone ? register : undefined;
    },
    120_000,
  );

holdCase(
  39,
  'who was forgotten during an open request stays forgotten once yesterday’s backup is restored',
  { own: true, timeout: 420_000 },
  async (world) => {
    const words = `secret-${world.run}`;
    const { cookie, get, post } = await world.signIn('karim.ziani');
    const form = { procedure: 'signalement', revision: 1, answers: report(`Un trou ${words}`), uploads: [] };
    const lodged = await world.post('/api/public/forms', form, { cookie, 'idempotency-key': `key-${words}` });
    expect(lodged.status).toBe(201);
    const { reference } = lodged.body as { reference: string };
    await world.quiet();
    const before = await figures(world, reference);

    expect((await post('/api/citizen/privacy/export', {})).status).toBe(202);
    const exported = await until('the archive', async () => {
      const { body } = await get('/api/citizen/privacy/export');
      return typeof body.url === 'string' ? (body.url as string) : undefined;
    });
    const archive = Buffer.from(
      await (await fetch(new URL(exported, world.url), { headers: { cookie } })).arrayBuffer(),
    );
    expect(archive.includes(words) || archive.subarray(0, 2).toString() === 'PK').toBe(true);
    await world.quiet();

    expect((await world.product.stop()) ?? 0).toBe(0);
    const backup = mkdtempSync(join(tmpdir(), 'parvis-backup-'));
    try {
      cpSync(world.dataDir, backup, { recursive: true });
      const backedUpAt = new Date().toISOString();
      await world.restart();
      const again = await world.signIn('karim.ziani');
      expect((await holding(world.store, world.dataDir, words)).length).toBeGreaterThan(0);
      const asked = await again.post('/api/citizen/privacy/erase', {
        confirmed: true,
        withdraw: [reference],
      });
      expect(asked.status).toBe(202);
      const register = await erased(world, world.store, reference);
      expect(await holding(world.store, world.dataDir, words)).toEqual([]);
      expect(await figures(world, reference)).toEqual(before);

      // The backup is of yesterday; what was erased since is in the register, which no restore takes back.
      rmSync(join(backup, 'pid'), { force: true });
      const restored = await startProduct({ dataDir: backup });
      try {
        const second = outer(restored.url, backup);
        const store = storeOf(restored.url, backup);
        await second.quiet(120_000);
        expect((await holding(store, backup, words)).length).toBeGreaterThan(0);
        const privacy = await store.table(/Privacy/);
        expect(
          await carryOver({ db: world.store.db, table: privacy }, { db: store.db, table: privacy }),
        ).toBeGreaterThan(0);
        expect(await replayErasures(store.db, privacy, backedUpAt)).toBe(register.length);
        await erased(second, store, reference);
        expect(await holding(store, backup, words)).toEqual([]);
        expect(await figures(second, reference)).toEqual(before);
        expect(brokenChains(await store.scan(/Requests/))).toEqual([]);
      } finally {
        await restored.kill();
      }
    } finally {
      rmSync(backup, { recursive: true, force: true });
    }
    return { inputs: 1 };
  },
);
