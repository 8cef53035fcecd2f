import { addDays, type Day } from '../deadlines/day.ts';
import { addWorkingDays, type HolidayCalendar } from '../deadlines/holidays.ts';
import { legalChannel } from '../deadlines/rules.ts';
import { requestKey, type Snapshot } from './items.ts';
import type { Request } from './request.ts';

/** Why an acknowledgement is owed: none was written, only a first receipt left, or the full one has not reached the person. */
export const debtReasons = ['missing', 'incomplete', 'undelivered'] as const;
export type DebtReason = (typeof debtReasons)[number];

const over: readonly Request['state'][] = ['closed', 'withdrawn', 'transferred'];
type Seen = Pick<Request, 'acknowledgement' | 'answer' | 'state'>;

/**
 * What is still owed to the person: as long as no full acknowledgement reached them no delay of appeal can be opposed (CRPA L112-6,
 * L112-12). Nothing is owed once an express answer left, or when the request is no longer here. `null` when nothing is owed.
 */
export const acknowledgementDebt = ({ acknowledgement, answer, state }: Seen): DebtReason | null => {
  const isAnswered = answer !== null && !answer.isImplicit && answer.sentAt !== null;
  if (isAnswered || over.includes(state)) return null;
  if (!acknowledgement) return 'missing';
  if (acknowledgement.kind === 'aee') return 'incomplete';
  return acknowledgement.sentAt ? null : 'undelivered';
};

/** Last day of the full acknowledgement of an electronic send (R112-11-2); `null` for a letter, which has no legal date. */
export const debtDue = (
  { receivedOn, channel }: Pick<Request, 'receivedOn' | 'channel'>,
  calendar: HolidayCalendar,
): Day | null => (legalChannel(channel) === 'electronic' ? lastDay(receivedOn, calendar) : null);
const lastDay = (receivedOn: Day, calendar: HolidayCalendar): Day => addWorkingDays(receivedOn, 10, calendar);

/** What was received before this day has waited more than ten working days: late by law, or as long as if it were. */
export const lateBefore = (today: Day, calendar: HolidayCalendar): Day => {
  let day = addDays(today, -10);
  while (lastDay(day, calendar) >= today) day = addDays(day, -1);
  return addDays(day, 1);
};

const nobody = '-';
export const debtKey = (department: string | null): string => `ACKDEBT#${department ?? nobody}`;
export const debtSort = ({ receivedOn, reference }: Pick<Request, 'receivedOn' | 'reference'>): string =>
  `${receivedOn}#${reference}`;
const keyOf = ({ request }: Snapshot): string | null =>
  acknowledgementDebt(request) ? debtKey(request.department) : null;

/** Listed while in debt, in the index, under its department; marked over and expiring after that, since functions put items only. */
export type DebtItem = {
  pk: string;
  sk: 'RECORD#ACKDEBT';
  gsi1pk?: string;
  gsi1sk?: string;
  expiresAt?: number;
};
/** @param now epoch seconds */
export const debtItems = (before: Snapshot | null, next: Snapshot, now: number): DebtItem[] => {
  const [was, is] = [before && keyOf(before), keyOf(next)];
  if (was === is) return [];
  const item = { pk: requestKey(next.request.reference), sk: 'RECORD#ACKDEBT' } as const;
  return [is ? { ...item, gsi1pk: is, gsi1sk: debtSort(next.request) } : { ...item, expiresAt: now }];
};
