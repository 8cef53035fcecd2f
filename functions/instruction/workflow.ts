import type { Day } from '../deadlines/day.ts';
import { holds } from '../procedures/conditions.ts';
import type { Answers } from '../procedures/field.ts';
import type { WorkStep } from '../procedures/workflow.ts';
import type { Request } from '../requests/request.ts';

/** The workflow of a procedure over one request: which steps concern it, and where it stands. */
export type Walk = Pick<Request, 'step' | 'stepsDone' | 'letter' | 'answer'>;
export type Stage = { step: WorkStep; state: 'done' | 'current' | 'to-come'; outcome: string | null };

const approvals: readonly WorkStep['kind'][] = ['visa', 'opinion', 'signature'];
const outcomes: readonly string[] = ['granted', 'refused', 'answered'];

/** What was decided, so far as the work knows: the decision step, else the letter that was written. */
export const outcomeOf = ({ stepsDone, letter }: Walk): string | null => {
  const decided = stepsDone.findLast(({ outcome }) => outcome !== null && outcomes.includes(outcome));
  const isAlive = letter && (letter.state === 'circulating' || letter.state === 'sealed');
  return decided?.outcome ?? (isAlive ? letter.outcome : null);
};

/** Steps whose condition holds over the answers and the decision; a step that was done or begun stays. */
export const stepsFor = (
  workflow: readonly WorkStep[],
  answers: Answers,
  walk: Walk,
  today: Day,
): WorkStep[] => {
  const known: Answers = { ...answers, outcome: outcomeOf(walk) ?? undefined };
  const isBegun = (id: string) => walk.step?.id === id || walk.stepsDone.some((one) => one.id === id);
  return workflow.filter(({ id, when }) => isBegun(id) || holds(when, known, today));
};

/** Approvals that follow the letter: the signature book walks them, each on the exact letter. */
export const circuitOf = (steps: readonly WorkStep[]): WorkStep[] => {
  const letter = steps.findIndex(({ kind }) => kind === 'letter');
  if (letter < 0) return [];
  const after = steps.slice(letter + 1);
  const end = after.findIndex(({ kind }) => !approvals.includes(kind));
  return end < 0 ? after : after.slice(0, end);
};

/** What nobody walks: an approval without a letter before it, and kinds whose part is still to come. */
const isWalked = (step: WorkStep, circuit: readonly WorkStep[]): boolean =>
  !circuit.includes(step) && ['check', 'opinion', 'decision', 'letter', 'payment'].includes(step.kind);

/** The next step that is neither done nor under way; `null` when the work has no other. */
export const nextStepOf = (steps: readonly WorkStep[], { step, stepsDone }: Walk): WorkStep | null => {
  const circuit = circuitOf(steps);
  const isDone = ({ id }: WorkStep) => step?.id === id || stepsDone.some((one) => one.id === id);
  return steps.find((one) => isWalked(one, circuit) && !isDone(one)) ?? null;
};

/** Each step with its state, the approvals of the letter included. */
export const stagesOf = (steps: readonly WorkStep[], walk: Walk): Stage[] => {
  const circuit = circuitOf(steps);
  const { letter, answer } = walk;
  const approved = letter?.state === 'circulating' ? letter.step : 0;
  const isSealed = letter?.state === 'sealed' || (answer !== null && !answer.isImplicit);
  return steps.map((step) => {
    const rank = circuit.indexOf(step);
    const done = walk.stepsDone.find(({ id }) => id === step.id);
    const isWritten = step.kind === 'letter' && (isSealed || letter?.state === 'circulating');
    if (done || isWritten || (rank >= 0 && isSealed))
      return { step, state: 'done', outcome: done?.outcome ?? null };
    if (rank >= 0 && letter?.state === 'circulating')
      return { step, state: stateAt(rank, approved), outcome: null };
    return { step, state: walk.step?.id === step.id ? 'current' : 'to-come', outcome: null };
  });
};

const stateAt = (rank: number, approved: number): Stage['state'] =>
  rank < approved ? 'done' : rank === approved ? 'current' : 'to-come';

/** Whether an answer of that outcome must pass the signature book: then nobody answers beside it. */
export const needsSignatures = (
  workflow: readonly WorkStep[],
  answers: Answers,
  outcome: 'granted' | 'refused' | 'answered',
  today: Day,
): boolean =>
  workflow.some(
    ({ kind, when }) =>
      (kind === 'visa' || kind === 'signature') && holds(when, { ...answers, outcome }, today),
  );
