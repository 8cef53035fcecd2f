import type { Day } from './day.ts';
import type { HolidayCalendar } from './holidays.ts';

/** What happened to a request, as far as the law counts from it. */
export const legalEventTypes = [
  'received',
  /** Received by the competent body (CRPA L114-2); `received` stays the first receipt. */
  'transferred',
  'acknowledged',
  'documents-requested',
  'documents-received',
  'decided',
  'notified',
  'withdrawn',
  /** Sent on to another administration, which is competent: the delays are no longer ours. */
  'forwarded',
  /** There to be read in the portal, after the person's consent (CRPA L112-15). */
  'made-available',
  'consulted',
  'reasons-requested',
  'reasons-given',
] as const;
export type LegalEventType = (typeof legalEventTypes)[number];

export type LegalEvent = {
  type: LegalEventType;
  on: Day;
  /** Of `documents-requested`: last day granted to send them. */
  until?: Day;
  /** Of `acknowledged`: says everything that R112-5 or R112-11-1 wants; absent means true. Of `documents-received`: nothing is missing. */
  complete?: boolean;
};

export const silenceModes = ['sva', 'svr', 'none'] as const;
export type LegalCase = {
  mode: (typeof silenceModes)[number];
  /** `P2M` from date to date, `P15D` in calendar days. */
  period: string;
  /** Holidays of the place. */
  calendar: HolidayCalendar;
  channel: 'electronic' | 'post';
  /** Later events have not happened yet. */
  today: Day;
  events: readonly LegalEvent[];
  /** Calendar days within which the authority promised to answer (Services Publics+). */
  commitmentDays?: number;
  /** Text that sets this rule of silence, when it is not the general one. */
  silenceArticle?: string;
};

export const deadlineStates = ['running', 'suspended', 'met', 'missed', 'moot'] as const;
export type DeadlineState = (typeof deadlineStates)[number];
/** The five that the law gives every request, then those that only some have. */
export const requestKinds = ['aee', 'are', 'ar', 'silence', 'appeal'] as const;
export type DeadlineKind = (typeof requestKinds)[number] | 'reasons' | 'portal' | 'commitment';

export type LegalDeadline = {
  kind: DeadlineKind;
  /** Last day as things stand today; `null` when it cannot be known or does not run. */
  due: Day | null;
  state: DeadlineState;
  article: string;
  /** One or two French sentences that name the dates it is made of. */
  why: string;
};
