import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FileAccount } from '../../functions/documents/batches/accounts.ts';
import { type BatchTable, batchTable } from '../../functions/documents/batches/batch-table.adapter.ts';
import { batchPages } from '../../functions/documents/batches/batch-view.ts';
import { clerkActs, newScan } from '../../functions/documents/batches/clerk-acts.ts';
import type { AskedDeed } from '../../functions/documents/batches/clerk-api.ts';
import { clerkLists } from '../../functions/documents/batches/clerk-lists.ts';
import { doubtItems, seesDoubts } from '../../functions/documents/batches/on-board.ts';
import { type PageTable, pageTable } from '../../functions/documents/batches/page-table.adapter.ts';
import { searchTable } from '../../functions/documents/batches/search-table.adapter.ts';
import { searchWords } from '../../functions/documents/batches/search-words.ts';
import type { ContactHeader } from '../../functions/intake/contact-items.ts';
import { Refusal } from '../../functions/shared/refusal.ts';
import { clerkCaller, workPage } from '../support/clerk-world.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

const at = { id: 'b', fileId: 'f' };
const now = '2026-11-22T10:00:00.000Z';
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.stop());

/** A file of four pages: two wait for a clerk, one is filed, one is blank. */
async function aPile() {
  const table = await database.table();
  const pages: PageTable = pageTable(database.db, table);
  const batches: BatchTable = batchTable(database.db, table);
  const search = searchTable(database.db, table);
  const woken: string[] = [];
  const reopened: string[] = [];
  const contacts = new Map<string, Partial<ContactHeader>>();
  let minute = 0;
  const file: FileAccount = {
    ...{ id: 'f', name: 'lundi.pdf', path: 'lundi.pdf', receivedAt: now, dropVersionId: 'v', reason: null },
    state: 'doubtful',
    ...{ pages: 4, filed: 1, separators: 0, blanks: 1, rejected: 0, documents: 1, doubts: 1 },
    evidence: { key: 'scans/f/lundi.pdf', versionId: 'v', size: 9 },
  };
  await batches.addFile({ id: 'b', name: 'lundi.pdf', receivedAt: now }, { ...file, state: 'reading' });
  await batches.saveFile('b', file);
  // Two pages that say nothing of each other: a place that nobody is sure of.
  for (const [index, state] of (['doubtful', 'doubtful', 'filed', 'blank'] as const).entries())
    await pages.savePage(workPage(index + 1, { state, contactId: state === 'filed' ? 'c-1' : null }));
  const known = {
    ...{ ...batches, ...pages },
    header: async (id: string) => {
      const header = contacts.get(id);
      if (!header) throw new Refusal('not-found');
      return { id, channel: 'scan', ...header } as ContactHeader;
    },
    imageUrl: async (key: string) => `https://images/${key}`,
    now: () => `2026-11-22T10:${String(minute++).padStart(2, '0')}:00.000Z`,
  };
  const acts = clerkActs({
    ...known,
    claim: async (uploadId, _name, to) => ({ key: to, versionId: `of-${uploadId}`, size: 12 }),
    succeed: async (token) => void woken.push(token),
    reopenFile: async (_batch, _file, cause) => void reopened.push(cause),
  });
  const views = batchPages({
    ...known,
    originalUrl: async ({ key }) => `https://originals/${key}`,
    timeZone: async () => 'Europe/Paris',
  });
  const lists = clerkLists({
    ...known,
    find: search.find,
    inQualification: async () =>
      [...contacts].map(([id, header]) => ({ id, channel: 'scan', ...header }) as ContactHeader),
  });
  const decide = (body: AskedDeed, key: string, caller = clerkCaller()) =>
    acts.decide({ params: at, headers: { 'idempotency-key': key }, body, query: undefined }, caller);
  return { acts, views, lists, decide, pages, search, contacts, woken, reopened, table };
}
type Pile = Awaited<ReturnType<typeof aPile>>;
let pile: Pile;
beforeEach(async () => {
  pile = await aPile();
});
const settle = (caller = clerkCaller()) =>
  pile.acts.settle({ params: at, headers: undefined, body: undefined, query: undefined }, caller);
const undo = (deedId: string, caller = clerkCaller()) =>
  pile.acts.undo(
    { params: { ...at, deedId }, headers: undefined, body: undefined, query: undefined },
    caller,
  );
const read = () =>
  pile.views.read(
    { params: { id: 'b' }, query: undefined, headers: undefined, body: undefined },
    clerkCaller(),
  );
const waits = () =>
  pile.pages.keepDoubtToken({ ...{ batchId: 'b', fileId: 'f', since: now }, places: 1, pages: 2 }, 'token');

