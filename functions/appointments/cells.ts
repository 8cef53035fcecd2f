/**
 * A desk's day is cut in cells of five minutes. Each cell says until when it is taken and by what: `<instant>#<id>`. An
 * instant gone by is a free cell, so that a hold ends by itself; a booking never ends. One condition on the cells of a slot is
 * what keeps it from being booked twice.
 */
export const cellMinutes = 5;

export type Barred = { id: string; start: number; end: number };
/** What is kept of one desk on one day. */
export type DeskDay = {
  /** By the minute at which a cell begins. */
  cells: ReadonlyMap<number, string>;
  /** Closed by an agent, in minutes since midnight. */
  barred: readonly Barred[];
  /** One more each time something is closed or opened again. */
  barredRevision: number;
};
export const emptyDay: DeskDay = { cells: new Map(), barred: [], barredRevision: 0 };

/** After every instant that will be written. */
const forEver = '9999';
export const bookedMark = (appointmentId: string): string => `${forEver}#${appointmentId}`;
export const heldMark = (until: string, id: string): string => `${until}#${id}`;
/** Cells that a cancelled appointment leaves: for a moment only whoever waits for them may take them. */
export const freedMark = (until: string, place: string): string => `${until}#freed-${place}`;
/** Free to everybody: before every instant. */
export const freeMark = '0';
export const appointmentOf = (mark: string): string | null =>
  mark.startsWith(`${forEver}#`) ? mark.slice(forEver.length + 1) : null;

export const isTaken = (mark: string | undefined, now: string): boolean => mark !== undefined && mark > now;
/** Beginnings of the cells between two minutes. */
export const cellsBetween = (start: number, end: number): number[] =>
  Array.from({ length: Math.ceil((end - start) / cellMinutes) }, (_, at) => start + at * cellMinutes);
export const cellName = (start: number): string => `c${String(start).padStart(4, '0')}`;
