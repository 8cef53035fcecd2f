import type * as z from 'zod';
import { isReserved } from '../agents/rights.ts';
import { promisedOn, type Rules } from '../deadlines/rules.ts';
import { withAppeals } from '../follow/interrupted.ts';
import { citizenAnswer } from '../follow/view.ts';
import { citizenInstruction } from '../instruction/view.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Authority } from '../settings/authority.ts';
import { deadlinesOf, type Today } from './facts.ts';
import type { Whole } from './items.ts';
import type { Message, TrackedRequest } from './public-api.ts';
import { type MessageRecord, type StoredFile, withoutCode } from './records.ts';
import type { Request } from './request.ts';
import { timelineOf } from './timeline.ts';

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
  /** Names of those who acted under a mandate, by its id. */
  helpers?: ReadonlyMap<string, string>;
};
const over: readonly Request['state'][] = ['closed', 'withdrawn', 'transferred'];
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
    timeline: timelineOf(whole, department?.name ?? null, promised, given.helpers),
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
