import type { Day } from '../deadlines/day.ts';
import type { Authority } from '../settings/authority.ts';
import { Refusal } from '../shared/refusal.ts';
import { foldCall } from './call.ts';
import { callBackOf, type Entry, withEntry } from './call-back.ts';
import { headerOfCall } from './call-items.ts';
import { type News, withNews } from './call-news.ts';
import type { CallChange, CallTable } from './call-table.adapter.ts';
import { countsOf, deltaOf } from './counts.ts';
import { entryOf } from './happened.ts';
import { dueAfter, openingOf } from './opening.ts';

export type TakeDeps = {
  table: CallTable;
  authority(): Promise<Authority>;
  now(): string;
  dayIn(zone: string, instant: string): Day;
  timeIn(zone: string, instant: string): string;
  /** The call an agent is given, for their screen. */
  noteCurrent(login: string, contactId: string, connectedAt: string): Promise<void>;
  /** Waits a moment, longer with each try, so that two writers do not meet again. */
  pause(tries: number): Promise<void>;
};
const mostTries = 12;

/** Day and hour of an instant on the clock of the authority. */
export const clockOf =
  ({ dayIn, timeIn }: Pick<TakeDeps, 'dayIn' | 'timeIn'>, { timeZone }: Authority) =>
  (instant: string) => ({ day: dayIn(timeZone, instant), hour: timeIn(timeZone, instant).slice(0, 2) });

/** By when to call back somebody missed at an instant, by the hours of the authority. */
export const dueOf =
  ({ dayIn }: Pick<TakeDeps, 'dayIn'>, authority: Authority) =>
  (instant: string): string =>
    dueAfter(instant, dayIn(authority.timeZone, instant), openingOf(authority));

/** Reads, decides and writes again until nobody came between. Refuses `conflict` after many tries. */
export const untilWritten = async (
  { table, now, pause }: Pick<TakeDeps, 'table' | 'now' | 'pause'>,
  decide: () => Promise<CallChange | null>,
): Promise<void> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const change = await decide();
    if (!change || (await table.write(change, now()))) return;
    await pause(tries);
  }
  throw new Refusal('conflict');
};

/** What one number's call-back becomes when entries are told, or taken back. */
export const callBackChange = async (
  { table }: Pick<TakeDeps, 'table'>,
  number: string,
  told: readonly { id: string; entry: Entry | null }[],
  due: (instant: string) => string,
): Promise<CallChange['callBacks']> => {
  const before = await table.callBack(number);
  const was = before?.entries ?? [];
  const entries = told.reduce((all, { id, entry }) => withEntry(all, id, entry), was);
  if (JSON.stringify(entries) === JSON.stringify(was)) return [];
  const next = { number, entries, version: (before?.version ?? 0) + 1, open: callBackOf(entries, due) };
  return [{ before, next }];
};

/** A call of another day, told again or replayed, is on nobody's screen. */
const currentMs = 6 * 3_600_000;
const isNow = (instant: string, now: string): boolean =>
  Math.abs(Date.parse(instant) - Date.parse(now)) < currentMs;

/**
 * Adds what was said of a call to what is known of it, and writes in one transaction what follows: its contact, the
 * difference it makes to the counters, and the call-back of its number. The same news again, in any order, changes nothing.
 */
export const takeNews =
  (deps: TakeDeps) =>
  async (contactId: string, added: readonly News[]): Promise<void> => {
    const authority = await deps.authority();
    const clock = clockOf(deps, authority);
    const due = dueOf(deps, authority);
    await untilWritten(deps, async () => {
      const { call, header } = await deps.table.read(contactId);
      const before = call?.known ?? {};
      const known = withNews(before, added);
      const [was, is] = [foldCall(before), foldCall(known)];
      if (known === before || !is) return null;
      // Before the write, so that a function that dies in between says it again.
      if (is.agent && is.connectedAt && isNow(is.connectedAt, deps.now()))
        if (was?.agent !== is.agent || was.connectedAt !== is.connectedAt)
          await deps.noteCurrent(is.agent, contactId, is.connectedAt);
      const [left, entered] = [entryOf(contactId, was), entryOf(contactId, is)];
      const moved = left && left.number !== entered?.number ? [{ number: left.number, entry: null }] : [];
      const callBacks = await Promise.all(
        [...moved, ...(entered ? [entered] : [])].map(({ number, entry }) =>
          callBackChange(deps, number, [{ id: contactId, entry }], due),
        ),
      );
      const isNew = is.outcome !== null && (was?.outcome !== is.outcome || was.number !== is.number);
      return {
        contactId,
        call: { before: call, next: { known, version: (call?.version ?? 0) + 1 } },
        header: { before: header, next: headerOfCall(contactId, is, header) },
        counted: deltaOf(countsOf(was, clock), countsOf(is, clock)),
        callBacks: callBacks.flat(),
        announce: isNew
          ? [{ type: 'contact-recorded', detail: { contactId, channel: 'phone', system: true } }]
          : [],
      };
    });
  };
