import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountPages } from '../../functions/documents/batches/accounts.ts';
import { asAsked } from '../../functions/documents/batches/asked.ts';
import type { ClerkDeed } from '../../functions/documents/batches/clerk.ts';
import { pageTable, type WorkPage } from '../../functions/documents/batches/page-table.adapter.ts';
import { derivedId } from '../../functions/documents/derived-id.adapter.ts';
import { newPage } from '../../functions/documents/reading/prepare-pages.adapter.ts';
import { planDocuments } from '../../functions/documents/splitting/plan-documents.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

type Bare = ClerkDeed extends infer D ? (D extends unknown ? Omit<D, 'id' | 'by' | 'at'> : never) : never;
let deeds = 0;
const deed = (bare: Bare): ClerkDeed => {
  const id = `deed-${++deeds}`;
  return {
    id,
    by: 'hugo',
    at: `2026-11-23T09:00:${String(deeds).padStart(2, '0')}.000Z`,
    ...bare,
  } as ClerkDeed;
};
const contact = (first: number) => derivedId('scan', 'f', first);

/** A file whose pages were read; `S` is a separator, `V` the sheet before the versos, `B` a blank, `R` rejected. */
async function fileOf(kinds: string, decided: number[] = []) {
  const pages = pageTable(database.db, await database.table());
  const states = { S: 'separator', V: 'separator', B: 'blank', R: 'rejected' } as const;
  for (const [index, kind] of [...kinds].entries())
    await pages.savePage({
      ...newPage('f', index + 1),
      state: states[kind as keyof typeof states] ?? 'read',
      image: kind === 'R' ? null : `pages/f/${index + 1}.webp`,
      ...(kind === 'V' ? { isVersos: true } : {}),
    });
  const isUndecided = async (id: string) => !decided.map(contact).includes(id);
  const withdrawn: string[] = [];
  return {
    pages,
    withdrawn,
    plan: () =>
      planDocuments('f', {
        ...{ pages, derivedId, isUndecided },
        withdraw: async (id) => void withdrawn.push(id),
        isWithdrawn: async (id) => withdrawn.includes(id),
      }),
    /** What the machine does with a plan. */
    async file(documents: number[]) {
      for (const first of documents) {
        const plan = await pages.readPlan('f', first);
        await pages.filePages('f', plan.pages, plan.contactId);
      }
    },
    documents: async () => (await pages.listPlans('f')).map((plan) => plan.pages),
    async where() {
      const list = await pages.listPages('f');
      return list.map(({ page, contactId }) => [
        page,
        list.find(({ page }) => contact(page) === contactId)?.page ?? null,
      ]);
    },
    /** What looking at the file does with what clerks decided. */
    async decide(...more: ClerkDeed[]) {
      for (const one of more) await pages.addDeed('f', one);
      for (const page of await pages.listPages('f')) {
        const asked = asAsked(page, await pages.listDeeds('f'));
        if (asked) await pages.savePage(asked);
      }
    },
    async read(page: number) {
      await pages.changeWhile({ fileId: 'f', page }, 'waiting', {
        state: 'read',
        image: `pages/f/${page}.webp`,
      });
    },
  };
}

describe('documents are filed once, and what is doubtful waits', () => {
  it('files what stands between sheets and leaves what no reader could read to a person', async () => {
    const file = await fileOf('..S.B');
    await file.pages.savePage({ ...((await file.pages.findPage('f', 4)) as WorkPage), state: 'reading' });
    expect(await file.plan()).toEqual({ documents: [1, 4], doubts: 0, pages: 0 });
    expect(await file.documents()).toEqual([[1, 2], [4]]);
    expect(await file.pages.findPage('f', 4)).toMatchObject({ state: 'read', reason: 'unread' });
  });

  it('files the sure ones, keeps the pages around a doubt, and files them once a clerk decided', async () => {
    const file = await fileOf('.S..V.');
    const plan = await file.plan();
    expect(plan.doubts).toBeGreaterThan(0);
    await file.file(plan.documents);
    const waiting = (await file.pages.listPages('f')).filter(({ state }) => state === 'doubtful');
    expect(waiting).toHaveLength(plan.pages);
    expect(accountPages(await file.pages.listPages('f'), 6).lost).toEqual(waiting.map(({ page }) => page));
    await file.decide(...[3, 4, 6].map((before) => deed({ kind: 'cut', before })));
    const again = await file.plan();
    expect(again.doubts).toBe(0);
    await file.file(again.documents);
    expect(accountPages(await file.pages.listPages('f'), 6)).toMatchObject({
      filed: 4,
      separators: 2,
      lost: [],
    });
  });

  it('plans nothing twice', async () => {
    const file = await fileOf('..S..');
    await file.file((await file.plan()).documents);
    expect((await file.plan()).documents).toEqual([]);
  });
});

