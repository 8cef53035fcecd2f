import { describe, expect, it } from 'vitest';
import { earlyQuestions } from '../../functions/procedures/early-questions.ts';
import { loadCollectivity } from '../../infra/collectivity/load.ts';
import { stateOfSteps } from '../../web/portal/form/step-states.ts';
import { otherKinds } from '../support/form-kinds.ts';

describe('questions before the start', () => {
  it('are those that may show that it leads nowhere, asked of everybody, three at most', () => {
    expect(earlyQuestions(otherKinds).map(({ name }) => name)).toEqual(['habite']);
    for (const procedure of loadCollectivity('val-clair').procedures) {
      const questions = earlyQuestions(procedure);
      expect(questions.length, procedure.id).toBeLessThanOrEqual(3);
      for (const question of questions) expect('when' in question && question.when, procedure.id).toBeFalsy();
      if (procedure.ineligible.length === 0) expect(questions).toEqual([]);
    }
  });
});

describe('the list of steps', () => {
  const steps = ['un', 'deux', 'trois', 'quatre'].map((id) => ({
    id,
    title: id,
    fields: [{ type: 'text' as const, name: `q${id}`, label: id, required: true, maxLength: 10 }],
  }));
  it.each([
    [
      'nothing begun: the first is to do, the others not yet',
      {},
      [1, 1, 1, 1],
      '',
      'to-do later later later',
    ],
    ['the first done', { qun: 'x' }, [0, 1, 1, 1], 'deux', 'done to-do later later'],
    ['one left for later', { qun: 'x', qtrois: 'y' }, [0, 1, 0, 1], 'trois', 'done to-do done later'],
    [
      'all answered',
      { qun: 'x', qdeux: 'x', qtrois: 'x', qquatre: 'x' },
      [0, 0, 0, 0],
      'quatre',
      'done done done done',
    ],
  ])('%s', (_, answers, problems, last, expected) => {
    expect(stateOfSteps(steps, answers, problems, last).join(' ')).toBe(expected);
  });
});
