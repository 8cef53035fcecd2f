import type * as z from 'zod';
import type { JournalEvent } from './event.ts';
import type { Whole } from './items.ts';
import type { TimelineStep as StepSchema } from './public-api.ts';
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

/** The mandate under which something was done for the person. */
export const mandateOf = (event: JournalEvent): string | null => {
  const by = event.type === 'request-opened' ? event.openedBy : 'by' in event ? event.by : null;
  return by?.startsWith('mandate:') ? by.slice('mandate:'.length) : null;
};
/** Who helped with this request, by mandate; nothing is asked where nobody did. */
export const helpersIn = async (
  { events }: Pick<Whole, 'events'>,
  find: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(events.flatMap((event) => mandateOf(event) ?? []))];
  return ids.length > 0 ? find(ids) : new Map();
};

/** What happened, where it stands, and what is still to come with its promised day. */
export const timelineOf = (
  { request, events }: Pick<Whole, 'request' | 'events'>,
  department: string | null,
  promised: string,
  helpers: ReadonlyMap<string, string> = new Map(),
): TimelineStep[] => {
  const actorOf = (code: Code) =>
    byDepartment.includes(code) ? department : byCitizen.includes(code) ? 'citizen' : null;
  const step = (code: Code, status: TimelineStep['status'], at: string | null, due: string | null) => ({
    ...{ code, status, at, due },
    actor: actorOf(code),
  });
  const past = events.flatMap((event) => {
    const mandate = mandateOf(event);
    const code = codeOf(event, request) ?? (mandate ? 'done-for-you' : null);
    if (!code) return [];
    const helped = mandate ? { helper: helpers.get(mandate) ?? '' } : {};
    return [{ ...step(code, 'done', event.at, null), ...helped }];
  });
  const isSettled = (code: Code) => past.some((one) => one.code === code);
  // Several documents sent in one gesture are one line.
  const isAgain = (index: number) =>
    past[index]?.code === 'done-for-you' && past[index - 1]?.helper === past[index]?.helper;
  const once = past.filter(
    (one, index) =>
      !isAgain(index) &&
      (one.code !== 'assigned' || past.findIndex(({ code }) => code === 'assigned') === index),
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
