import { epoch } from './describe.ts';
import type { Entry } from './journal.ts';

/** Entries that only this runtime keeps. */
const OWN = new Set(['WaitPlanned', 'RetryPlanned']);

/** GetExecutionHistory: the journal as AWS words it, without what only this runtime keeps. */
export function historyEvents(entries: readonly Entry[]): Record<string, unknown>[] {
  const shown = entries.filter((entry) => !OWN.has(entry.type));
  return shown.map((entry, at) => ({
    id: at + 1,
    previousEventId: at,
    type: entry.type,
    timestamp: epoch(entry.at),
    [memberOf(entry.type)]: entry.details,
  }));
}

/** `TaskStateEntered` → `stateEnteredEventDetails`, `TaskFailed` → `taskFailedEventDetails`. */
function memberOf(type: string): string {
  const kind = /State(Entered|Exited)$/.exec(type)?.[1];
  if (kind) return `state${kind}EventDetails`;
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}
