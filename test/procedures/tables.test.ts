import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { catalogueTable } from '../../functions/procedures/catalogue-table.adapter.ts';
import { draftTable } from '../../functions/procedures/draft-table.adapter.ts';
import type { Moving } from '../../functions/procedures/move-requests.ts';
import { askingToMove, movingPage, previewing } from '../../functions/procedures/move-requests.ts';
import { procedureTable } from '../../functions/procedures/procedure-table.adapter.ts';
import { readingProcedures } from '../../functions/procedures/read-procedures.ts';
import { usingCatalogue } from '../../functions/procedures/use-catalogue.ts';
import { writing } from '../../functions/procedures/write-procedure.ts';
import { procedureIndex } from '../../functions/requests/procedure-index.adapter.ts';
import { requestTable } from '../../functions/requests/request-table.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { known } from '../support/procedure-checks.ts';
import { everyKind } from '../support/procedures.ts';

const [me, other] = ['agent:noe.garnier', 'agent:lea.fontaine'];
const at = '2026-11-22T09:00:00.000Z';
let instant = Date.parse(at);
const now = () => {
  instant += 1000;
  return new Date(instant).toISOString();
};
const id = everyKind.id;
const titled = (title: string) => ({ ...everyKind, title });

let database: TestDatabase;
const world = async () => {
  const { db } = database;
  const table = await database.table();
  const procedures = procedureTable(db, table);
  const drafts = draftTable(db, table);
  const catalogue = catalogueTable(db, table);
  const around = async () => known;
  return {
    ...{ procedures, drafts, catalogue },
    requests: requestTable(db, table),
    index: procedureIndex(db, table),
    writes: writing({ procedures, drafts, known: around, now }),
    shared: usingCatalogue({ catalogue, drafts, procedures, known: around, now }),
    reads: readingProcedures({
      ...{ procedures, drafts, known: around },
      newest: catalogue.newest,
      compare: (one, two) => one.localeCompare(two),
    }),
  };
};
let one: Awaited<ReturnType<typeof world>>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  one = await world();
});

