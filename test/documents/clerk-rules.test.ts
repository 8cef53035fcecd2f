import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClerkDeed } from '../../functions/documents/batches/clerk.ts';
import type { AskedDeed } from '../../functions/documents/batches/clerk-api.ts';
import { checkDeed } from '../../functions/documents/batches/clerk-rules.ts';
import { askedOf, lastChange, lastOf, rowsOf } from '../../functions/documents/batches/clerk-strip.ts';
import { dayBounds } from '../../functions/documents/batches/day-bounds.ts';
import { ownerOf } from '../../functions/documents/batches/page-owner.ts';
import type { WorkPage } from '../../functions/documents/batches/page-table.adapter.ts';
import { mostWords, searchWords, typedWords } from '../../functions/documents/batches/search-words.ts';
import type { Boundary } from '../../functions/documents/splitting/boundary.ts';
import { clerkDeed, workPage } from '../support/clerk-world.ts';

const place = (before: number, part: Partial<Boundary> = {}): Boundary => ({
  ...{ before, verdict: 'join', leans: 'join', by: 'proposal', confidence: 0.97, reasons: [] },
  ...part,
});
const pile = (...states: WorkPage['state'][]): WorkPage[] =>
  states.map((state, index) => workPage(index + 1, { state }));
const strip = (pages: WorkPage[], boundaries: Boundary[], deeds: ClerkDeed[] = []) => ({
  ...{ pages, boundaries, deeds, requestOf: () => null, isSealed: () => false },
});
const numbers = (rows: ReturnType<typeof rowsOf>) => rows.map(({ pages }) => pages.map(({ page }) => page));

