import type { Stamped } from './apply.ts';
import type { Request } from './request.ts';

/** What the lines of the instruction change: steps, documents, opinions, suspension, and what silence decided. */
export const instructionChanges = (request: Request, event: Stamped): Partial<Request> => {
  switch (event.type) {
    case 'step-started':
      return { step: { id: event.step, kind: event.kind, since: event.at }, checked: [] };
    case 'step-completed': {
      const kind = request.step?.kind ?? '';
      const done = { id: event.step, kind, outcome: event.outcome };
      return { step: null, checked: [], stepsDone: [...request.stepsDone, done] };
    }
    case 'points-checked':
      return { checked: event.points };
    case 'documents-requested': {
      const { askId, documents, on, until, stopsClock } = event;
      const awaited = { askId, documents, on, until, stopsClock, provided: [], isOverdue: false };
      return { state: 'waiting-citizen', unreadMessages: 0, awaited };
    }
    case 'document-provided': {
      const { awaited } = request;
      if (!awaited) return {};
      return { awaited: { ...awaited, provided: [...new Set([...awaited.provided, event.document])] } };
    }
    case 'document-unticked': {
      const { askId, documents, provided, on, until, stopsClock } = event;
      const awaited = { askId, documents, provided, on, until, stopsClock, isOverdue: false };
      return { state: 'waiting-citizen', awaited };
    }
    case 'documents-completed':
      return { awaited: null, state: resumed(request) };
    case 'documents-overdue':
      return request.awaited
        ? { awaited: { ...request.awaited, isOverdue: true }, state: resumed(request) }
        : {};
    case 'opinion-requested': {
      const { opinionId, department, due } = event;
      return { opinions: [...request.opinions, { opinionId, department, due, result: null }] };
    }
    case 'opinion-given':
      return {
        opinions: request.opinions.map((one) =>
          one.opinionId === event.opinionId ? { ...one, result: event.result } : one,
        ),
      };
    case 'opinion-dropped':
      return {
        opinions: request.opinions.map((one) =>
          one.opinionId === event.opinionId ? { ...one, result: one.result ?? 'dropped' } : one,
        ),
      };
    case 'request-suspended':
      return { suspended: { reason: event.reason, since: event.at, until: event.until } };
    case 'request-resumed':
      return { suspended: null };
    case 'request-transferred':
      return { state: 'transferred', transferredTo: event.to, closedAt: event.at, step: null };
    case 'first-receipt-noted':
      return { firstReceivedOn: event.on };
    case 'request-reopened':
      return {
        ...{ state: 'in-progress', closedAt: null, answer: null, letter: null, transferredTo: null },
        // What was verified stays so; what was decided is to be decided again.
        ...{ step: null, stepsDone: request.stepsDone.filter(({ kind }) => isVerifying(kind)) },
        ...{ escalated: null, lead: null },
      };
    case 'request-escalated':
      return { escalated: { to: event.to, deadline: event.deadline, due: event.due } };
    case 'request-grouped':
      return { lead: event.lead };
    case 'request-ungrouped':
      return { lead: null };
    case 'implicit-decision-born': {
      const { messageId, effect, at } = event;
      const answer = { messageId, outcome: effect, decidedAt: at, sentAt: null, isImplicit: true };
      return { state: 'decided', answer, awaited: null };
    }
    case 'procedure-revision-moved':
      return { procedureRevision: event.to };
    default:
      return {};
  }
};

const isVerifying = (kind: string): boolean => kind === 'check' || kind === 'opinion';

/** Nobody waits for the citizen any more. */
const resumed = ({ state }: Request): Request['state'] =>
  state === 'waiting-citizen' ? 'in-progress' : state;