describe('a procedure is written in a draft and published whole', () => {
  it('keeps an unfinished draft with its problems, and refuses to publish it', async () => {
    const { version, problems } = await one.writes.save('a-finir', { title: 'À finir' }, 0, me);
    expect(problems.length).toBeGreaterThan(3);
    expect(await one.reads.read('a-finir')).toMatchObject({
      isDraft: true,
      version,
      document: { id: 'a-finir', title: 'À finir' },
      procedure: { state: 'draft', revision: 0, draft: { by: me } },
    });
    await expect(one.writes.publish('a-finir', version, me)).rejects.toMatchObject({
      code: 'invalid-input',
      fields: expect.arrayContaining([
        expect.objectContaining({ field: 'steps', place: 'Étapes du formulaire' }),
      ]),
    });
    expect(await one.procedures.list()).toEqual([]);
  });

  it('tells the second of two writers that the first was quicker', async () => {
    const { version } = await one.writes.save(id, everyKind, 0, me);
    await one.writes.save(id, titled('Le premier arrivé'), version, me);
    await expect(one.writes.save(id, titled('Le second'), version, other)).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(one.writes.publish(id, version, other)).rejects.toMatchObject({ code: 'conflict' });
    await one.writes.discard(id);
    const again = await one.writes.save(id, everyKind, 0, me);
    expect(again.version).not.toBe(version);
    await expect(one.writes.save(id, titled('Vieille page'), version, other)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('says who published each revision, and leaves the older ones as they were', async () => {
    const first = await one.writes.save(id, everyKind, 0, me);
    expect(await one.writes.publish(id, first.version, me)).toEqual({ revision: 1 });
    const second = await one.writes.save(id, titled('Un autre titre'), 0, other);
    expect((await one.procedures.read(id))?.title).toBe(everyKind.title);
    expect(await one.writes.publish(id, second.version, other)).toEqual({ revision: 2 });
    expect((await one.reads.revisions(id)).map(({ revision, by }) => [revision, by])).toEqual([
      [2, other],
      [1, me],
    ]);
    expect((await one.procedures.read(id, 1))?.title).toBe(everyKind.title);
    expect(await one.reads.list()).toMatchObject([{ id, revision: 2, draft: null, state: 'published' }]);
    const { bytes, name } = await one.reads.download(id);
    expect(name).toBe(`${id}.json`);
    expect(Object.keys(JSON.parse(new TextDecoder().decode(bytes))).slice(0, 3)).toEqual([
      'id',
      'revision',
      'title',
    ]);
  });

  it('takes an archived one off the portal, keeps its requests going, and offers it again', async () => {
    await one.procedures.publish({ procedure: everyKind, by: me, at });
    await one.writes.archive(id, me);
    expect(await one.procedures.list()).toEqual([]);
    expect([await one.procedures.read(id), await one.procedures.offered(id, 1)]).toEqual([null, null]);
    expect((await one.procedures.read(id, 1))?.id).toBe(id);
    expect(await one.reads.list()).toMatchObject([{ state: 'archived', open: false }]);
    await one.writes.restore(id);
    expect((await one.procedures.offered(id))?.id).toBe(id);
  });

  it('takes a form of an older revision within the periods of today', async () => {
    await one.procedures.publish({ procedure: everyKind, by: me, at });
    const open = [{ from: '01-01', to: '01-31' }];
    await one.procedures.publish({ procedure: { ...titled('Fermée'), open }, by: me, at });
    expect(await one.procedures.offered(id, 1)).toMatchObject({ title: everyKind.title, open });
  });
});

describe('authorities share procedures', () => {
  const base = { ...everyKind, id: 'demenagement' };

  it('adopts one under a local name, and takes its next revision under what was changed', async () => {
    await one.catalogue.keep(base);
    await one.catalogue.keep(base);
    const adopted = await one.shared.adopt('demenagement', { id: 'chez-nous', department: 'mobilite' }, me);
    await expect(one.shared.adopt('demenagement', { id: 'chez-nous' }, me)).rejects.toMatchObject({
      code: 'conflict',
    });
    await one.writes.publish('chez-nous', adopted.version, me);
    expect(await one.reads.list()).toMatchObject([
      { id: 'chez-nous', catalogue: { id: 'demenagement', revision: 1 }, newerInCatalogue: null },
    ]);
    await one.catalogue.keep({ ...base, summary: 'Un résumé plus clair, pour tout le monde.' });
    expect(await one.reads.list()).toMatchObject([{ newerInCatalogue: 2 }]);
    expect(await one.shared.overlay('chez-nous')).toMatchObject({
      overlay: { department: 'mobilite' },
      incoming: [{ path: 'summary' }],
      conflicts: [],
    });
    const { version } = await one.shared.update('chez-nous', 0, [], me);
    const saved = await one.writes.save(
      'chez-nous',
      (await one.reads.read('chez-nous')).document,
      version,
      me,
    );
    expect(await one.writes.publish('chez-nous', saved.version, me)).toEqual({ revision: 2 });
    expect(await one.procedures.read('chez-nous')).toMatchObject({
      department: 'mobilite',
      summary: 'Un résumé plus clair, pour tout le monde.',
    });
    expect(await one.shared.list()).toMatchObject({
      procedures: [{ id: 'demenagement', revision: 2, adoptedAs: ['chez-nous'] }],
    });
    expect(await one.reads.list()).toMatchObject([{ newerInCatalogue: null, catalogue: { revision: 2 } }]);
  });
});

describe('open requests follow their procedure when somebody asks', () => {
  const open = (reference: string, procedureRevision = 1) =>
    one.requests.append(reference, { key: 'open' }, () => ({
      commands: [
        {
          ...{ command: 'request-opened', channel: 'form', contactId: reference, openedBy: 'citizen' },
          ...{ procedure: id, procedureRevision, department: 'voirie', confidence: 1, urgency: 'normal' },
          ...{ receivedOn: '2026-11-22', contentHash: 'h' },
        },
      ],
    }));
  const references = Array.from({ length: 60 }, (_, at) => `VC-2026-${String(at + 1).padStart(6, '0')}-X`);

  it('shows first, then moves page after page, once, and leaves the decided where they are', async () => {
    await one.procedures.publish({ procedure: everyKind, by: me, at });
    for (const reference of references) await open(reference);
    await one.requests.append('VC-2026-000007-X', { key: 'gone' }, () => ({
      commands: [{ command: 'request-withdrawn', by: 'citizen' }],
    }));
    await one.requests.append('VC-2026-000009-X', { key: 'step' }, () => ({
      commands: [{ command: 'step-started', step: 'supprimee', kind: 'check' }],
    }));
    await one.procedures.publish({ procedure: titled('Nouveau titre'), by: me, at });
    const snapshot = one.requests.snapshot;
    const look = previewing({ procedures: one.procedures, index: one.index, snapshot });
    const preview = await look(id, 1);
    expect(preview).toMatchObject({ to: 2, changes: [{ path: 'title' }] });
    expect(preview.requests.length).toBeLessThanOrEqual(25);

    const queue: Moving[] = [];
    const send = async (moving: Moving) => queue.push(moving);
    const ask = askingToMove({ procedures: one.procedures, send });
    await expect(ask({ procedure: id, from: 2, to: 3, by: me })).rejects.toMatchObject({ code: 'conflict' });
    await ask({ procedure: id, from: 1, to: 2, by: me });
    const move = movingPage({
      ...{ index: one.index, append: one.requests.append, send },
      read: one.procedures.read,
    });
    for (let moving = queue.shift(); moving; moving = queue.shift()) {
      await move(moving);
      await move({ ...moving, references: ['VC-2026-000001-X', 'VC-2026-999999-X'] });
    }
    const revisions = await Promise.all(
      references.map(async (reference) => (await snapshot(reference)).request.procedureRevision),
    );
    expect(revisions.filter((revision) => revision === 1)).toHaveLength(1);
    expect((await snapshot('VC-2026-000007-X')).request.procedureRevision).toBe(1);
    expect((await snapshot('VC-2026-000009-X')).request.step).toBeNull();
    const whole = await one.requests.load('VC-2026-000001-X');
    expect(whole.events.map(({ type }) => type)).toEqual(['request-opened', 'procedure-revision-moved']);
    expect((await one.index.page(id, 1, null, 100)).found).toEqual([]);
    expect((await one.index.page(id, 2, null, 100)).found).toHaveLength(59);
  }, 30_000);
});
