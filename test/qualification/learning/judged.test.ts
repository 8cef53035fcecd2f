import { describe, expect, it } from 'vitest';
import {
  type Figures,
  figuresOf,
  type Trial,
  verdictOf,
} from '../../../functions/qualification/learning/judge.ts';
import { restingOnOne, tried } from '../../../functions/qualification/learning/one-person.ts';
import { split } from '../../../functions/qualification/learning/split.ts';
import { strangeWords } from '../../../functions/qualification/learning/strange.ts';
import { rowsOf } from '../../../functions/qualification/learning/weigh.ts';

const dated = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    contactId: `c-${i}`,
    at: new Date(Date.UTC(2026, 8, 1) + i * 60_000).toISOString(),
  }));

describe('what is held back to judge by', () => {
  it.each([
    [200, null, 40],
    [60, null, 20],
    [30, null, 15],
    [12, null, 6],
    [500, 480, 10],
  ])('of %i decisions, the model having read until number %s: %i', (count, read, held) => {
    const examples = dated(count);
    const made = split([...examples].reverse(), read === null ? null : (examples[read - 1]?.at ?? null));
    expect(made.held).toEqual(examples.slice(count - held));
    expect(made.taught).toHaveLength(count - held);
  });
});

const figures = (right: number, routed = 10, routedRight = routed): Figures => ({
  ...{ messages: 40, right, routed, routedRight, calibration: 0 },
});
const trial = (over: Partial<Trial> = {}): Trial => ({
  held: { present: figures(30), next: figures(36) },
  guard: { messages: 300, present: 250, next: 250, lost: 0 },
  ...{ fresh: 80, mustForget: false },
  ...over,
});

describe('a new model serves', () => {
  it.each<[string, Partial<Trial>, string]>([
    ['when agents would have corrected it less', {}, 'published'],
    ['not after a handful of decisions', { fresh: 9 }, 'too-few'],
    ['not when it is only as good', { held: { present: figures(36), next: figures(36) } }, 'not-better'],
    [
      'not when it has unlearnt more than a point',
      { guard: { messages: 300, present: 250, next: 246, lost: 4 } },
      'guard',
    ],
    [
      'not when more goes astray alone',
      { held: { present: figures(30), next: figures(36, 30, 27) } },
      'errors',
    ],
    [
      'not when it undoes what others decided for one person',
      { onePerson: [{ from: 'education', to: 'voirie', corrections: 60, against: 2 }] },
      'one-person',
    ],
    [
      'when one person alone has a habit that nobody contradicts',
      { onePerson: [{ from: 'education', to: 'finances', corrections: 60, against: 1 }] },
      'published',
    ],
  ])('%s', (_when, over, verdict) => {
    expect(verdictOf(trial(over), 10)).toBe(verdict);
  });

  it('follows one person against others when somebody answerable asks for it', () => {
    const onePerson = [{ from: 'education', to: 'voirie', corrections: 60, against: 9 }];
    expect(verdictOf(trial({ onePerson }), 10, true)).toBe('published');
  });

  it('is measured by what is right, what goes alone, and how far it is from what it says', () => {
    const answers = [
      { department: 'voirie', confidence: 0.95, routed: true },
      { department: 'finances', confidence: 0.95, routed: true },
    ];
    expect(
      figuresOf([{ department: 'voirie' }, { department: 'education', also: ['voirie'] }], answers),
    ).toEqual({
      ...{ messages: 2, right: 1, routed: 2, routedRight: 1, calibration: 0.45 },
    });
  });
});

describe('a habit', () => {
  const lesson = (proposed: string | null) => ({
    ...{ subject: '', text: 'Facture de cantine', department: 'finances', proposed },
  });
  it('weighs no more for being said two hundred times', () => {
    const rows = rowsOf([...Array.from({ length: 200 }, () => lesson('education')), lesson('finances')], 10);
    expect(rows[0]?.weight).toBe(0.05);
    expect(rows.at(-1)?.weight).toBe(1);
  });
});

describe('a habit of one person', () => {
  const decided = (by: string, department: string, count: number) =>
    Array.from({ length: count }, () => ({ by, department, proposed: 'education' }));
  const gone = () => ({ department: 'finances' });
  const before = () => ({ department: 'education' });
  const kept = (by: string, department: string, count: number) =>
    Array.from({ length: count }, () => ({ by, department, proposed: department }));
  const [claire, lea] = ['agent:claire', 'agent:lea'];
  it.each([
    [
      'says what it would undo',
      [...decided(claire, 'finances', 12), ...decided(lea, 'education', 3)],
      [12, 3],
    ],
    [
      'is none with a second person',
      [...decided(claire, 'finances', 12), ...decided(lea, 'finances', 1)],
      null,
    ],
    [
      'is none any more once others kept two of its letters there',
      [...decided(claire, 'finances', 12), ...kept(lea, 'finances', 2)],
      null,
    ],
    [
      'still is after one of them',
      [...decided(claire, 'finances', 12), ...kept(lea, 'finances', 1)],
      [12, 0],
    ],
    [
      'is not confirmed by the one who has it',
      [...decided(claire, 'finances', 12), ...kept(claire, 'finances', 9)],
      [12, 0],
    ],
    ['is none yet after a few letters', decided(claire, 'finances', 9), null],
    [
      'is not told by their own second thoughts',
      [...decided(claire, 'finances', 12), ...decided(claire, 'education', 3)],
      [12, 0],
    ],
  ])('%s', (_what, decisions, told) => {
    const [corrections, against] = told ?? [];
    expect(restingOnOne(decisions, gone, before)).toEqual(
      told ? [{ from: 'education', to: 'finances', corrections, against }] : [],
    );
  });
});

describe('what one person alone corrected', () => {
  const habit = { from: 'education', to: 'finances', corrections: 12, against: 0 };
  const name = 'education>finances';
  it.each([
    ['is on trial after a night of its own', {}, true, []],
    ['is confirmed by who starts a night', { isConfirmed: true }, false, [name]],
    ['stays confirmed in the nights after', { confirmed: [name] }, false, [name]],
    ['is not confirmed by another one', { confirmed: ['voirie>mobilite'] }, true, ['voirie>mobilite']],
  ])('%s', (_what, given, isOnTrial, confirmed) => {
    const found = tried([habit], given);
    expect(found).toEqual({
      onePerson: [{ ...habit, onTrial: isOnTrial }],
      onTrial: isOnTrial ? [{ from: 'education', to: 'finances' }] : [],
      confirmed,
    });
  });
});

describe('words that nobody knows', () => {
  it('are counted of the last week and of the eight before', () => {
    const corpus = [{ subject: null, text: 'lampadaire trottoir' }];
    const lesson = (at: string, text: string) => ({ at, subject: null, text });
    const lessons = [
      lesson('2026-11-20T00:00:00.000Z', 'lampadaire trottinette'),
      lesson('2026-11-01T00:00:00.000Z', 'lampadaire trottoir'),
      lesson('2025-11-01T00:00:00.000Z', 'inconnue'),
    ];
    expect(strangeWords(corpus, lessons, '2026-11-22T00:00:00.000Z')).toEqual({ now: 0.5, before: 0 });
  });
});
