import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedSteps } from '../../functions/procedures/document-questions.ts';
import { documentsMissing, feesDue, reasonsAgainst } from '../../functions/procedures/eligibility.ts';
import { problemsOfStep, validate } from '../../functions/procedures/form-problems.ts';
import type { Answers, Procedure } from '../../functions/procedures/procedure.ts';
import { departmentFor, departmentsOf } from '../../functions/procedures/routing.ts';
import { clean, visibleSteps } from '../../functions/procedures/visible-form.ts';
import { loadCollectivity } from '../../infra/collectivity/load.ts';
import { answersTo } from '../support/generated-answers.ts';

const today = '2026-11-22';
const { procedures } = loadCollectivity('val-clair');

/** The same seed gives the same answers. */
const picker = (seed: number) => {
  let next = seed;
  return <T>(arbitrary: fc.Arbitrary<T>): T => fc.sample(arbitrary, { seed: next++, numRuns: 1 })[0] as T;
};

/** A person goes from page to page and answers what each one asks; the pages follow the answers. */
function walk(procedure: Procedure, pick: <T>(arbitrary: fc.Arbitrary<T>) => T): Answers {
  let answers: Answers = {};
  for (const { id } of askedSteps(procedure)) {
    const step = visibleSteps(procedure, answers, today).find((one) => one.id === id);
    if (!step) continue;
    answers = { ...answers, ...answersTo(step, pick, clean(procedure, answers, today), today) };
    expect(problemsOfStep(step, clean(procedure, answers, today), today)).toEqual([]);
  }
  return answers;
}

describe('every procedure can be gone through to its end', () => {
  it.each(procedures.map((procedure) => [procedure.id, procedure] as const))('%s', (_id, procedure) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const answers = walk(procedure, picker(seed));
        expect(validate(procedure, answers, today)).toEqual([]);
        const kept = clean(procedure, answers, today);
        const department = departmentFor(procedure, kept, today);
        expect(procedure.department === '' ? [''] : departmentsOf(procedure)).toContain(department);
        const due = documentsMissing(procedure, kept, today).filter(({ requiredBy }) => requiredBy);
        expect(due).toEqual([]);
        expect(feesDue(procedure, kept, today).every(({ cents }) => cents > 0)).toBe(true);
      }),
      { seed: 20_261_122, numRuns: 12 },
    );
  });

  const selective = procedures.filter(({ ineligible }) => ineligible.length > 0);
  it.each(selective.map((procedure) => [procedure.id, procedure] as const))(
    '%s turns some people away and lets others through',
    (_id, procedure) => {
      const isServed = (seed: number) =>
        reasonsAgainst(procedure, walk(procedure, picker(seed * 1_000)), today).length === 0;
      expect(Array.from({ length: 60 }, (_, seed) => seed).some(isServed)).toBe(true);
    },
  );
});
