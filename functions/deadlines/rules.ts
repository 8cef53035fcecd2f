import { addDays, addPeriod, type Day } from './day.ts';
import type { HolidayCalendar } from './holidays.ts';
import type { LegalCase } from './legal-case.ts';

export type Silence = {
  mode: LegalCase['mode'];
  period: string;
  /** Text that sets it, when it is not the general rule. */
  article?: string;
};
/** What a procedure promises, and the calendar of the place. */
export type Rules = { commitmentDays: number; silence: Silence; calendar: HolidayCalendar };

/** Without a procedure: complaints and requests that no text frames are rejected by two months of silence (L231-4 CRPA). */
export const ordinary = { commitmentDays: 30, silence: { mode: 'svr', period: 'P2M' } } as const;

const electronic: ReadonlySet<string> = new Set(['mail', 'form', 'sms', 'hubee']);
/** Electronic sends are acknowledged by law within days (L112-11); letters, calls and visits by the receipt of R112-5, without a term. */
export const legalChannel = (channel: string): LegalCase['channel'] =>
  electronic.has(channel) ? 'electronic' : 'post';

/** The day by which the authority promised to answer, in calendar days from receipt. */
export const promisedOn = (receivedOn: Day, { commitmentDays }: Pick<Rules, 'commitmentDays'>): Day =>
  addDays(receivedOn, commitmentDays);

/** The day at whose end (24:00) silence decides if nothing moves its delay; `null` when silence decides nothing. */
export const implicitDecisionOn = (receivedOn: Day, { mode, period }: Silence): Day | null =>
  mode === 'none' ? null : addPeriod(receivedOn, period);
