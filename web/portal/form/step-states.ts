import { isFilled } from '../../../functions/procedures/conditions.ts';
import type { Answers, Step } from '../../../functions/procedures/procedure.ts';

export type StepState = 'done' | 'to-do' | 'later';

/**
 * Done: nothing is missing, and it was answered or gone past. Later: what comes after the first step to do and was not
 * touched, since other answers may still hide it.
 * @param problems how many each step has
 * @param last id of the step seen last
 */
export function stateOfSteps(
  steps: readonly Step[],
  answers: Answers,
  problems: readonly number[],
  last: string,
): StepState[] {
  const seen = steps.findIndex(({ id }) => id === last);
  const touched = steps.map(
    ({ fields }, at) => at < seen || fields.some(({ name }) => isFilled(answers[name])),
  );
  const isDone = steps.map((_, at) => problems[at] === 0 && touched[at] === true);
  const first = isDone.indexOf(false);
  return steps.map((_, at) => {
    if (isDone[at]) return 'done';
    return at === first || touched[at] || at <= seen ? 'to-do' : 'later';
  });
}
