import type { Day } from '../deadlines/day.ts';
import type { OtherLanguage } from '../procedures/translation.ts';
import type { Contact } from './appointment.ts';
import type { Hold } from './hold.ts';

/** `left`: of their own will, or because two offers were let go by without a word. */
export type WaiterState = 'waiting' | 'offered' | 'accepted' | 'left';

/** Somebody who wants to be told when a slot comes free. */
export type Waiter = {
  id: string;
  reason: string;
  place: string;
  /** A slot on a later day is of no use to them. */
  before: Day | null;
  contact: Contact;
  /** As that of an appointment. */
  language?: OtherLanguage | undefined;
  account: string | null;
  /** Keyed digest of their address or number (seats.ts): by it all their places are found. */
  person?: string;
  /** One of theirs that is given up for an earlier slot. */
  appointment: string | null;
  joinedAt: string;
  state: WaiterState;
  /** The slot that is kept for them, as a hold of their own. */
  offer: Hold | null;
  /** Offers let go by without a word. */
  unanswered: number;
  /** One more at each change. */
  revision: number;
};

/** Offers that may pass unanswered before somebody is believed to have found another way. */
export const mostUnanswered = 2;

/** Whether a slot is of use: not after the day they said, nor later than what they have. */
export const wants = (
  { before, appointment }: Waiter,
  slot: { day: Day; from: string },
  present: { from: string } | null,
): boolean =>
  (before === null || slot.day <= before) && (appointment === null || !present || slot.from < present.from);
