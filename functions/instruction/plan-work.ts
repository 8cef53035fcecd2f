import { addDays } from '../deadlines/day.ts';
import { holds } from '../procedures/conditions.ts';
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
  if (request.step.kind === 'payment') return duePayment(situation, request.step.id);
  return request.step.kind === 'opinion' ? dueOpinions(situation, request.step.id) : nothing;
};

/** What is owed from the opening is paid first: the work goes on by itself once the money is known to be there. */
const duePayment = ({ whole, procedure, today }: Situation, id: string): Due => {
  const step = procedure?.workflow.find((one) => one.id === id);
  const fee = step?.kind === 'payment' && procedure?.fees.find(({ code }) => code === step.fee);
  const isOwed =
    fee &&
    fee.cents > 0 &&
    (fee.due ?? 'opening') === 'opening' &&
    holds(fee.when, whole.content.given ?? {}, today);
  const isPaid = whole.events.some(({ type }) => type === 'payment-received');
  return isOwed && !isPaid ? nothing : { act: { kind: 'complete-step', step: id }, instants: [] };
};

const dueOpinions = ({ whole, today, zone }: Situation, step: string): Due => {
  const waiting = opinionsOfStep(whole.request, step).filter(
    ({ result, due }) => result === null && (due === null || due >= today),
  );
  if (waiting.length === 0) return { act: { kind: 'complete-step', step }, instants: [] };
  return { instants: waiting.flatMap(({ due }) => (due ? [instantAt(zone, addDays(due, 1))] : [])) };
};
