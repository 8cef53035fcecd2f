import { type Day, earliest } from './day.ts';
import { legalDeadlines } from './legal.ts';
import type { LegalDeadline } from './legal-case.ts';
import { promisedOn, type Rules } from './rules.ts';

const open: readonly LegalDeadline['state'][] = ['running', 'suspended', 'missed'];

/** The day that ranks a request on the board: the earlier of the promise and of silence, of those that nothing has met yet. */
export const rankingDay = (deadlines: readonly LegalDeadline[]): Day | null =>
  deadlines
    .filter(({ kind, state }) => (kind === 'silence' || kind === 'commitment') && open.includes(state))
    .reduce<Day | null>((first, { due }) => (first && due ? earliest(first, due) : (due ?? first)), null);

/** The day that ranks a request which was only received. */
export const boardDue = (receivedOn: Day, { silence, calendar, commitmentDays }: Rules): Day =>
  rankingDay(
    legalDeadlines({
      ...{ mode: silence.mode, period: silence.period, calendar, commitmentDays, today: receivedOn },
      channel: 'post',
      events: [{ type: 'received', on: receivedOn }],
    }),
  ) ?? promisedOn(receivedOn, { commitmentDays });
