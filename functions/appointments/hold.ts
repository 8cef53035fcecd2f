import type { Day } from '../deadlines/day.ts';

/** A slot kept for somebody who fills a form, or for whoever waited for it. It ends by itself. */
export type Hold = {
  id: string;
  reason: string;
  place: string;
  desk: string;
  day: Day;
  start: number;
  from: string;
  to: string;
  cells: number[];
  /** What its cells bear. */
  mark: string;
  until: string;
  /** What it became once its form was taken in. */
  appointment?: string;
};
export const heldForMinutes = 10;