describe('a clerk sees the pages around a doubt and no others', () => {
  const pages = pile('filed', 'doubtful', 'doubtful', 'separator', 'doubtful', 'blank', 'doubtful');
  const boundaries = [
    place(2, { verdict: 'cut', leans: 'cut' }),
    place(3, { verdict: 'doubt', leans: 'cut', confidence: 0.6 }),
    place(5, { verdict: 'cut', leans: 'cut', by: 'separator', confidence: 1 }),
    place(7),
  ];
  it('leaves out what is sure, and shows it when asked for', () => {
    expect(numbers(rowsOf(strip(pages, boundaries), 'doubtful'))).toEqual([[2, 3]]);
    expect(numbers(rowsOf(strip(pages, boundaries), 'all'))).toEqual([
      [1, 2, 3],
      [5, 6, 7],
    ]);
  });
  it('keeps in sight what was just decided, with who decided it', () => {
    const decided = [boundaries[0], place(3, { verdict: 'join', by: 'clerk' }), ...boundaries.slice(2)];
    const deeds = [clerkDeed({ kind: 'join', before: 3 })];
    const [row] = rowsOf(strip(pages, decided as Boundary[], deeds), 'doubtful');
    expect(row?.places).toMatchObject([{ before: 3, verdict: 'join', decidedBy: 'h.lasserre' }]);
  });
  it('shows neither picture nor words of a letter reserved to others', () => {
    const sealed = { ...strip(pages, boundaries), isSealed: ({ page }: WorkPage) => page === 2 };
    const [row] = rowsOf(sealed, 'doubtful');
    expect(row?.pages.map(({ image, words }) => [image !== null, words !== ''])).toEqual([
      [false, false],
      [true, true],
    ]);
  });
  it('puts every page but the separators in exactly one row, whatever the pile', () => {
    const states = fc.array(fc.constantFrom('filed', 'doubtful', 'separator', 'blank', 'rejected'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(states, (some) => {
        const all = pile(...(some as WorkPage['state'][]));
        const kept = all.filter(({ state }) => state !== 'separator').map(({ page }) => page);
        expect(numbers(rowsOf(strip(all, []), 'all')).flat()).toEqual(kept);
      }),
    );
  });
});

describe('a decision is refused with a reason that the clerk can act on', () => {
  const pages = [
    workPage(1, { state: 'doubtful' }),
    workPage(2, { state: 'doubtful' }),
    workPage(3, { state: 'filed', contactId: 'c-3' }),
    workPage(4, { state: 'filed', contactId: 'c-4' }),
    workPage(5, { state: 'rejected', image: null }),
  ];
  const situation = {
    ...strip(pages, [place(2), place(3), place(4)]),
    file: { state: 'doubtful' as const },
    isWaiting: true,
    isOver: ({ state }: WorkPage) => state === 'filed',
    requestOf: ({ page }: WorkPage) => (page === 3 ? 'VC-2026-000001-P' : null),
    isSealed: ({ page }: WorkPage) => page === 1,
  };
  it.each<[string, AskedDeed, string, string?]>([
    ['a page that is not there', { kind: 'rotate', page: 9, degrees: 90 }, 'not-found'],
    ['a place that is none', { kind: 'cut', before: 5 }, 'invalid-input', 'no-place'],
    ['what became a request', { kind: 'join', before: 4 }, 'not-allowed-in-state', 'in-a-request'],
    [
      'what somebody decided on',
      { kind: 'rotate', page: 4, degrees: 90 },
      'not-allowed-in-state',
      'letter-decided',
    ],
    [
      'a page without picture',
      { kind: 'count-as', page: 5, as: 'content' },
      'not-allowed-in-state',
      'no-picture',
    ],
    ['a letter reserved to others', { kind: 'cut', before: 2 }, 'forbidden'],
  ])('%s', (_what, asked, code, field) => {
    const refusal = expect.objectContaining({
      code,
      ...(field && { fields: [expect.objectContaining({ code: field })] }),
    });
    expect(() => checkDeed(asked, situation)).toThrow(refusal);
  });
  it('lets a letter begin after one that is filed, and refuses to lengthen that one', () => {
    const beside = { ...situation, ...strip([...pages, workPage(6)], [place(6)]), isSealed: () => false };
    expect(() => checkDeed({ kind: 'cut', before: 6 }, beside)).not.toThrow();
    expect(() => checkDeed({ kind: 'join', before: 6 }, beside)).toThrow('not-allowed-in-state');
  });
  it('where letters part in a file that is closed', () => {
    const closed = { ...situation, isWaiting: false, isSealed: () => false };
    expect(() => checkDeed({ kind: 'cut', before: 2 }, closed)).toThrow('not-allowed-in-state');
    expect(() => checkDeed({ kind: 'rotate', page: 2, degrees: 90 }, closed)).not.toThrow();
  });
  it('a file that the machine is at', () => {
    const asked = { kind: 'rotate', page: 2, degrees: 90 } as const;
    expect(() => checkDeed(asked, { ...situation, file: { state: 'reading' } })).toThrow(
      'not-allowed-in-state',
    );
    expect(() => checkDeed(asked, situation)).not.toThrow();
  });
});

describe('what a clerk asked of a page shows until it is done', () => {
  const turn = clerkDeed({ kind: 'rotate', page: 1, degrees: 90 });
  const page = workPage(1, { state: 'doubtful' });
  it('adds turns up, forgets those taken back, and those that were made', () => {
    expect(askedOf(page, [turn, { ...turn, id: 'two' }])).toEqual({ turn: 180, as: null });
    expect(askedOf(page, [{ ...turn, undone: { by: 'x', at: '2026-11-22T10:00:00Z' } }]).turn).toBe(0);
    expect(askedOf({ ...page, asked: { turn: 90, base: 0 } }, [turn]).turn).toBe(0);
    expect(askedOf({ ...page, asked: { turn: 90, base: 0 } }, []).turn).toBe(270);
  });
  it('says what it will count as', () => {
    const blank = workPage(1, { state: 'blank' });
    expect(askedOf(blank, [clerkDeed({ kind: 'count-as', page: 1, as: 'content' })]).as).toBe('content');
  });
  it('lets an agent take back their own last decision, never a colleague’s or a filed page’s', () => {
    expect(lastOf([turn], () => false, 'h.lasserre')).toMatchObject({ deedId: turn.id, page: 1 });
    expect(lastOf([turn], () => false, 'c.monnier')).toBeNull();
    expect(lastOf([turn], (number) => number === 1, 'h.lasserre')).toBeNull();
    const undone = { by: 'h.lasserre', at: '2026-11-22T11:00:00.000Z' };
    expect([lastChange([]), lastChange([turn]), lastChange([{ ...turn, undone }])]).toEqual([
      null,
      turn.id,
      `${turn.id}-undone`,
    ]);
  });
});

it.each([
  ['waiting', null, null, 'machine'],
  ['waiting', 'daily-cap', null, 'tomorrow'],
  ['doubtful', null, null, 'clerk'],
  ['rejected', 'reading-failed', null, 'clerk'],
  ['filed', null, null, 'qualification'],
  ['filed', null, 'VC-2026-000001-P', 'request'],
  ['blank', null, null, 'nobody'],
] as const)('tells who has a page in hand: %s %s %s is for %s', (state, reason, reference, owner) => {
  expect(ownerOf({ state, reason }, reference)).toBe(owner);
});

it.each([
  ['2026-11-22', 'Europe/Paris', '2026-11-21T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
  ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', 'Europe/Paris', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ['2026-11-22', 'Indian/Reunion', '2026-11-21T20:00:00.000Z', '2026-11-22T20:00:00.000Z'],
  ['2026-11-22', 'America/Martinique', '2026-11-22T04:00:00.000Z', '2026-11-23T04:00:00.000Z'],
])('finds the batches of %s where the town is (%s)', (day, zone, from, to) => {
  expect(dayBounds(day, zone)).toEqual([from, to]);
});

describe('a scanned letter is found by its words', () => {
  const text =
    'Odile Marchand\n3 rue du Moulin\nObjet : nid-de-poule\nMadame, Monsieur, la chaussée est pleine de trous depuis 2024.';
  it('by names, streets, numbers and the name of its file, without what every letter says', () => {
    const words = searchWords('Lot-Lundi.pdf', text);
    for (const word of ['lundi', 'odile', 'marchand', 'moulin', 'chaussee', '2024'])
      expect(words).toContain(word);
    for (const word of ['madame', 'rue', 'est', 'pdf']) expect(words).not.toContain(word);
  });
  it('is bounded, the telling words first', () => {
    const prose = Array.from(
      { length: 400 },
      (_, at) => `mot${'abcdefghij'[at % 10]}${'klmnopqrst'[Math.floor(at / 10) % 10]}${'uvwxyz'[at % 6]}`,
    );
    const words = searchWords('a.pdf', `${'Odile Marchand'} ${prose.join(' ')}`);
    expect(words).toHaveLength(mostWords);
    expect(words.slice(0, 2)).toEqual(['odile', 'marchand']);
  });
  it('is looked under its longest word', () => {
    expect(typedWords('rue Marchand Éloi')).toEqual({ under: 'marchand', others: ['eloi'] });
    expect(typedWords('!! a')).toBeNull();
  });
});
