import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, type Facts, type Line, linesOf, placeOf } from '../../functions/insights/activity.ts';
import { savedCents } from '../../functions/insights/savings.ts';

const months = ['2026-09', '2026-10', '2026-11'];
const facts = fc.record<Facts>({
  month: fc.constantFrom(...months),
  channel: fc.constantFrom('mail', 'scan', 'form', 'phone', 'counter', 'sms', 'hubee'),
  department: fc.constantFrom('voirie', 'education', null),
  procedure: fc.constantFrom('signalement', 'inscription-scolaire', null),
  isAutomatic: fc.boolean(),
  ended: fc.constantFrom('withdrawn', 'transferred', null),
  answer: fc.option(
    fc.record({
      month: fc.constantFrom(...months),
      outcome: fc.constantFrom('granted', 'refused', 'answered'),
      isImplicit: fc.boolean(),
      days: fc.nat(400),
      isInTime: fc.constantFrom(true, false, null),
    }),
  ),
});

/** Counters as the table adds them up. */
const store = () => {
  const held = new Map<string, Map<string, number>>();
  return {
    add(lines: readonly Line[]) {
      for (const line of lines) {
        const place = held.get(placeOf(line)) ?? new Map<string, number>();
        held.set(placeOf(line), place);
        for (const [name, count = 0] of Object.entries(line.counts))
          place.set(name, (place.get(name) ?? 0) + count);
      }
    },
    said: () =>
      [...held]
        .map(([place, counts]) => [place, [...counts].filter(([, sum]) => sum !== 0).toSorted()] as const)
        .filter(([, counts]) => counts.length > 0)
        .toSorted(),
  };
};

describe('figures of what a town is asked say what is true now', () => {
  it('whatever requests went through, and in whichever lots their news came', () => {
    fc.assert(
      fc.property(fc.array(fc.array(facts, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), (lives) => {
        const [step, whole] = [store(), store()];
        const longest = Math.max(0, ...lives.map(({ length }) => length));
        for (let at = 0; at < longest; at++)
          step.add(
            changesOf(
              lives
                .filter((life) => at < life.length)
                .map((life) => ({ before: life[at - 1] ?? null, after: life[at] as Facts })),
            ),
          );
        for (const life of lives) whole.add(linesOf(life.at(-1) ?? null));
        expect(step.said()).toEqual(whole.said());
      }),
    );
  });

  it('and nothing is added for what did not change', () => {
    fc.assert(
      fc.property(facts, (one) => {
        expect(changesOf([{ before: one, after: one }])).toEqual([]);
      }),
    );
  });
});

describe('an answer is counted in the month it was decided in', () => {
  const base: Facts = {
    ...{ month: '2026-10', channel: 'form', department: 'voirie', procedure: 'signalement' },
    ...{ isAutomatic: true, ended: null, answer: null },
  };
  it.each([
    [0, 'within0'],
    [1, 'within0'],
    [2, 'within1'],
    [7, 'within2'],
    [15, 'within3'],
    [16, 'within4'],
    [60, 'within5'],
    [61, 'within6'],
  ])('%i days are in the class %s', (days, name) => {
    const answer = { month: '2026-11', outcome: 'granted', isImplicit: false, days, isInTime: true } as const;
    const lines = linesOf({ ...base, answer }).filter(({ cut }) => cut === 'channel');
    expect(lines).toEqual([
      expect.objectContaining({ month: '2026-10', counts: { opened: 1, automatic: 1, settled: 1 } }),
      expect.objectContaining({
        month: '2026-11',
        counts: { answered: 1, granted: 1, promised: 1, inTime: 1, days, [name]: 1 },
      }),
    ]);
  });

  it('and only what came online counts as saved', () => {
    const of = (code: string, opened: number): Line => ({
      ...{ month: '2026-10', cut: 'channel', department: null, code, counts: { opened } },
    });
    expect(savedCents([of('form', 2), of('mail', 1), of('counter', 9), of('scan', 4)])).toBe(2_700);
  });
});
