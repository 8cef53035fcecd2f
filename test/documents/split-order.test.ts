import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClerkDeed } from '../../functions/documents/batches/clerk.ts';
import { boundariesOf } from '../../functions/documents/splitting/boundaries.ts';
import { collate } from '../../functions/documents/splitting/collate.ts';
import { separatorOf, separatorText } from '../../functions/documents/splitting/separator.ts';
import { type SortedPage, splitPages } from '../../functions/documents/splitting/split.ts';
import { traitsOf } from '../../functions/documents/splitting/traits.ts';

const said = [
  'Madame, Monsieur,\nJe vous écris au sujet de la rue.\nCordialement,\nLéa Morel',
  'suite de la page et fin de la phrase commencée plus haut',
  'FACTURE n° 2026-118842\nTotal : 38,20',
  '',
].map((text) => traitsOf({ text, confidence: 90, words: [] }, { width: 1_654, height: 2_339 }));
const code = (reference: string) => `PARVIS:REQ:v1:slip:${reference}:aa99c1d2:0123456789ab`;

const page = fc.record({
  kind: fc.constantFrom<SortedPage['kind']>(
    'content',
    'content',
    'content',
    'separator',
    'blank',
    'rejected',
  ),
  traits: fc.constantFrom(...said, null),
  codes: fc.constantFrom<string[] | undefined>(
    undefined,
    undefined,
    [code('VC-2026-000123-W')],
    [code('VC-2026-000001-P')],
  ),
  isVersos: fc.constantFrom(undefined, undefined, undefined, true),
});
const file = fc.array(page, { maxLength: 40 }).map((pages): SortedPage[] =>
  pages.map(({ kind, isVersos, ...one }, index) => ({
    ...one,
    ...(kind === 'separator' && isVersos ? { isVersos } : {}),
    ...{ page: index + 1, kind },
  })),
);
const deed = (id: string, rest: object) =>
  ({ id, by: 'clerk', at: '2026-11-22T10:00:00Z', ...rest }) as ClerkDeed;
const deeds = fc
  .array(
    fc.record({
      kind: fc.constantFrom('cut', 'join', 'count-as'),
      page: fc.integer({ min: 1, max: 40 }),
      as: fc.constantFrom('content', 'blank', 'separator', 'rejected'),
      isUndone: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map(({ kind, page: at, as, isUndone }, index) =>
      deed(String(index), {
        ...(kind === 'count-as' ? { kind, page: at, as } : { kind, before: at }),
        ...(isUndone ? { undone: { by: 'clerk', at: '2026-11-22T10:01:00Z' } } : {}),
      }),
    ),
  );

describe('no page of a file is lost or filed twice', () => {
  it('puts every page in exactly one place, whatever the sheets, codes, words and deeds', () => {
    fc.assert(
      fc.property(file, deeds, (pages, given) => {
        const { documents, separators, blanks, rejected } = splitPages(pages, given);
        const places = [...documents.flatMap((one) => one.pages), ...separators, ...blanks, ...rejected];
        expect(places.sort((one, other) => one - other)).toEqual(pages.map((one) => one.page));
        expect(documents.every((one) => one.pages.length > 0)).toBe(true);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('does what the clerk last said, wherever the file thought otherwise', () => {
    fc.assert(
      fc.property(
        file,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('cut', 'join'),
        (pages, before, kind) => {
          const boundary = boundariesOf(pages, [deed('1', { kind, before })]).find(
            (one) => one.before === before,
          );
          if (boundary) expect(boundary).toMatchObject({ verdict: kind, leans: kind, by: 'clerk' });
        },
      ),
      { seed: 4, numRuns: 200 },
    );
  });

  it('takes an undone deed for never done', () => {
    fc.assert(
      fc.property(file, fc.integer({ min: 1, max: 40 }), (pages, before) => {
        const undone = { undone: { by: 'clerk', at: '2026-11-22T10:01:00Z' } };
        const given = [
          deed('1', { kind: 'cut', before, ...undone }),
          deed('2', { kind: 'count-as', page: before, as: 'blank', ...undone }),
        ];
        expect(splitPages(pages, given)).toEqual(splitPages(pages));
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

describe('a pile scanned in two passes reads as if both sides had been scanned at once', () => {
  it('gives each back to its front', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 2 }), (sheets, copies) => {
        const fronts = Array.from({ length: sheets }, (_, index) => ({ page: index + 1 }));
        const calls = Array.from({ length: copies }, (_, index) => ({
          page: sheets + index + 1,
          isVersos: true,
        }));
        const backs = Array.from({ length: sheets }, (_, index) => ({ page: sheets + copies + index + 1 }));
        const { pages, unmatched } = collate([...fronts, ...calls, ...backs]);
        const last = 2 * sheets + copies;
        expect(unmatched).toEqual([]);
        expect(pages.slice(0, 2 * sheets).map((one) => one.page)).toEqual(
          fronts.flatMap((front) => [front.page, last + 1 - front.page]),
        );
      }),
      { seed: 6, numRuns: 60 },
    );
  });

  it('moves nothing and asks a person when a back is missing', () => {
    const content = (number: number): SortedPage => ({
      page: number,
      kind: 'content',
      traits: said[0] ?? null,
    });
    const pages = [
      content(1),
      content(2),
      content(3),
      { page: 4, kind: 'separator' as const, isVersos: true },
      content(5),
    ];
    const { documents, doubts } = splitPages(pages);
    expect(documents.flatMap((one) => one.pages)).toEqual([1, 2, 3, 5]);
    expect(doubts).toContainEqual(expect.objectContaining({ before: 5, reasons: ['versos-do-not-match'] }));
  });
});

describe('what stands on a sheet decides before any word', () => {
  it.each([
    [{}, { department: null }],
    [{ department: 'voirie' }, { department: 'voirie' }],
    [{ procedure: 'permis-construire' }, { department: null, procedure: 'permis-construire' }],
    [{ isVersos: true }, { department: null, isVersos: true }],
  ])('reads back the sheet %j', (kind, separator) => {
    expect(separatorOf([{ format: 'QRCode', text: separatorText(kind) }])).toEqual(separator);
  });

  it('begins a document at a slip of another request, and none at one of the same', () => {
    const [one, other] = [code('VC-2026-000123-W'), code('VC-2026-000001-P')];
    const pages = [[one], undefined, [one], [other], [other]].map(
      (codes, index): SortedPage => ({ page: index + 1, kind: 'content', codes, traits: said[1] ?? null }),
    );
    const { documents } = splitPages(pages);
    expect(documents.map((document) => [document.pages, document.startedBy])).toEqual([
      [[1, 2, 3], 'first'],
      [[4, 5], 'qr'],
    ]);
  });

  it('believes the sheets where there are some, and names what they say', () => {
    const letter = (number: number): SortedPage => ({
      page: number,
      kind: 'content',
      traits: said[0] ?? null,
    });
    const sheet = (number: number, rest: object): SortedPage => ({
      page: number,
      kind: 'separator',
      ...rest,
    });
    const { documents } = splitPages([
      sheet(1, { department: 'voirie' }),
      sheet(2, { department: null }),
      letter(3),
      letter(4),
      sheet(5, { procedure: 'permis-construire' }),
      letter(6),
    ]);
    expect(
      documents.map(({ pages, department, procedure, startedBy }) => [
        pages,
        department,
        procedure,
        startedBy,
      ]),
    ).toEqual([
      [[3, 4], 'voirie', null, 'separator'],
      [[6], null, 'permis-construire', 'separator'],
    ]);
  });
});
