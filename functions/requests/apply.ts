import { followChanges } from './apply-follow.ts';
import { instructionChanges } from './apply-instruction.ts';
import { letterChanges } from './apply-letter.ts';
import type { JournalBody, JournalEvent } from './event.ts';
import { given } from './moves.ts';
import { isEnded, type Request, untouched } from './request.ts';

/** Events that change nothing an agent decides upon: whoever looked before them is still looking at the truth. */
const quiet: ReadonlySet<JournalBody['type']> = new Set([
  'personal-data-read',
  'payment-received',
  'note-added',
  'person-linked',
  'person-unlinked',
  'acknowledgement-withheld',
  'receipt-queued',
  'acknowledgement-queued',
  'message-sent',
  'message-delivery-failed',
  'letter-printed',
  'reminder-queued',
  'request-escalated',
  'group-answered',
  'opinion-dropped',
  'message-made-available',
  'message-consulted',
  'message-deemed-notified',
  'letter-handed-over',
  'letter-came-back',
  'notice-sent',
  'message-delivered',
  'message-delayed',
  'message-complained',
  'message-resent',
  'delivery-preference-changed',
  'delivery-consent-changed',
  'follower-joined',
  'follower-left',
  'answer-rated',
  'appeal-lodged',
]);
export type Stamped = JournalBody & { at: string };

const opened = (event: Extract<Stamped, { type: 'request-opened' }>, reference: string): Request => ({
  reference,
  version: 1,
  state: 'new',
  channel: event.channel,
  openedBy: event.openedBy,
  openedAt: event.at,
  receivedOn: event.receivedOn,
  procedure: event.procedure,
  procedureRevision: event.procedureRevision,
  department: event.department,
  confidence: event.confidence,
  urgency: event.urgency,
  ...untouched,
  contactIds: [event.contactId],
  appealOf: event.appealOf ?? null,
});

/** A message of the authority that reached its channel: the answer's arrival delivers the request. */
const reached = (request: Request, messageId: string, at: string): Partial<Request> => {
  const { acknowledgement, answer } = request;
  if (acknowledgement?.messageId === messageId)
    return { acknowledgement: { ...acknowledgement, sentAt: acknowledgement.sentAt ?? at } };
  if (answer?.messageId !== messageId) return {};
  const state = request.state === 'decided' ? 'delivered' : request.state;
  return { state, answer: { ...answer, sentAt: answer.sentAt ?? at } };
};

const bounced = (request: Request, messageId: string): Partial<Request> => {
  const { acknowledgement, answer } = request;
  if (acknowledgement?.messageId === messageId)
    return { acknowledgement: { ...acknowledgement, sentAt: null } };
  if (answer?.messageId !== messageId) return {};
  const state = request.state === 'delivered' ? 'decided' : request.state;
  return { state, answer: { ...answer, sentAt: null } };
};

const written = (request: Request): Partial<Request> => ({
  unreadMessages: request.unreadMessages + 1,
  state: request.state === 'waiting-citizen' ? 'in-progress' : request.state,
});

const changes = (request: Request, event: Stamped): Partial<Request> => {
  switch (event.type) {
    case 'request-qualified': {
      const { department, procedure, urgency, confidence } = event;
      const isSame = procedure === null || procedure === request.procedure;
      const moved = isSame ? {} : { procedure, procedureRevision: event.procedureRevision ?? null };
      return { department, ...moved, urgency, confidence };
    }
    case 'acknowledgement-queued':
      return { acknowledgement: { kind: event.kind, messageId: event.messageId, sentAt: null } };
    case 'request-assigned':
      return given(request, event);
    case 'arbitration-asked':
      return { arbitration: { since: event.at, moves: event.moves } };
    case 'arbitration-given':
      return {
        ...{ department: event.department, agent: null, arbitration: null, moves: 0 },
        // Given to another department, it has left the group of its old one.
        lead: event.department === request.department ? request.lead : null,
      };
    case 'work-started':
      return { state: 'in-progress' };
    case 'citizen-message-received':
      return written(request);
    case 'contact-joined':
      return { contactIds: [...request.contactIds, event.contactId] };
    case 'person-linked':
      return { person: event.personId };
    case 'person-unlinked':
      // What was theirs only because of who they are is not theirs any more.
      return { person: null, followers: request.followers.filter(({ proof }) => proof !== 'identity') };
    case 'citizen-message-queued':
      return { unreadMessages: 0, state: event.awaitsReply ? 'waiting-citizen' : 'in-progress' };
    case 'answer-decided': {
      const { messageId, outcome, at } = event;
      return {
        state: 'decided',
        unreadMessages: 0,
        answer: { messageId, outcome, decidedAt: at, sentAt: null, isImplicit: false },
      };
    }
    case 'message-sent':
      return event.channel === 'letter' ? {} : reached(request, event.messageId, event.at);
    case 'letter-printed':
      return reached(request, event.messageId, event.at);
    case 'message-delivery-failed':
      return bounced(request, event.messageId);
    case 'request-closed':
      return { state: 'closed', closedAt: event.at };
    case 'request-withdrawn':
      return { state: 'withdrawn', closedAt: event.at };
    case 'personal-content-erased':
      return {
        ...(isEnded(request.state) ? {} : { state: 'closed', closedAt: event.at }),
        ...{ erasedAt: event.at, unreadMessages: 0, awaited: null },
      };
    default:
      return {
        ...instructionChanges(request, event),
        ...letterChanges(request, event),
        ...followChanges(request, event),
      };
  }
};

/** One step of the fold. A letter counts as sent once it was printed and posted, not when it waits for the printer. */
export const apply = (request: Request | null, event: Stamped, reference: string): Request => {
  if (event.type === 'request-opened') return opened(event, reference);
  if (!request) throw new Error('journal-without-opening');
  const version = quiet.has(event.type) ? request.version : request.version + 1;
  return { ...request, ...changes(request, event), version };
};

/** The request a journal tells; `null` when the journal is empty. */
export const fold = (events: readonly JournalEvent[], reference: string): Request | null =>
  events.reduce<Request | null>((request, event) => apply(request, event, reference), null);
