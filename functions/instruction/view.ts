import type { Agent } from '../agents/agent.ts';
import { mayAdvise, mayWork } from '../agents/rights.ts';
import type { Day } from '../deadlines/day.ts';
import { addWorkingDays, type HolidayCalendar } from '../deadlines/holidays.ts';
import { holds } from '../procedures/conditions.ts';
import type { Procedure, RequiredDocument } from '../procedures/procedure.ts';
import type { Actor, WorkStep } from '../procedures/workflow.ts';
import type { Whole } from '../requests/items.ts';
import { deeds } from './deeds.ts';
import { receivedOf, unsortedOf } from './received.ts';
import type {
  AskedDocument,
  Awaited,
  CitizenInstruction,
  InstructionView,
  WorkflowStep,
} from './view-api.ts';
import { type Stage, stagesOf, stepsFor } from './workflow.ts';

export type Seen = {
  procedure: Procedure | null;
  calendar: HolidayCalendar;
  today: Day;
  dayOf(instant: string): Day;
};

/** A document of the procedure as it is asked for. */
export const askable = (document: RequiredDocument): AskedDocument => ({
  code: document.code,
  label: document.label,
  hint: document.hint ?? null,
  requiredBy: document.requiredBy ?? null,
  accepts: document.accepts,
  validMonths: document.validMonths ?? null,
});

/** What the citizen still has to send, with what came; `null` when nothing is awaited. */
export const awaitedOf = ({ request, asks, events }: Whole, { procedure }: Seen): Awaited | null => {
  const { awaited } = request;
  const ask = asks.find(({ askId }) => askId === awaited?.askId);
  if (!awaited) return null;
  const sent = events.flatMap((event) =>
    event.type === 'document-provided' && event.askId === awaited.askId ? [event] : [],
  );
  const mode = procedure?.silence.mode ?? 'svr';
  const clock = mode === 'sva' ? ('restarts' as const) : mode === 'svr' ? ('suspended' as const) : null;
  return {
    ...{ askId: awaited.askId, on: awaited.on, until: awaited.until, isOverdue: awaited.isOverdue },
    clock: awaited.stopsClock ? clock : null,
    text: ask?.text ?? '',
    documents: (ask?.documents ?? []).map((document) => ({
      ...document,
      isProvided: awaited.provided.includes(document.code),
      documentIds: sent
        .filter((event) => event.document === document.code && event.documentId)
        .map(({ documentId }) => documentId),
    })),
  };
};

const stagesFor = ({ request, content }: Whole, { procedure, today }: Seen): Stage[] =>
  procedure ? stagesOf(stepsFor(procedure.workflow, content.given ?? {}, request, today), request) : [];

const actorWords = (actor: Actor): string =>
  'agent' in actor ? `agent:${actor.agent}` : `role:${actor.role}`;
const awaitedAt = (step: WorkStep, department: string | null): string[] => {
  if (step.kind === 'opinion') return step.from;
  if (step.kind === 'visa' || step.kind === 'signature') return [actorWords(step.by)];
  // The citizen pays: no department is awaited.
  if (step.kind === 'payment') return [];
  return department ? [department] : [];
};

const stepView = ({ step, state, outcome }: Stage, whole: Whole, seen: Seen, may: boolean): WorkflowStep => {
  const { request } = whole;
  const since = request.step?.id === step.id ? request.step.since : null;
  return {
    ...{ id: step.id, kind: step.kind, title: step.title, state, outcome, since },
    due: since && step.days ? addWorkingDays(seen.dayOf(since), step.days, seen.calendar) : null,
    by: awaitedAt(step, request.department),
    points:
      step.kind === 'check'
        ? step.points.map(({ code, label }) => ({ code, label, isChecked: request.checked.includes(code) }))
        : [],
    outcomes: step.kind === 'decision' ? step.outcomes : [],
    mayComplete: may && since !== null && ['check', 'opinion', 'decision', 'payment'].includes(step.kind),
  };
};

const opinionsOf = ({ request, opinions }: Whole, agent: Agent): InstructionView['opinions'] =>
  request.opinions.map(({ opinionId, department, due, result }) => {
    const record = opinions.find((one) => one.opinionId === opinionId);
    return {
      ...{ opinionId, department, due },
      result: (result === 'dropped' ? null : result) as InstructionView['opinions'][number]['result'],
      question: record?.question ?? '',
      askedAt: record?.askedAt ?? null,
      text: record?.text ?? null,
      author: record?.author ?? null,
      mayGive: result === null && mayAdvise(agent, department),
    };
  });

const implicitOf = ({ events }: Whole): InstructionView['implicit'] => {
  const born = events.findLast((event) => event.type === 'implicit-decision-born');
  return born ? { effect: born.effect, on: born.on } : null;
};

/** The instruction of a request as one agent sees it. */
export const instructionView = (whole: Whole, seen: Seen, agent: Agent): InstructionView => {
  const { request, content, transfer } = whole;
  const { procedure, today } = seen;
  const given = content.given ?? {};
  const documents = (procedure?.documents ?? []).map((document) => ({
    ...askable(document),
    concerns: holds(document.when, given, today),
  }));
  const isWorking = mayWork(agent, request);
  return {
    workflow: stagesFor(whole, seen).map((stage) => stepView(stage, whole, seen, isWorking)),
    current: request.step?.id ?? null,
    awaited: awaitedOf(whole, seen),
    received: receivedOf(whole, seen),
    unsorted: unsortedOf(whole),
    documents: documents.sort((a, b) => Number(b.concerns) - Number(a.concerns)),
    documentsDelay: procedure?.documentsDelay.days ?? 30,
    opinions: opinionsOf(whole, agent),
    suspended: request.suspended,
    group: { lead: request.lead, members: whole.members },
    letter: request.letter,
    implicit: implicitOf(whole),
    transferredTo: transfer,
    firstReceivedOn: request.firstReceivedOn,
    escalated: request.escalated,
    may: deeds(whole, procedure, agent),
  };
};

/** The same as its citizen sees it: nobody's name, nothing of the inner work but its steps. */
export const citizenInstruction = (whole: Whole, seen: Seen): CitizenInstruction => {
  const { request, transfer } = whole;
  const isOver = ['closed', 'withdrawn', 'transferred'].includes(request.state);
  return {
    awaited: isOver ? null : awaitedOf(whole, seen),
    received: isOver ? [] : receivedOf(whole, seen),
    steps: stagesFor(whole, seen).map(({ step, state }) => ({ title: step.title, state })),
    suspendedSince: request.suspended?.since ?? null,
    implicit: implicitOf(whole),
    transferredTo: transfer,
    mayWithdraw: !isOver && (request.answer === null || request.answer.isImplicit),
  };
};
