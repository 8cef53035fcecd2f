import type { JournalBody } from './event.ts';

export const requestStates = [
  'new',
  'assigned',
  'in-progress',
  'waiting-citizen',
  'waiting-visa',
  'decided',
  'delivered',
  'closed',
  'withdrawn',
  'transferred',
] as const;
export type RequestState = (typeof requestStates)[number];

/** The snapshot: the fold of the journal, and nothing that the journal does not say. */
export type Request = {
  reference: string;
  version: number;
  state: RequestState;
  channel: 'mail' | 'scan' | 'form' | 'phone' | 'counter' | 'sms' | 'hubee';
  openedBy: string;
  openedAt: string;
  /** Calendar day of receipt, authority's time zone. */
  receivedOn: string;
  procedure: string | null;
  procedureRevision: number | null;
  department: string | null;
  confidence: number | null;
  urgency: 'normal' | 'high';
  agent: string | null;
  contactIds: string[];
  acknowledgement: { kind: 'ar' | 'aee' | 'are'; messageId: string; sentAt: string | null } | null;
  answer: {
    messageId: string;
    outcome: 'granted' | 'refused' | 'answered';
    decidedAt: string;
    sentAt: string | null;
  } | null;
  /** Messages of the citizen that no agent has answered yet. */
  unreadMessages: number;
  closedAt: string | null;
};

/** Everything anybody may ask of a request. Ids, hashes and days come ready made: `decide` invents nothing. */
export type Command = JournalBody extends infer B
  ? B extends JournalBody
    ? { command: B['type'] } & Omit<B, 'type'>
    : never
  : never;
