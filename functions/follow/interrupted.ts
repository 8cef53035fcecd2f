import type { Day } from '../deadlines/day.ts';
import type { LegalDeadline } from '../deadlines/legal-case.ts';
import { dayInWords } from '../letters/messages/fr.ts';
import type { Request } from '../requests/request.ts';
import { interrupted } from './messages/fr.ts';

/**
 * The deadlines of a decision that was contested in time: the delay to go to court waits for what answers the appeal, which
 * has its own (CRPA L411-2). An appeal that came too late interrupts nothing.
 */
export const withAppeals = (
  deadlines: readonly LegalDeadline[],
  { appeals }: Pick<Request, 'appeals'>,
  dayOf: (instant: string) => Day,
): LegalDeadline[] => {
  const [first] = appeals.map(({ at }) => dayOf(at));
  return deadlines.map((deadline) => {
    const isInterrupted =
      deadline.kind === 'appeal' && first !== undefined && deadline.due !== null && first <= deadline.due;
    return isInterrupted
      ? { ...deadline, due: null, state: 'moot', article: 'CRPA L411-2', why: interrupted(dayInWords(first)) }
      : deadline;
  });
};
