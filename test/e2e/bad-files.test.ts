import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { badFiles, damagedPage, goodFile } from '../support/bad-files.ts';
import { running, until } from '../support/outer.ts';

const product = running();

describe('a bad file never disappears and never stops the others', () => {
  it('explains each one to the clerk, keeps the original and shows it in the back-office', {
    timeout: 120_000,
  }, async () => {
    const files = await badFiles();
    for (const { name, content } of files) await product.drop(name, content);
    const clerk = await product.signIn('hugo.lasserre');
    for (const { name, content, reason } of files) {
      await until(`${name} in scans/failed`, async () => product.scanned('failed', name));
      expect(product.failure(name), name).toMatch(reason);
      const kept = readFileSync(join(process.env.PARVIS_DATA ?? '', 'scans/failed', name));
      expect(kept.equals(content), name).toBe(true);
      const batch = await until(`${name} told`, async () =>
        (await product.batches()).find(({ file, state }) => file === name && state !== 'reading'),
      );
      expect(batch, name).toMatchObject({ state: 'failed' });
      const view = await clerk.get(`/api/agent/batches/${batch.id}`);
      expect(view.body.files[0], name).toMatchObject({ name, state: 'failed' });
      // What could harm the clerk's machine is kept, and not handed out by a click.
      if (name === 'programme.pdf') expect(view.body.files[0].url).toBeNull();
      else if (content.length > 0) {
        const original = await fetch(view.body.files[0].url);
        expect(Buffer.from(await original.arrayBuffer()).equals(content), name).toBe(true);
      }
    }
  });

  it('goes on with the other pages of a file, and says which page is damaged', {
    timeout: 120_000,
  }, async () => {
    await product.drop('une-page-abimee.pdf', await damagedPage());
    const batch = await until('the batch', async () =>
      (await product.batches()).find(
        ({ file, state }) => file === 'une-page-abimee.pdf' && state !== 'reading',
      ),
    );
    // Somebody has the paper and scans it again: the batch says so.
    expect(batch).toMatchObject({ state: 'doubtful', pages: 3, filed: 2, blanks: 0, rejected: 1 });
    const clerk = await product.signIn('hugo.lasserre');
    const { pagesList } = (await clerk.get(`/api/agent/batches/${batch.id}`)).body;
    expect(pagesList.map((page: { state: string; reason: string }) => [page.state, page.reason])).toEqual([
      ['filed', null],
      ['rejected', 'damaged'],
      ['filed', null],
    ]);
  });

  it('goes on with the other files of a sub-folder', { timeout: 120_000 }, async () => {
    const [damaged] = await badFiles();
    const text = 'Bonjour, le trottoir de la rue est cassé.';
    await product.dropFolder('lot-mixte', {
      'a-bon.pdf': await goodFile({ info: { Title: text } }, 2),
      'b-abime.pdf': damaged?.content ?? Buffer.alloc(0),
      'c-bon.pdf': await goodFile({}, 1),
    });
    await until('the damaged file in failed', async () => product.scanned('failed', 'lot-mixte/b-abime.pdf'));
    await until(
      'the good files in done',
      async () =>
        product.scanned('done', 'lot-mixte/a-bon.pdf') && product.scanned('done', 'lot-mixte/c-bon.pdf'),
    );
    await product.quiet();
    const { batches, contacts } = await product.records();
    const batch = batches.find(({ file }) => file === 'lot-mixte');
    expect(batch).toMatchObject({ pages: 3 });
    expect(contacts.filter((contact) => contact.batch === batch?.id)).toHaveLength(2);
  });
});