describe('a clerk decides once, may think better of it, and then the letters go on', () => {
  it('keeps a decision by its key, takes it back, and wakes the machine when all is decided', async () => {
    await waits();
    const { boundaries } = {
      boundaries: await pile.acts.strip({ params: at, query: { rows: 'all' } }, clerkCaller()),
    };
    expect(boundaries.rows[0]?.places.map(({ before }) => before)).toContain(2);
    const cut = await pile.decide({ kind: 'cut', before: 2 }, 'k'.repeat(16));
    expect(await pile.decide({ kind: 'cut', before: 2 }, 'k'.repeat(16))).toEqual(cut);
    expect(await pile.pages.listDeeds('f')).toHaveLength(1);
    await expect(pile.decide({ kind: 'join', before: 2 }, 'k'.repeat(16))).rejects.toThrow(
      'idempotency-key-reused',
    );
    expect(cut.undo).toMatchObject({ kind: 'cut', page: 2 });
    await expect(undo('k'.repeat(16), clerkCaller('c.monnier'))).rejects.toThrow('forbidden');
    expect((await undo('k'.repeat(16))).undo).toBeNull();
    expect(await undo('k'.repeat(16))).toEqual(await undo('k'.repeat(16)));
    await pile.decide({ kind: 'join', before: 2 }, 'j'.repeat(16));
    expect(await settle()).toMatchObject({ left: 0, isWaiting: false, undo: null });
    await settle();
    expect(pile.woken).toEqual(['token', 'token']);
    expect(pile.reopened).toEqual([]);
  });

  it.each<[AskedDeed, AskedDeed]>([
    [
      { kind: 'rotate', page: 1, degrees: 90 },
      { kind: 'rotate', page: 1, degrees: 180 },
    ],
    [
      { kind: 'count-as', page: 1, as: 'blank' },
      { kind: 'count-as', page: 1, as: 'rejected' },
    ],
    [
      { kind: 'replace', page: 1, uploadId: 'u', name: 'a.pdf' },
      { kind: 'replace', page: 1, uploadId: 'w', name: 'a.pdf' },
    ],
  ])('refuses a key that was used for something else: %j, then %j', async (first, other) => {
    const key = 's'.repeat(16);
    await pile.decide(first, key);
    await pile.decide(first, key);
    await expect(pile.decide(other, key)).rejects.toThrow('idempotency-key-reused');
    expect(await pile.pages.listDeeds('f')).toHaveLength(1);
  });

  it('takes a new scan for one page only', async () => {
    const scan = { kind: 'replace', uploadId: 'u', name: 'a.pdf' } as const;
    await pile.decide({ ...scan, page: 1 }, 'o'.repeat(16));
    await expect(pile.decide({ ...scan, page: 2 }, 'p'.repeat(16))).rejects.toMatchObject({
      fields: [{ code: 'used-upload' }],
    });
    await undo('o'.repeat(16));
    await pile.decide({ ...scan, page: 2 }, 'q'.repeat(16));
  });

  it('refuses what became a request, naming it', async () => {
    pile.contacts.set('c-1', { state: 'opened', requestReference: 'VC-2026-000001-P' });
    await expect(pile.decide({ kind: 'rotate', page: 3, degrees: 90 }, 'r'.repeat(16))).rejects.toMatchObject(
      {
        code: 'not-allowed-in-state',
        fields: [{ code: 'in-a-request', params: { page: 3, reference: 'VC-2026-000001-P' } }],
      },
    );
  });

  it('goes through a closed file again once, for a blank that is none and a page scanned anew', async () => {
    await pile.decide({ kind: 'count-as', page: 4, as: 'content' }, 'b'.repeat(16));
    const replace = { kind: 'replace', page: 4, uploadId: 'u', name: 'neuf.pdf' } as const;
    expect(await pile.decide(replace, 'n'.repeat(16))).toMatchObject({ isWaiting: false, pending: 1 });
    const [, kept] = await pile.pages.listDeeds('f');
    expect(kept).toMatchObject({ evidence: { key: `scans/f/page-4/${'n'.repeat(16)}`, versionId: 'of-u' } });
    expect((await read()).pagesList[3]).toMatchObject({ asked: 'replace', state: 'blank' });
    for (const _twice of [1, 2]) await settle();
    expect(new Set(pile.reopened)).toEqual(new Set(['n'.repeat(16)]));
    const word = { key: 'k', versionId: 'v', size: 1, contentType: 'application/msword' };
    expect(() => newScan(word)).toThrow('unsupported-type');
  });
});

