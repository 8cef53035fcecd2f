import type { JournalBody } from './event.ts';
import type { AppealKind, Proof, Score } from './follow-events.ts';

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

const ended: readonly RequestState[] = ['closed', 'withdrawn', 'transferred'];
/** Nothing is done with it any more. */
export const isEnded = (state: RequestState): boolean => ended.includes(state);
/** Ended, or answered: nobody waits for a decision on it. */
export const isSettled = (state: RequestState): boolean =>
  isEnded(state) || state === 'decided' || state === 'delivered';

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
  /** When the rules of the department gave it to somebody, or to nobody: why, in codes. */
  why: readonly string[] | null;
  contactIds: string[];
  /** Whose request it is, once known: an id of functions/citizens. */
  person: string | null;
  acknowledgement: { kind: 'ar' | 'aee' | 'are'; messageId: string; sentAt: string | null } | null;
  answer: {
    messageId: string;
    outcome: 'granted' | 'refused' | 'answered';
    decidedAt: string;
    sentAt: string | null;
    /** Silence decided, not a person: an express decision may still replace it. */
    isImplicit: boolean;
  } | null;
  /** Step of the procedure's workflow that is under way, and those behind it in order. */
  step: { id: string; kind: string; since: string } | null;
  stepsDone: { id: string; kind: string; outcome: string | null }[];
  /** Points ticked of the check under way. */
  checked: string[];
  /** What the citizen was asked to send and has not sent yet. */
  awaited: {
    askId: string;
    documents: string[];
    provided: string[];
    on: string;
    until: string;
    stopsClock: boolean;
    isOverdue: boolean;
  } | null;
  opinions: { opinionId: string; department: string; due: string | null; result: string | null }[];
  suspended: { reason: string; since: string; until: string | null } | null;
  /** The letter in the signature book, or the last that was. `step` counts the approvals it has. */
  letter: {
    letterId: string;
    outcome: 'granted' | 'refused' | 'answered';
    state: 'circulating' | 'returned' | 'recalled' | 'sealed';
    step: number;
    steps: number;
    sha256: string;
    submittedBy: string;
  } | null;
  /** First receipt by another administration. */
  firstReceivedOn: string | null;
  transferredTo: string | null;
  /** The head of department was called before a date. */
  escalated: { to: string | null; deadline: string; due: string } | null;
  /** How often it changed departments, and since when the quality unit has to say whose it is. */
  moves: number;
  arbitration: { since: string; moves: number } | null;
  /** Request it is grouped under. */
  lead: string | null;
  /** Prior express consent to be notified in the portal. */
  portalConsent: boolean;
  /** Messages of the citizen that no agent has answered yet. */
  unreadMessages: number;
  closedAt: string | null;
  /** Accounts that have it among their requests, and those that took it out: it does not go back to them by itself. */
  followers: { account: string; proof: Proof }[];
  unfollowed: string[];
  /** What the person thinks of the answer; `firstAt` is when they first said it, `department` whose answer it was. */
  rating: { score: Score; messageId: string; firstAt: string; department: string | null } | null;
  /** The request whose decision this one contests, and those that contest this one's. */
  appealOf: string | null;
  appeals: { reference: string; kind: AppealKind; at: string }[];
  /** Its personal content is gone since; the request is over by it. */
  erasedAt?: string;
};

/** What no line of the journal has changed yet. */
export const untouched = {
  person: null,
  agent: null,
  why: null,
  acknowledgement: null,
  answer: null,
  unreadMessages: 0,
  closedAt: null,
  step: null,
  stepsDone: [],
  checked: [],
  awaited: null,
  opinions: [],
  suspended: null,
  letter: null,
  firstReceivedOn: null,
  transferredTo: null,
  escalated: null,
  moves: 0,
  arbitration: null,
  lead: null,
  portalConsent: false,
  followers: [],
  unfollowed: [],
  rating: null,
  appealOf: null,
  appeals: [],
} satisfies Partial<Request>;

/** Everything anybody may ask of a request. Ids, hashes and days come ready made: `decide` invents nothing. */
export type Command = JournalBody extends infer B
  ? B extends JournalBody
    ? { command: B['type'] } & Omit<B, 'type'>
    : never
  : never;
