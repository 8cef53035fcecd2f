import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import sample from '../../../events/s3-object-created.json' with { type: 'json' };
import { lightBatch } from '../../support/light-batch.ts';
import { holdCase, type World } from '../harness.ts';

const [PAGES, EACH] = [6, 3];

/** Bucket and version under which the drop has a file, as S3 tells it. */
const dropped = (world: World, key: string): { bucket: string; version: string } => {
  const db = new DatabaseSync(join(world.dataDir, 'runtime.db'), { readOnly: true });
  try {
    const row = db
      .prepare('SELECT bucket, version FROM s3_objects WHERE key = ? ORDER BY version LIMIT 1')
      .get(key);
    return row as { bucket: string; version: string };
  } finally {
    db.close();
  }
};

holdCase(
  4,
  'a file whose arrival is told three times, and once more late, is taken in once',
  { timeout: 240_000 },
  async (world) => {
    const name = `${world.run}.pdf`;
    await world.drop(name, await lightBatch(PAGES, EACH));
    const key = `scans/${name}`;
    let found: ReturnType<typeof dropped> | undefined;
    while (!found) {
      found = dropped(world, key);
      if (!found) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const told = (version: string, sequencer: string) => ({
      ...sample,
      detail: {
        ...sample.detail,
        bucket: { name: found?.bucket },
        object: { ...sample.detail.object, key, 'version-id': version, sequencer },
      },
    });
    const newest = told(found.version, '00617F08299329D189');
    // While it is read, and again once it is: a version that is no more, and told under an older number.
    const older = told('0lder0Version0That0Is0Gone', '00617F08299329D100');
    expect((await world.post('/local/events', [newest, newest, newest, older])).status).toBe(200);
    await world.quiet(200_000);
    expect((await world.post('/local/events', [newest, older])).status).toBe(200);
    await world.quiet();

    const { batches, contacts } = await world.records();
    const mine = batches.filter(({ file }) => file === name);
    expect(mine).toHaveLength(1);
    const separators = PAGES / EACH;
    expect(mine[0]).toMatchObject({
      state: 'done',
      pages: PAGES,
      separators,
      filed: PAGES - separators,
      rejected: 0,
    });
    expect(contacts.filter(({ batch }) => batch === mine[0]?.id)).toHaveLength(separators);
    return { inputs: separators };
  },
);