describe('a clerk changes what was filed while nobody decided on it', () => {
  it('cuts a letter in two', async () => {
    const file = await fileOf('....');
    await file.file((await file.plan()).documents);
    await file.decide(deed({ kind: 'cut', before: 3 }));
    await file.file((await file.plan()).documents);
    expect(await file.where()).toEqual([
      [1, 1],
      [2, 1],
      [3, 3],
      [4, 3],
    ]);
  });

  it('takes a page that is none of blank into its letter', async () => {
    const file = await fileOf('.B');
    await file.file((await file.plan()).documents);
    await file.decide(deed({ kind: 'count-as', page: 2, as: 'content' }));
    await file.read(2);
    await file.file((await file.plan()).documents);
    expect(await file.where()).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('lets a letter begin earlier and remain the same letter, then parts it again', async () => {
    const file = await fileOf('B.');
    await file.file((await file.plan()).documents);
    await file.decide(deed({ kind: 'count-as', page: 1, as: 'content' }));
    await file.read(1);
    await file.file((await file.plan()).documents);
    const [one, two] = await file.pages.listPages('f');
    expect([one?.contactId, two?.contactId]).toEqual([contact(2), contact(2)]);
    expect(await file.documents()).toEqual([[1, 2]]);
    await file.decide(deed({ kind: 'cut', before: 2 }));
    await file.file((await file.plan()).documents);
    const contacts = (await file.pages.listPages('f')).map(({ contactId }) => contactId);
    expect(contacts[0]).toBe(contact(2));
    expect(contacts[1]).not.toBe(contact(2));
    expect((await file.plan()).documents).toEqual([]);
  });

  it.each(['blank', 'rejected', 'separator'] as const)(
    'keeps a letter one when its first page turns out to be %s, and the rest is cut',
    async (as) => {
      const file = await fileOf('....');
      await file.file((await file.plan()).documents);
      await file.decide(deed({ kind: 'count-as', page: 1, as }), deed({ kind: 'cut', before: 3 }));
      await file.file((await file.plan()).documents);
      const owners = (await file.pages.listPages('f')).map(({ contactId }) => contactId);
      expect(owners).toEqual([null, contact(1), contact(3), contact(3)]);
      expect(await file.documents()).toEqual([[2], [3, 4]]);
      expect((await file.plan()).documents).toEqual([]);
    },
  );

  const aside = { kind: 'count-as', page: 2, as: 'rejected' } as const;
  it.each([
    ['turned just before', [[{ kind: 'rotate', page: 2, degrees: 90 }, aside]]],
    ['called a page of a letter once', [[{ kind: 'count-as', page: 2, as: 'content' }], [aside]]],
  ] as const)('sets a page aside that was %s', async (_, rounds) => {
    const file = await fileOf('..');
    await file.file((await file.plan()).documents);
    for (const round of rounds) await file.decide(...round.map((bare) => deed(bare)));
    await file.read(2);
    await file.file((await file.plan()).documents);
    expect(await file.pages.findPage('f', 2)).toMatchObject({ state: 'rejected', contactId: null });
    expect(await file.documents()).toEqual([[1]]);
  });

  it('makes the letter anew when a page of it was turned or replaced', async () => {
    const file = await fileOf('..S.');
    await file.file((await file.plan()).documents);
    await file.decide(deed({ kind: 'rotate', page: 2, degrees: 90 }));
    expect(await file.pages.findPage('f', 2)).toMatchObject({ state: 'waiting', image: null });
    await file.read(2);
    expect((await file.plan()).documents).toEqual([1]);
    expect((await file.pages.readPlan('f', 1)).isChanged).toBe(true);
  });

  it('leaves a letter alone on which somebody decided, and files what is new beside it', async () => {
    const file = await fileOf('..B', [1]);
    await file.file((await file.plan()).documents);
    await file.decide(deed({ kind: 'cut', before: 2 }), deed({ kind: 'count-as', page: 3, as: 'content' }));
    await file.read(3);
    await file.file((await file.plan()).documents);
    expect(await file.where()).toEqual([
      [1, 1],
      [2, 1],
      [3, 3],
    ]);
  });

  it.each(['blank', 'rejected', 'separator'] as const)(
    'withdraws a letter whose only page turns out to be %s, once, and makes a new one when it is none after all',
    async (as) => {
      const file = await fileOf('.S.');
      await file.file((await file.plan()).documents);
      const aside = deed({ kind: 'count-as', page: 3, as });
      await file.decide(aside);
      for (const _twice of [1, 2]) expect((await file.plan()).documents).toEqual([]);
      expect(file.withdrawn).toEqual([contact(3)]);
      expect(await file.documents()).toEqual([[1]]);
      await file.pages.undoDeed('f', aside, { by: 'hugo', at: aside.at });
      await file.decide();
      for (const _twice of [1, 2]) await file.file((await file.plan()).documents);
      const again = await file.pages.findPage('f', 3);
      expect(again).toMatchObject({ state: 'filed', contactId: derivedId('scan', 'f', 3, 'again') });
      expect(file.withdrawn).toEqual([contact(3)]);
    },
  );

  it('lets a page lie in the letter beside it, never in its own as well', async () => {
    const file = await fileOf('.S.');
    await file.file((await file.plan()).documents);
    const set = [deed({ kind: 'count-as', page: 3, as: 'blank' })];
    await file.decide(...set, deed({ kind: 'count-as', page: 2, as: 'rejected' }));
    await file.decide(deed({ kind: 'count-as', page: 3, as: 'content' }), deed({ kind: 'join', before: 3 }));
    await file.read(3);
    await file.file((await file.plan()).documents);
    expect(file.withdrawn).toEqual([contact(3)]);
    expect(await file.documents()).toEqual([[1, 3]]);
  });

  it('keeps a letter whose page is being made anew or that no reader could open', async () => {
    const file = await fileOf('.S.');
    await file.file((await file.plan()).documents);
    await file.decide(deed({ kind: 'rotate', page: 3, degrees: 90 }));
    await file.plan();
    await file.pages.changeWhile({ fileId: 'f', page: 3 }, 'waiting', { state: 'rejected' });
    await file.plan();
    expect(file.withdrawn).toEqual([]);
  });

  it('never makes one letter of two that were filed', async () => {
    const file = await fileOf('.S.');
    await file.file((await file.plan()).documents);
    await file.decide(deed({ kind: 'join', before: 3 }));
    expect((await file.plan()).documents).toEqual([]);
    expect(await file.where()).toEqual([
      [1, 1],
      [2, null],
      [3, 3],
    ]);
  });
});

describe('what clerks ask of a page is done once, and undone', () => {
  const page = { ...newPage('f', 1), state: 'blank', image: 'pages/f/0001.webp', turned: 180 } as WorkPage;
  it('turns from how the page was shown, and back again', () => {
    const once = deed({ kind: 'rotate', page: 1, degrees: 90 });
    const turned = asAsked(page, [once]) as WorkPage;
    expect(turned).toMatchObject({ state: 'waiting', image: null, asked: { base: 180, turn: 90 } });
    expect(asAsked(turned, [once])).toBeNull();
    const undone = { ...once, undone: { by: 'hugo', at: once.at } };
    expect(asAsked(turned, [undone])).toMatchObject({ state: 'waiting', asked: { turn: 0 } });
  });

  it('counts a page otherwise without reading it again, and back as it was', () => {
    const aside = deed({ kind: 'count-as', page: 1, as: 'rejected' });
    const set = asAsked({ ...page, state: 'read' }, [aside]) as WorkPage;
    expect(set).toMatchObject({ state: 'rejected', stateBefore: 'read' });
    const undone = { ...aside, undone: { by: 'hugo', at: aside.at } };
    expect(asAsked(set, [undone])?.state).toBe('read');
  });

  it('forgets the turns of a scan that was replaced', () => {
    const evidence = { key: 'scans/f/page-1/x', versionId: 'v', size: 9 };
    const asked = [
      deed({ kind: 'rotate', page: 1, degrees: 90 }),
      deed({ kind: 'replace', page: 1, evidence }),
    ];
    expect(asAsked(page, asked)?.asked).toEqual({ turn: 0, base: 0, evidence });
  });
});
