import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { correct, withReading } from '../../functions/safe/correct.ts';
import { type KeepDeps, keepUpload, newUploadId } from '../../functions/safe/keep.ts';
import { neededFor } from '../../functions/safe/needed.ts';
import { emptyBins, type NightlyDeps, warnByMail } from '../../functions/safe/nightly.ts';
import { quota } from '../../functions/safe/safe-document.ts';
import { type SafeTable, safeTable } from '../../functions/safe/safe-table.adapter.ts';
import { warningsFor } from '../../functions/safe/warnings.ts';
import { wishTable } from '../../functions/safe/wish-table.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { paper } from '../support/safe-paper.ts';

const today = '2026-11-22';
let count = 0;
let database: TestDatabase;
let name: string;
let table: SafeTable;
beforeAll(async () => {
  database = await testDatabase();
  name = await database.table();
  table = safeTable(database.db, name);
});
afterAll(() => database.stop());

describe('a safe holds what was put there, and no more than its room', () => {
  const deps = (removed: string[] = []): KeepDeps => ({
    ...table,
    startUpload: async () => ({}) as never,
    claimUpload: async (_id, file, to) => ({
      key: to,
      name: file,
      contentType: 'image/heic',
      size: 1_000,
      scan: 'clean',
    }),
    removeObject: async (key) => void removed.push(key),
    now: () => '2026-11-22T10:00:00.000Z',
    random: () => `10000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
  });
  const keep = (account: string, uploadId: string, removed?: string[]) =>
    keepUpload(deps(removed), account, { uploadId, name: 'photo.heic', type: null, member: null }, today);

  it('keeps an upload once, and counts its bytes once', async () => {
    const id = newUploadId(deps());
    expect(await keep('once', id)).toMatchObject({
      type: 'other',
      reading: 'none',
      objectKey: `safe/once/${id}`,
    });
    await Promise.all([keep('once', id), keep('once', id)]);
    expect(await table.used('once')).toEqual({ bytes: 1_000, documents: 1 });
  });

  it('says that it is full, and leaves nothing behind', async () => {
    await table.add(paper({ account: 'full', size: quota - 500 }));
    const removed: string[] = [];
    const id = newUploadId(deps());
    await expect(keep('full', id, removed)).rejects.toMatchObject({
      code: 'too-large',
      fields: [{ code: 'full' }],
    });
    expect(removed).toEqual([`safe/full/${id}`]);
    expect((await table.used('full')).documents).toBe(1);
  });

  it('takes no upload that is not its own kind of name', async () => {
    await expect(keep('odd', 'u1')).rejects.toMatchObject({ code: 'upload-missing' });
  });

  it('shows the newest first, a page at a time', async () => {
    for (let index = 0; index < 32; index++) await table.add(paper({ account: 'many' }));
    const first = await table.list('many', 'safe');
    const second = await table.list('many', 'safe', first.next ?? undefined);
    expect([first.documents.length, second.documents.length, second.next]).toEqual([30, 2, null]);
    const ids = [...first.documents, ...second.documents].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort().reverse());
  });

  it('deletes for thirty days, gives back on asking, and for ever after that', async () => {
    const [kept, thrown] = [paper({ account: 'bin' }), paper({ account: 'bin' })];
    for (const one of [kept, thrown]) await table.add(one);
    for (const one of [kept, thrown]) await table.bin(one, '2026-11-22T10:00:00.000Z', '2026-12-22');
    await table.restore({ ...kept, binnedAt: '2026-11-22T10:00:00.000Z' });
    const removed: string[] = [];
    const night = {
      ...table,
      removeObject: async (key: string) => void removed.push(key),
    } as never as NightlyDeps;
    expect(await emptyBins(night, '2026-12-21')).toBe(0);
    expect(await emptyBins(night, '2026-12-23')).toBe(1);
    expect(await emptyBins(night, '2026-12-23')).toBe(0);
    expect(removed).toEqual([thrown.objectKey]);
    expect(await table.used('bin')).toEqual({ bytes: 1_000, documents: 1 });
    expect((await table.list('bin', 'bin')).documents).toEqual([]);
  });
});

describe('two accounts of one person', () => {
  it('have one safe: what is in the one that ends is in the one that stays, its room with it', async () => {
    const document = paper({ account: 'ends' });
    await table.add(document);
    await table.move(document, 'is-kept');
    await expect(table.move(document, 'is-kept')).rejects.toMatchObject({ code: 'not-found' });
    expect((await table.list('ends', 'safe')).documents).toEqual([]);
    expect(await table.find('is-kept', document.id)).toMatchObject({ objectKey: document.objectKey });
    expect([await table.used('ends'), await table.used('is-kept')]).toEqual([
      ...[
        { bytes: 0, documents: 0 },
        { bytes: 1_000, documents: 1 },
      ],
    ]);
  });
});

describe('what is read is proposed, what is said stays', () => {
  const reading = {
    type: 'quittance',
    issuedOn: '2026-10-05',
    validUntil: null,
    read: [{ code: 'name', value: 'Lou' }],
  };
  it('fills in the kind and the days of a document that just arrived', () => {
    const arrived = paper({ type: 'other', issuedOn: null, validUntil: null, reading: 'pending' });
    expect(withReading(arrived, reading)).toMatchObject({
      ...{ type: 'quittance', issuedOn: '2026-10-05', validUntil: '2027-01-05', reading: 'done' },
    });
  });
  it('leaves alone what its owner said meanwhile', () => {
    const said = paper({
      type: 'bail',
      validBy: 'owner',
      validUntil: null,
      read: [{ code: 'name', value: 'Zoé' }],
      reading: 'pending',
    });
    expect(withReading(said, reading)).toMatchObject({
      type: 'bail',
      validUntil: null,
      read: [{ value: 'Zoé' }],
    });
  });
  it('lets a rule follow the kind and the day, and never correct its owner', () => {
    const document = paper();
    expect(correct(document, { version: 1, issuedOn: '2026-11-10' }).validUntil).toBe('2027-02-10');
    const owned = correct(document, { version: 1, validUntil: '2026-12-01' });
    expect(correct({ ...owned, version: 1 }, { version: 1, type: 'quittance' })).toMatchObject({
      ...{ validUntil: '2026-12-01', validBy: 'owner' },
    });
    expect(() => correct(document, { version: 0 })).toThrow('conflict');
  });
});

describe('the papers of a procedure are found, and missed in time', () => {
  const required = {
    code: 'domicile',
    label: 'Justificatif de domicile',
    accepts: [{ code: 'facture-energie', label: 'Facture' }],
    validMonths: 3,
  };
  const documents = [required] as never;
  it.each([
    ['2026-08-22', true, null],
    ['2026-08-21', false, 'too-old'],
  ])('a bill of %s for a paper of less than three months: %s', (issuedOn, good, why) => {
    const [line] = neededFor({ documents }, [paper({ issuedOn })], today);
    expect(line?.found).toMatchObject([{ as: 'Facture', good, why }]);
  });
  it('offers nothing of the bin, of another child, or not looked at', () => {
    const safe = [
      paper({ binnedAt: '2026-11-20T10:00:00Z' }),
      paper({ member: 'c2' }),
      paper({ scan: 'pending' }),
    ];
    expect(neededFor({ documents }, safe, today, 'c1')[0]?.found).toMatchObject([
      { good: false, why: 'not-checked' },
    ]);
  });

  const season = {
    id: 'derogation',
    title: 'Dérogation',
    theme: 'famille',
    open: [{ from: '01-15', to: '03-31' }],
    documents: [required],
  } as never;
  it('warns families two months before a season, when the paper will be too old by then', () => {
    const safe = [paper({ type: 'facture-energie', issuedOn: '2026-10-14', validUntil: null })];
    expect(warningsFor(safe, [season], true, '2026-11-10')).toEqual([]);
    expect(warningsFor([], [season], true, '2026-11-22')).toMatchObject([
      { kind: 'season', on: '2027-01-15', document: null, label: 'Justificatif de domicile' },
    ]);
    expect(warningsFor(safe, [season], true, '2026-11-22')).toMatchObject([
      { kind: 'season', document: { type: 'facture-energie' } },
    ]);
    expect(warningsFor([], [season], false, '2026-11-22')).toEqual([]);
    // What is always taken has a season too: when most people ask.
    const always = { ...(season as object), open: [], season: [{ from: '01-15', to: '03-31' }] } as never;
    expect(warningsFor([], [always], true, '2026-11-10')).toEqual([]);
    expect(warningsFor([], [always], true, '2026-11-22')).toMatchObject([{ on: '2027-01-15' }]);
  });

  it('writes once about each thing, to who wants it only', async () => {
    const wishes = wishTable(database.db, name);
    await wishes.save({ account: 'wants', byMail: true, warned: [] });
    await wishes.save({ account: 'does-not', byMail: false, warned: [] });
    const sent: { to: string; text: string }[] = [];
    const deps = {
      ...{
        wishes: wishes.page,
        saveWish: wishes.save,
        seasonal: async () => [],
        hasChildren: async () => true,
      },
      documents: async () => [paper({ account: 'wants', validUntil: '2026-12-01' })],
      account: async () => ({ email: 'x@exemple.test', givenName: 'Inès' }),
      authority: async () => ({ name: 'Val-Clair', mail: { from: 'a@b.test', inbound: [] } }),
      send: async (mail: { to: string; text: string }) => void sent.push(mail),
      publicUrl: 'https://x.test',
    } as never as NightlyDeps;
    const same = paper({ account: 'wants', validUntil: '2026-12-01' });
    const once = { ...deps, documents: async () => [same] };
    expect([await warnByMail(once, today), await warnByMail(once, today)]).toEqual([1, 0]);
    const inSeason = { ...once, seasonal: async () => [season] };
    const nights = ['2026-12-01', '2026-12-02', '2027-01-20', '2027-01-21'];
    const counts = [];
    for (const night of nights) counts.push(await warnByMail(inSeason, night));
    // The season is announced once, before it opens; that the paper has ended since is another thing.
    expect(counts).toEqual([1, 1, 0, 0]);
    expect(sent.slice(0, 1)).toMatchObject([
      { to: 'x@exemple.test', text: expect.stringContaining('1er décembre 2026') },
    ]);
    expect(sent[0]?.text).toContain('Your safe, on a page in English: https://x.test/en/mon-espace/coffre');
  });
});
