/** Documents before and after the one worked on: each undo goes back one thing done, not one letter typed. */
export type History<T> = { past: readonly T[]; now: T; future: readonly T[]; at?: string; since: number };

const longest = 100;
/** Two changes of the same place within this many milliseconds are one thing done. */
const together = 1_500;

export const begun = <T>(now: T): History<T> => ({ past: [], now, future: [], since: 0 });

/** @param at place that changes; @param time instant in milliseconds */
export function changed<T>(history: History<T>, next: T, at: string | undefined, time: number): History<T> {
  const { past, now } = history;
  if (next === now) return history;
  const goesOn = at !== undefined && at === history.at && time - history.since < together && past.length > 0;
  return { past: goesOn ? past : [...past, now].slice(-longest), now: next, future: [], at, since: time };
}

export function undone<T>(history: History<T>): History<T> {
  const { past, now, future } = history;
  const before = past.at(-1);
  return before === undefined
    ? history
    : { past: past.slice(0, -1), now: before, future: [now, ...future], since: 0 };
}

export function redone<T>(history: History<T>): History<T> {
  const { past, now, future } = history;
  const [after, ...rest] = future;
  return after === undefined ? history : { past: [...past, now], now: after, future: rest, since: 0 };
}
