import type * as z from 'zod';
import { isReserved } from '../agents/rights.ts';
import { promisedOn, type Rules } from '../deadlines/rules.ts';
import { withAppeals } from '../follow/interrupted.ts';
import { citizenAnswer } from '../follow/view.ts';
import { citizenInstruction } from '../instruction/view.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Authority } from '../settings/authority.ts';
import type { JournalEvent } from './event.ts';
import { deadlinesOf, type Today } from './facts.ts';
import type { Whole } from './items.ts';
import type { Message, TimelineStep as StepSchema, TrackedRequest } from './public-api.ts';
import { type MessageRecord, type StoredFile, withoutCode } from './records.ts';
import type { Request } from './request.ts';

type TimelineStep = z.infer<ReturnType<typeof StepSchema>>;
type Code = TimelineStep['code'];
const over: readonly Request['state'][] = ['closed', 'withdrawn', 'transferred'];
const byDepartment: readonly Code[] = ['assigned', 'in-progress', 'message-to-you', 'answered', 'delivered'];
const byCitizen: readonly Code[] = ['received', 'message-from-you', 'withdrawn', 'contested'];

const codeOf = (event: JournalEvent, { acknowledgement, answer }: Request): Code | null => {
  switch (event.type) {
    case 'request-opened':
      return 'received';
    case 'request-assigned':
      return 'assigned';
    case 'work-started':
      return 'in-progress';
    case 'citizen-message-queued':
      return 'message-to-you';
    case 'citizen-message-received':
      return 'message-from-you';
    case 'contact-joined':
      return event.quiet ? null : 'message-from-you';
    case 'answer-decided':
      return 'answered';
    case 'request-closed':
      return 'closed';
    case 'request-withdrawn':
      return 'withdrawn';
    case 'documents-requested':
      return 'documents-asked';
    case 'documents-completed':
      return 'documents-received';
    case 'request-suspended':
      return 'suspended';
    case 'request-resumed':
      return 'resumed';
    case 'request-transferred':
      return 'transferred';
    case 'implicit-decision-born':
      return 'silence';
    case 'request-reopened':
      return 'reopened';
    case 'appeal-lodged':
      return 'contested';
    case 'message-sent':
    case 'letter-printed':
      if (event.type === 'message-sent' && event.channel === 'letter') return null;
      if (event.messageId === acknowledgement?.messageId) return 'acknowledged';
      return event.messageId === answer?.messageId ? 'delivered' : null;
    case 'message-consulted':
    case 'message-deemed-notified':
      return event.messageId === answer?.messageId ? 'delivered' : null;
    default:
      return null;
  }
};

/** What happened, where it stands, and what is still to come with its promised day. */
export const timelineOf = (
  { request, events }: Pick<Whole, 'request' | 'events'>,
  department: string | null,
  promised: string,
): TimelineStep[] => {
  const actorOf = (code: Code) =>
    byDepartment.includes(code) ? department : byCitizen.includes(code) ? 'citizen' : null;
  const step = (code: Code, status: TimelineStep['status'], at: string | null, due: string | null) => ({
    ...{ code, status, at, due },
    actor: actorOf(code),
  });
  const past = events.flatMap((event) => {
    const code = codeOf(event, request);
    return code ? [step(code, 'done', event.at, null)] : [];
  });
  const isSettled = (code: Code) => past.some((one) => one.code === code);
  const once = past.filter(
    (one, index) => one.code !== 'assigned' || past.findIndex(({ code }) => code === 'assigned') === index,
  );
  if (over.includes(request.state)) return once;
  const last = once.at(-1);
  if (last) last.status = 'current';
  const ahead = (['acknowledged', 'assigned', 'answered', 'delivered'] as const).filter(
    (code) => !isSettled(code),
  );
  return [
    ...once,
    ...ahead.map((code) => step(code, 'to-come', null, code === 'answered' ? promised : null)),
  ];
};

export const shownFile = ({ id, name, contentType, size }: StoredFile) => ({ id, name, contentType, size });
const deliveries = {
  queued: 'queued',
  sending: 'queued',
  sent: 'sent',
  available: 'sent',
  'to-print': 'to-print',
  failed: 'failed',
} as const;
/** A message as both sides see it. */
export const shownMessage = (message: MessageRecord): Message => ({
  id: message.id,
  from: message.from,
  kind: message.kind,
  at: message.at,
  author: message.author,
  subject: message.subject,
  text: withoutCode(message.text),
  attachments: message.attachments.map(shownFile),
  delivery: message.delivery && deliveries[message.delivery],
});

export type ViewGiven = {
  authority: Authority;
  procedure: Procedure | null;
  rules: Rules;
  today: Today;
  now: string;
  /** Account of who asks, if any. */
  account?: string | undefined;
};
export const mayWriteTo = ({ state }: Pick<Request, 'state'>): boolean => !over.includes(state);

/** The request as its citizen follows it. */
export const trackedRequest = (
  whole: Whole,
  given: ViewGiven,
): z.input<ReturnType<typeof TrackedRequest>> => {
  const { request, content } = whole;
  const found = given.authority.departments.find(({ code }) => code === request.department);
  const department = found
    ? { code: found.code, name: found.name, phone: found.phone, email: found.email }
    : null;
  const deadlines = withAppeals(deadlinesOf(whole, given.rules, given.today), request, given.today.dayOf);
  const promised =
    deadlines.find(({ kind }) => kind === 'commitment')?.due ?? promisedOn(request.receivedOn, given.rules);
  return {
    reference: request.reference,
    subject: content.subject,
    state: request.state,
    receivedAt: content.receivedAt ?? request.openedAt,
    department,
    procedure: request.procedure ? { id: request.procedure, title: content.procedureTitle ?? '' } : null,
    yourTurn: request.state === 'waiting-citizen',
    promisedOn: request.answer ? null : promised,
    deadlines,
    timeline: timelineOf(whole, department?.name ?? null, promised),
    // What the cabinet answers, it answers as one: never said which of its people wrote.
    messages: whole.messages.map((message) =>
      isReserved(request.department) && message.from === 'authority'
        ? { ...shownMessage(message), author: null }
        : shownMessage(message),
    ),
    documents: whole.documents.map(({ id, name, contentType, size }) => ({ id, name, contentType, size })),
    mayWrite: mayWriteTo(request),
    instruction: citizenInstruction(whole, {
      procedure: given.procedure,
      calendar: given.rules.calendar,
      today: given.today.day,
      dayOf: given.today.dayOf,
    }),
    answer: citizenAnswer(whole, { ...given, ...given.today, today: given.today.day, deadlines }),
    appealOf: request.appealOf,
    isFollowed: request.followers.some(({ account }) => account === given.account),
    now: given.now,
  };
};
