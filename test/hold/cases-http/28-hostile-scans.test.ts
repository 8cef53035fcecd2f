import { mkdirSync, readdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { badFiles, printedLetter } from '../../support/bad-files.ts';
import { until } from '../../support/outer.ts';
import { holdCase, type World } from '../harness.ts';

const lamp = ['Odile Marchand', '', 'Le lampadaire de la rue est eteint, le trottoir est noir.'];
const done = async (world: World, names: readonly string[]) => {
  await until(
    'the batches',
    async () => {
      const batches = await world.batches();
      return names.every((name) => batches.some(({ file, state }) => file === name && state === 'done'));
    },
    120_000,
  );
};

holdCase(
  28,
  'a file of too many pages, too many points, locked or broken is set aside with its reason, before anything is read of it',
  { timeout: 240_000 },
  async (world) => {
    const files = await badFiles();
    const before = await world.json('/local/meter');
    for (const { name, content } of files) await world.drop(`${world.run}-${name}`, content);
    for (const { name, reason } of files) {
      await until(
        `${name} in scans/failed`,
        async () => world.scanned('failed', `${world.run}-${name}`),
        120_000,
      );
      expect(world.failure(`${world.run}-${name}`), name).toMatch(reason);
      const batch = await until(`${name} told`, async () =>
        (await world.batches()).find(
          ({ file, state }) => file === `${world.run}-${name}` && state !== 'reading',
        ),
      );
      expect(batch, name).toMatchObject({ state: 'failed' });
    }
    await world.quiet();
    // What was refused has cost no reading.
    const pages = ({ body }: { body: { total?: Record<string, unknown> } }) =>
      JSON.stringify(body.total ?? {}).match(/"pages":(\d+)/)?.[1] ?? '0';
    expect(Number(pages(await world.json('/local/meter')))).toBeLessThanOrEqual(Number(pages(before)) + 3);
  },
);

holdCase(
  28,
  'the scan folder takes what lies in it, passes over links, and goes on with the rest',
  { timeout: 180_000 },
  async (world) => {
    const folder = join(world.dataDir, 'scans');
    mkdirSync(folder, { recursive: true });
    const links = {
      [`${world.run}.pdf`]: '/etc/passwd',
      [`${world.run}d`]: '/etc',
      [`${world.run}b`]: '.',
      [`${world.run}m.pdf`]: '/nowhere',
    };
    for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, name));
    try {
      const names = [
        `${world.run}%2e%2e%2f+plus #hash?.pdf`,
        `\u202E${world.run} \u{1F600} ${'é'.repeat(80)}`,
      ];
      for (const [index, name] of names.entries())
        await world.drop(name, await printedLetter([...lamp, `Lettre ${index}`]));
      await done(world, names);
      await until('the files', async () => names.every((name) => world.scanned('done', name)));
      expect(JSON.stringify(await world.contacts())).not.toContain('root:x:0');
      expect(readdirSync(folder)).toEqual(expect.arrayContaining(Object.keys(links)));
    } finally {
      for (const name of Object.keys(links)) unlinkSync(join(folder, name));
    }
    await world.quiet();
  },
);

holdCase(28, 'two files of one name are both kept', { timeout: 180_000 }, async (world) => {
  const name = `${world.run}-double.pdf`;
  const letter = (word: string) =>
    printedLetter(['Odile Marchand', '', `Le lampadaire ${world.run} de la rue ${word} est eteint.`]);
  await world.drop(name, await letter('premiere'));
  await until('the first to be taken', async () => !readdirSync(join(world.dataDir, 'scans')).includes(name));
  await world.drop(name, await letter('seconde'));
  await until(
    'both',
    async () =>
      (await world.batches()).filter(({ file, state }) => file === name && state === 'done').length === 2,
    120_000,
  );
  const contacts = await world.contacts();
  for (const word of ['premiere', 'seconde'])
    expect(contacts.filter(({ text }) => text.includes(`${world.run} de la rue ${word} `)).length).toBe(1);
  await world.quiet();
});
