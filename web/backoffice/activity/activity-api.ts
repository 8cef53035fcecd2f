import type { readActivity } from '../../../functions/insights/agent-api.ts';
import { type AnswerOf, call } from '../../ui/api.ts';

export type Activity = AnswerOf<typeof readActivity>;
export type Figures = Activity['total'];
export type Period = { from: string; to: string };

/** So many whole months, the one of this day included. */
export const periodOf = (today: string, months: number): Period => {
  const to = today.slice(0, 7);
  const index = Number(to.slice(0, 4)) * 12 + Number(to.slice(5)) - months;
  return { from: `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`, to };
};

export const activityApi = (period: Period, department: string) =>
  call<typeof readActivity>('GET /api/agent/activity', {
    query: { ...period, ...(department && { department }) },
  });
