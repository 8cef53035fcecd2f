import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryReasons } from '../../../functions/documents/splitting/boundary.ts';
import { account, liveAccount } from '../../../web/backoffice/batches/account.ts';
import type { Place, Strip, StripPage } from '../../../web/backoffice/batches/clerk-api.ts';
import { failuresOf, newFailures } from '../../../web/backoffice/batches/sound.ts';
import {
  countLetters,
  lettersOf,
  nextDoubt,
  spotsOf,
  stepFrom,
  withDecision,
  withTurn,
} from '../../../web/backoffice/batches/strip-state.ts';
import { placeWords } from '../../../web/backoffice/batches/strip-words.ts';
import { batches } from '../../../web/ui/messages/backoffice-batches-fr.ts';
import { doubts } from '../../../web/ui/messages/backoffice-doubts-fr.ts';

const page = (number: number): StripPage => ({
  ...{ page: number, kind: 'content', url: null, width: 1, height: 1, turn: 0, words: '' },
  ...{ isHandwritten: false, requestReference: null },
});
const place = (before: number, verdict: Place['verdict'], leans: Place['leans'] = 'join'): Place => ({
  ...{ before, verdict, leans, by: 'proposal', confidence: 0.6, reasons: [], decidedBy: null },
});
const strip = (places: Place[]): Strip => ({
  ...{ batch: { id: 'b', name: 'b' }, file: { id: 'f', name: 'f', state: 'doubtful', pages: 6 }, now: '' },
  ...{
    left: places.filter(({ verdict }) => verdict === 'doubt').length,
    isWaiting: true,
    pending: 0,
    undo: null,
  },
  rows: [{ pages: [1, 2, 3, 4, 5, 6].map(page), places }],
});
const doubtful = strip([
  place(2, 'join'),
  place(3, 'doubt', 'cut'),
  place(4, 'join'),
  place(5, 'doubt'),
  place(6, 'cut', 'cut'),
]);
const numbers = ({ rows }: Strip) =>
  rows.flatMap((row) => lettersOf(row).map(({ pages }) => pages.map((one) => one.page)));

describe('the strip shows at once what a decision makes', () => {
  it('lays the pages out by letter, a doubt as it leans', () => {
    expect(numbers(doubtful)).toEqual([[1, 2], [3, 4, 5], [6]]);
    expect(numbers(withDecision(withDecision(doubtful, 3, 'join', 'h'), 5, 'cut', 'h'))).toEqual([
      [1, 2, 3, 4],
      [5, 6].slice(0, 1),
      [6],
    ]);
    expect(countLetters(doubtful)).toBe(3);
  });
  it('leads from doubt to doubt, round to the first, and nowhere when none is left', () => {
    const at = (one: Strip, from: number | null) => nextDoubt(spotsOf(one), from)?.place.before;
    expect([at(doubtful, null), at(doubtful, 3), at(doubtful, 5)]).toEqual([3, 5, 3]);
    const one = withDecision(doubtful, 3, 'cut', 'h');
    expect([one.left, at(one, 3), at(one, 5)]).toEqual([1, 5, undefined]);
  });
  it('lays the written pages side by side, and not a blank or rejected one between them', () => {
    const [row] = doubtful.rows as [Strip['rows'][number]];
    const kinds = { 2: 'rejected', 3: 'rejected', 4: 'blank' } as Record<number, StripPage['kind']>;
    const pages = row.pages.map((one) => ({ ...one, kind: kinds[one.page] ?? one.kind }));
    const sides = (some: StripPage[], before: number) =>
      spotsOf({ rows: [{ pages: some, places: [place(before, 'doubt')] }] }).map(({ left, right }) => [
        left.page,
        right.page,
      ]);
    expect(sides(pages, 5)).toEqual([[1, 5]]);
    expect(sides(pages.slice(1), 5)).toEqual([[4, 5]]);
    expect(sides(pages, 1)).toEqual([]);
  });
  it('steps from place to place and holds at the ends', () => {
    const spots = spotsOf(doubtful);
    const step = (from: number | null, by: 1 | -1) => stepFrom(spots, from, by)?.place.before;
    expect([step(null, 1), step(2, -1), step(2, 1), step(6, 1)]).toEqual([2, 2, 3, 6]);
  });
  it('turns a page by quarters and comes round', () => {
    const turned = [1, 2, 3, 4].reduce((one) => withTurn(one, 3), doubtful);
    expect(turned.rows[0]?.pages.map(({ turn }) => turn)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(withTurn(doubtful, 3).rows[0]?.pages[2]?.turn).toBe(90);
  });
  it('loses no page, whatever is decided', () => {
    const decisions = fc.array(fc.tuple(fc.constantFrom(2, 3, 4, 5, 6), fc.constantFrom('cut', 'join')));
    fc.assert(
      fc.property(decisions, (made) => {
        const after = made.reduce(
          (one, [before, kind]) => withDecision(one, before, kind as 'cut', 'h'),
          doubtful,
        );
        expect(numbers(after).flat()).toEqual([1, 2, 3, 4, 5, 6]);
        expect(after.left).toBeLessThanOrEqual(doubtful.left);
      }),
    );
  });
  it('says each place in words, and every reason has some', () => {
    const [, spot] = spotsOf(doubtful);
    expect(spot && placeWords(spot, 'h')).toMatch(
      /^Pages 2 et 3\W+plutôt deux courriers, sûr à 60\W+%, à décider/,
    );
    for (const reason of boundaryReasons) expect(doubts.reasons[reason], reason).toBeTruthy();
  });
});

describe('the account of a batch balances in words', () => {
  const batch = {
    state: 'done',
    pages: 30,
    filed: 24,
    separators: 4,
    blanks: 2,
    rejected: 0,
    doubts: 0,
    unaccounted: 0,
  };
  it('names the parts of the sum', () => {
    const parts = account(batch).parts.filter(({ count }) => count > 0);
    const said = batches.balanced(
      30,
      parts.map(({ part, count }) => batches.partCount(part, count)),
    );
    expect(said.replace(/\s/g, ' ')).toBe(
      'Le compte est bon : 30 pages = 24 classées + 4 séparateurs + 2 blanches.',
    );
  });
  it('calls what waits for a clerk doubtful, and what is nowhere missing', () => {
    const waiting = { ...batch, filed: 20, doubts: 2, unaccounted: 1 };
    expect(account(waiting)).toMatchObject({ doubtful: 3, missing: 1, pending: 0 });
  });
  it('counts the pages themselves while they are being read', () => {
    const pagesList = ['filed', 'blank', 'reading', 'waiting'].map((state) => ({ state }));
    const live = liveAccount({
      ...batch,
      state: 'reading',
      pages: 4,
      filed: 0,
      blanks: 0,
      separators: 0,
      pagesList,
    });
    expect(account(live)).toMatchObject({ pending: 2, missing: 0 });
  });
});

describe('a failure is heard once', () => {
  const card = (id: string, state: 'done' | 'failed' | 'reading', failedFiles = 0) => ({
    id,
    state,
    failedFiles,
  });
  it('not those that stood there when the page was opened, and each further one', () => {
    const first = [card('a', 'failed', 1), card('b', 'reading')];
    expect(newFailures(null, first)).toEqual([]);
    const known = failuresOf(first);
    expect(newFailures(known, first)).toEqual([]);
    const next = [card('c', 'failed', 1), card('a', 'failed', 1), card('b', 'done', 1)];
    expect(newFailures(known, next).map(({ id }) => id)).toEqual(['c', 'b']);
  });
});
