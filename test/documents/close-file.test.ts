import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileAccount } from '../../functions/documents/batches/accounts.ts';
import { batchTable } from '../../functions/documents/batches/batch-table.adapter.ts';
import { closeFile } from '../../functions/documents/batches/close-file.adapter.ts';
import { pageTable, type WorkPage } from '../../functions/documents/batches/page-table.adapter.ts';
import { newPage } from '../../functions/documents/reading/prepare-pages.adapter.ts';
import { batchTasks, heldBatch } from '../../functions/insights/held-batch.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
const now = '2026-11-23T09:00:00.000Z';

/** A file of so many pages whose pages went where `states` says; those it leaves out nobody has come to. */
async function fileOf(
  pages: number,
  states: Record<number, 'filed' | 'blank' | 'separator' | 'rejected' | 'read'>,
) {
  const table = await database.table();
  const batches = batchTable(database.db, table);
  const kept = pageTable(database.db, table);
  const file: FileAccount = {
    ...{
      id: 'f',
      name: 'lot.pdf',
      path: 'lot.pdf',
      receivedAt: now,
      dropVersionId: 'v',
      state: 'reading',
      pages,
    },
    ...{ filed: 0, separators: 0, blanks: 0, rejected: 0, documents: 0, reason: null },
    evidence: { key: 'scans/f/lot.pdf', versionId: 'v', size: 9 },
  };
  await batches.addFile({ id: 'b', name: 'lot.pdf', receivedAt: now }, file);
  const put = (page: number, state: (typeof states)[number]) =>
    kept.savePage({ ...newPage('f', page), state, contactId: state === 'filed' ? 'c' : null });
  for (const [page, state] of Object.entries(states)) await put(Number(page), state);
  const moved: string[] = [];
  const left: string[] = [];
  const deps = {
    ...{ batches, pages: kept, dropBucket: 'drop', timeZone: 'Europe/Paris', log: () => {} },
    objects: {
      copy: async (_from: unknown, { key }: { key: string }) => void moved.push(key),
      write: async ({ key }: { key: string }) => void moved.push(key),
      remove: async () => {},
    } as never,
    leaveTurn: async (fileId: string) => void left.push(fileId),
  };
  const close = (failure: 'reading-failed' | 'empty' | null = null) =>
    closeFile({ batchId: 'b', fileId: 'f', failure, now }, deps);
  const held = async () => {
    const { batch, files } = await batches.readBatch('b');
    return { batch: heldBatch(batch, files), tasks: batchTasks(batch, files) };
  };
  /** A clerk looked at the page and rejected it. */
  const reject = async (page: number) => {
    const known = await kept.findPage('f', page);
    const asked: WorkPage['asked'] = { turn: 0, base: 0, as: 'rejected' };
    await kept.savePage({ ...newPage('f', page), ...known, state: 'rejected', asked });
  };
  return { close, held, put, reject, moved, left };
}

describe('a file is closed when each of its pages went somewhere', () => {
  it('is done when a clerk rejected what it rejects, and is looked at when a machine did', async () => {
    const looked = await fileOf(2, { 1: 'filed', 2: 'filed' });
    await looked.reject(2);
    await looked.close();
    expect((await looked.held()).batch.state).toBe('done');
    const unseen = await fileOf(2, { 1: 'filed', 2: 'rejected' });
    await unseen.close();
    expect((await unseen.held()).batch.state).toBe('doubtful');
  });

  it('is done, gives its turn back and moves in the drop', async () => {
    const file = await fileOf(4, { 1: 'filed', 2: 'separator', 3: 'blank', 4: 'filed' });
    expect(await file.close()).toEqual({ again: false });
    expect(await file.held()).toEqual({
      batch: expect.objectContaining({
        state: 'done',
        pages: 4,
        filed: 2,
        separators: 1,
        blanks: 1,
        waiting: 0,
      }),
      tasks: [],
    });
    expect(file.moved).toEqual(['done/lot.pdf']);
    expect(file.left).toEqual(['f']);
  });

  it('shows a rejected page to a clerk, though it adds up', async () => {
    const file = await fileOf(2, { 1: 'filed', 2: 'rejected' });
    await file.close();
    expect((await file.held()).batch).toMatchObject({ state: 'doubtful', rejected: 1, waiting: 0 });
  });

  it('is gone through again when a page is lost, and closes once it is found', async () => {
    const file = await fileOf(3, { 1: 'filed', 3: 'read' });
    expect(await file.close()).toEqual({ again: true });
    expect((await file.held()).batch).toMatchObject({ state: 'reading', waiting: 2 });
    expect(file.moved).toEqual([]);
    await file.put(2, 'filed');
    await file.put(3, 'filed');
    expect(await file.close()).toEqual({ again: false });
    expect((await file.held()).batch).toMatchObject({ state: 'done', filed: 3, waiting: 0 });
  });

  it('names what stays lost as a task for a person, and never says it is done', async () => {
    const file = await fileOf(3, { 1: 'filed' });
    expect([await file.close(), await file.close(), await file.close()].map(({ again }) => again)).toEqual([
      true,
      true,
      false,
    ]);
    expect(await file.held()).toEqual({
      batch: expect.objectContaining({ state: 'doubtful', pages: 3, filed: 1, waiting: 2 }),
      tasks: [expect.objectContaining({ kind: 'repair', file: 'f', count: 2 })],
    });
  });

  it.each([
    [0, 'empty'],
    [2, 'reading-failed'],
  ] as const)('gives back whole what could not be read at all: %d pages, %s', async (pages, reason) => {
    const file = await fileOf(pages, {});
    await file.close(reason);
    expect((await file.held()).batch).toMatchObject({ state: 'failed', reason, rejected: pages, waiting: 0 });
    expect(file.moved).toEqual(['failed/lot.pdf.txt', 'failed/lot.pdf']);
  });

  it('keeps what was filed of a file that failed later, names the rest and does not ask for it again', async () => {
    const file = await fileOf(2, { 1: 'filed' });
    await file.close('reading-failed');
    expect(await file.held()).toMatchObject({
      batch: { state: 'doubtful', filed: 1 },
      tasks: [{ kind: 'repair' }],
    });
  });
});
