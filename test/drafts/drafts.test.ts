import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../../functions/agents/caller.ts';
import { draftTable } from '../../functions/drafts/draft-table.adapter.ts';
import { draftsOf } from '../../functions/drafts/save-draft.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

let database: TestDatabase;
let name: string;
let now: string;
let there: Set<string>;
let dropped: string[];
let drafts: ReturnType<typeof draftsOf>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.stop());
beforeEach(async () => {
  name = await database.table();
  now = '2026-11-22T10:00:00.000Z';
  there = new Set(['photo-1', 'photo-2']);
  dropped = [];
  drafts = draftsOf({
    drafts: draftTable(database.db, name),
    files: { keep: async (id) => there.has(id), drop: async (id) => void dropped.push(id) },
    authority: async () => ({ timeZone: 'Europe/Paris' }),
    now: () => now,
    dayIn: (_, instant) => instant.slice(0, 10),
  });
});

const as = (account: string, scope?: 'requests' | 'payments'): Caller => ({
  ...{ requestId: 'r', address: '192.0.2.1', cookies: [], kind: 'citizen' },
  citizen: {
    ...{ account, person: `p-${account}`, givenName: 'Anna', familyName: 'Petit', email: null, by: 'code' },
    ...(scope && {
      actingFor: { mandate: 'm1', account: 'nadia', person: 'p', name: 'Nadia', scope: [scope] },
    }),
  },
});
const anna = as('anna');
const params = { procedure: 'inscription-scolaire' };
const none = { headers: undefined, query: undefined };
const content = (version: number, answers: object, files: object = {}) => ({
  ...{
    revision: 1,
    title: 'Inscrire un enfant',
    key: 'cle-de-cet-envoi-1',
    step: 'ecole',
    at: { index: 2, count: 6 },
  },
  ...{ answers, files, version },
});
const save = (by: Caller, body: ReturnType<typeof content>) =>
  drafts.save({ params, body: body as never, ...none }, by);
const read = (by: Caller) => drafts.read({ params, body: undefined, ...none }, by);
const file = (uploadId: string, keptAt?: string) => ({
  uploadId,
  name: 'photo.jpg',
  size: 1,
  at: now,
  ...(keptAt && { keptAt }),
});

describe('a form begun is found again on another device', () => {
  it('with its answers, the step where one was, and until when it is kept', async () => {
    const saved = await save(anna, content(0, { kind: 'first' }));
    expect(saved).toMatchObject({ version: 1, until: '2026-12-22' });
    expect(await read(anna)).toMatchObject({ answers: { kind: 'first' }, step: 'ecole', version: 1 });
    const { drafts: list } = await drafts.list(undefined, anna);
    expect(list).toMatchObject([
      { procedure: 'inscription-scolaire', title: 'Inscrire un enfant', savedAt: now },
    ]);
  });

  it('is nobody else’s, and of whom one acts for only within the mandate', async () => {
    await save(anna, content(0, { kind: 'first' }));
    await expect(read(as('bilal'))).rejects.toMatchObject({ code: 'not-found' });
    await save(as('anna', 'requests'), content(0, { kind: 'move' }));
    expect((await read(as('nadia'))).answers).toEqual({ kind: 'move' });
    await expect(read(as('anna', 'payments'))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is not overwritten by a device that had not seen the last saving', async () => {
    await save(anna, content(0, { kind: 'first' }));
    await save(anna, content(1, { kind: 'move' }));
    await expect(save(anna, content(1, { kind: 'change' }))).rejects.toMatchObject({ code: 'conflict' });
    await expect(save(anna, content(0, { kind: 'change' }))).rejects.toMatchObject({ code: 'conflict' });
    expect((await read(anna)).answers).toEqual({ kind: 'move' });
  });

  it('of two devices that save at once, one is told of the other', async () => {
    await save(anna, content(0, {}));
    const both = await Promise.allSettled([
      save(anna, content(1, { a: 1 })),
      save(anna, content(1, { b: 2 })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('keeps its files as long as itself, and says which are gone', async () => {
    const saved = await save(anna, content(0, {}, { domicile: [file('photo-1'), file('parti')] }));
    expect(saved.files.domicile).toMatchObject([{ uploadId: 'photo-1', keptAt: now }]);
    now = '2026-11-25T10:00:00.000Z';
    there.clear();
    await save(anna, content(1, {}, { domicile: [file('photo-1', '2026-11-22T10:00:00.000Z')] }));
    expect((await read(anna)).files.domicile, 'kept three days ago: not touched again').toHaveLength(1);
    await save(anna, content(2, {}));
    expect(dropped).toEqual(['photo-1']);
  });

  it('is not listed any more after 30 days', async () => {
    await save(anna, content(0, {}));
    now = '2026-12-23T10:00:00.000Z';
    expect((await drafts.list(undefined, anna)).drafts).toEqual([]);
  });

  it('once sent, keeps nothing but its reference, and the other device is told', async () => {
    await save(anna, content(0, { kind: 'first' }));
    const sent = { reference: 'VC-2026-000123-W', at: now };
    await draftTable(database.db, name).markSent('anna', params.procedure, 'cle-de-cet-envoi-1', sent);
    expect(await read(anna)).toMatchObject({ answers: {}, sent });
    expect((await drafts.list(undefined, anna)).drafts).toEqual([]);
    await expect(save(anna, content(1, { kind: 'move' }))).rejects.toMatchObject({
      code: 'already-closed',
      fields: [{ params: { reference: 'VC-2026-000123-W' } }],
    });
    const other = { ...content(0, { kind: 'move' }), key: 'une-autre-demande-2' };
    expect(await save(anna, other)).toMatchObject({ version: 3 });
  });

  it('is thrown away with its files', async () => {
    await save(anna, content(0, {}, { domicile: [file('photo-2')] }));
    await drafts.remove({ params, body: undefined, ...none }, anna);
    await expect(read(anna)).rejects.toMatchObject({ code: 'not-found' });
    expect(dropped).toEqual(['photo-2']);
  });
});
