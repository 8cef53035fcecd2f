import { addDays } from '../deadlines/day.ts';
import type { Request } from '../requests/request.ts';
import { instantAt } from './instant.ts';
import type { Due, Situation } from './plan.ts';
import { nextStepOf, stepsFor } from './workflow.ts';

const nothing: Due = { instants: [] };

/** Opinions of a step, by their ids: `<step>-<department>`, with a number when the step was begun again. */
export const opinionsOfStep = ({ opinions }: Pick<Request, 'opinions'>, step: string): Request['opinions'] =>
  opinions.filter(({ opinionId }) => opinionId.startsWith(`${step}.`));

/** The steps of the procedure: the next one begins, and a step that waited for opinions ends with them or at their date. */
export const dueWork = (situation: Situation): Due => {
  const { whole, procedure, today } = situation;
  const { request, content } = whole;
  if (!procedure || !request.department || request.suspended) return nothing;
  if (!request.step) {
    const steps = stepsFor(procedure.workflow, content.given ?? {}, request, today);
    const next = nextStepOf(steps, request);
    return next ? { act: { kind: 'start-step', step: next.id }, instants: [] } : nothing;
  }
  return request.step.kind === 'opinion' ? dueOpinions(situation, request.step.id) : nothing;
};

const dueOpinions = ({ whole, today, zone }: Situation, step: string): Due => {
  const waiting = opinionsOfStep(whole.request, step).filter(
    ({ result, due }) => result === null && (due === null || due >= today),
  );
  if (waiting.length === 0) return { act: { kind: 'complete-step', step }, instants: [] };
  return { instants: waiting.flatMap(({ due }) => (due ? [instantAt(zone, addDays(due, 1))] : [])) };
};