describe('who has each page in hand is said without opening it', () => {
  it('on the batch, with what waits for a clerk and what does not balance', async () => {
    await waits();
    const batch = await read();
    expect(batch.pagesList.map(({ owner }) => owner)).toEqual(['clerk', 'clerk', 'qualification', 'nobody']);
    expect(batch.files[0]).toMatchObject({
      pending: 0,
      unaccounted: [],
      url: expect.stringContaining('lundi.pdf'),
    });
    expect(batch.files[0]?.doubts).toBeGreaterThanOrEqual(0);
  });

  it('on the list of what waits and on the board of clerks, never of others', async () => {
    await waits();
    pile.contacts.set('c-1', { state: 'waiting' });
    const { doubts, inQualification } = await pile.lists.scanning({}, clerkCaller());
    expect(doubts).toMatchObject([{ batchName: 'lundi.pdf', fileName: 'lundi.pdf', places: 1, pages: 2 }]);
    expect(inQualification).toBe(1);
    expect(doubtItems(doubts)).toMatchObject([
      { kind: 'doubt', taskId: 'doubt-f', subject: 'lundi.pdf', sender: '' },
    ]);
    const { agent } = clerkCaller();
    expect(seesDoubts(agent, { view: 'departments' })).toBe(true);
    expect(seesDoubts(agent, { view: 'mine' })).toBe(false);
    expect(seesDoubts({ ...agent, roles: ['instructor'] }, { view: 'departments' })).toBe(false);
  });

  it('by day of the town', async () => {
    const on = (day: string) =>
      pile.views.list({
        query: { on: day, limit: 20 },
        params: undefined,
        headers: undefined,
        body: undefined,
      });
    expect((await on('2026-11-22')).batches).toHaveLength(1);
    expect((await on('2026-11-21')).batches).toEqual([]);
  });
});

describe('a letter is found by its words, for as long as it is kept', () => {
  const search = (q: string, departments?: string[], after?: string) =>
    pile.lists.search(
      { body: { q, after }, params: undefined, query: undefined, headers: undefined },
      clerkCaller('h.lasserre', departments),
    );
  beforeEach(async () => {
    const letter = { batchId: 'b', batchName: 'lundi.pdf', fileId: 'f', receivedAt: now, pages: 2 };
    const words = searchWords('lundi.pdf', 'Odile Marchand, rue des Tanneurs');
    await pile.search.index({ ...letter, contactId: 'c-1', firstPage: 3, words });
    await pile.search.index({ ...letter, contactId: 'c-1', firstPage: 3, words });
    pile.contacts.set('c-1', { state: 'waiting' });
  });
  it('by the beginning of a word, and only when it holds the others too', async () => {
    expect((await search('marcha tann')).letters).toMatchObject([{ firstPage: 3, contactState: 'waiting' }]);
    expect((await search('marchand dupont')).letters).toEqual([]);
  });
  it('not by those it is reserved from', async () => {
    pile.contacts.set('c-1', { state: 'waiting', scan: { department: 'cabinet' } as never });
    expect((await search('marchand')).letters).toEqual([]);
    expect((await search('marchand', ['cabinet'])).letters).toHaveLength(1);
  });
  it('page by page, without a word of those it is reserved from in the place to go on', async () => {
    // Fifteen that a clerk may know, then thirty that none but the cabinet may: more than a page of them.
    for (let at = 0; at < 45; at++) {
      const isReserved = at % 20 >= 5 && at < 40;
      const words = [isReserved ? `cavalcade${at}` : `cavalier${at}`];
      const letter = { batchId: 'b', batchName: 'mardi.pdf', fileId: 'g', receivedAt: now, pages: 1 };
      await pile.search.index({ ...letter, contactId: `v-${at}`, firstPage: at + 1, words });
      const scan = isReserved ? { scan: { department: 'cabinet' } as never } : {};
      pile.contacts.set(`v-${at}`, { state: 'waiting', ...scan });
    }
    const found = new Set<string>();
    let after: string | undefined;
    for (let page = 0; page < 12; page++) {
      const { letters, next } = await search('caval', undefined, after);
      for (const { contactId } of letters) found.add(contactId);
      expect(next ?? '').not.toContain('cavalcade');
      if (!next) break;
      after = next;
    }
    expect(found.size).toBe(15);
  });
  it('leaves no word behind when its file is forgotten', async () => {
    await pile.search.forget('f');
    expect(
      (await database.all(pile.table)).filter(
        ({ pk, sk }) => /^WORD/.test(`${pk}`) || /^WORDS/.test(`${sk}`),
      ),
    ).toEqual([]);
  });
});
