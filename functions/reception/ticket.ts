import type { Ticket } from './tickets-api.ts';

/** A department's letter is its place among the departments: it stays as long as nobody reorders them. */
export const letterOf = (departments: readonly { code: string }[], topic: string): string | null => {
  const at = departments.findIndex(({ code }) => code === topic);
  return at < 0 ? null : String.fromCharCode('A'.charCodeAt(0) + (at % 26));
};
/** `A012`; beyond 999 in a day the number takes the place it needs. */
export const ticketId = (letter: string, number: number): string =>
  `${letter}${String(number).padStart(3, '0')}`;

/**
 * Order in which people are called: those who may not wait standing and those who were given a time first, then whoever
 * has waited longest.
 */
export const turnOf = ({
  isPriority,
  handedAt,
  appointmentAt,
  id,
}: Pick<Ticket, 'isPriority' | 'handedAt' | 'appointmentAt' | 'id'>): string =>
  `${isPriority || appointmentAt ? 0 : 1}#${appointmentAt ?? handedAt}#${id}`;

/** Somebody who came before the time they were given lets the others go first until then. */
export const isEarly = ({ appointmentAt }: Pick<Ticket, 'appointmentAt'>, now: string): boolean =>
  Boolean(appointmentAt) && Date.parse(appointmentAt ?? '') - Date.parse(now) > 5 * 60_000;

/** Who came early waits from the time they were given. */
export const waitedSeconds = (
  { handedAt, appointmentAt }: Pick<Ticket, 'handedAt' | 'appointmentAt'>,
  now: string,
): number => {
  const since = Math.max(Date.parse(handedAt), Date.parse(appointmentAt ?? handedAt));
  return Math.max(0, Math.round((Date.parse(now) - since) / 1000));
};

/** Counters of an hour as they are kept. `waited` is the sum of the seconds of those who were called. */
export type HourCounts = {
  hour: string;
  handed?: number;
  called?: number;
  served?: number;
  absent?: number;
  waited?: number;
};
export const hourLine = ({
  hour,
  handed = 0,
  called = 0,
  served = 0,
  absent = 0,
  waited = 0,
}: HourCounts) => ({
  ...{ hour, handed, called, served, absent },
  meanWait: called === 0 ? null : Math.round(waited / called),
});
