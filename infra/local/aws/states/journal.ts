/** What is known of one state of one execution, from its journal: enough to take it up where it was. */
export type StepRecord = {
  entered?: Date;
  /** The attempt in hand, from 0. */
  attempt: number;
  /** Attempts granted by each retrier. */
  readonly used: Map<number, number>;
  /** When the next attempt may begin. */
  retryAt?: Date;
  /** Of the attempt in hand. */
  token?: string;
  scheduledAt?: Date;
  submitted?: { child?: string };
  result?: { output: unknown } | { error: string; cause?: string };
  waitUntil?: Date;
  exited?: { output: unknown; assigned: Record<string, unknown>; next?: string };
};

/** One line of an execution's journal. `type` and `details` are those of GetExecutionHistory, `kept` is ours. */
export type Entry = {
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  /** Place of the state in the run: `/2` is the third state, `/2#0.1/0` the first of its second branch. */
  readonly step?: string;
  readonly details: Record<string, unknown>;
  readonly kept?: Kept;
};

export type Kept = {
  retry?: { retrier: number; at: string };
  token?: string;
  child?: string;
  result?: NonNullable<StepRecord['result']>;
  waitUntil?: string;
  exited?: NonNullable<StepRecord['exited']>;
};

export type Records = Map<string, StepRecord>;

export function recordOf(records: Records, step: string): StepRecord {
  const known = records.get(step);
  if (known) return known;
  const fresh: StepRecord = { attempt: 0, used: new Map() };
  records.set(step, fresh);
  return fresh;
}

/** Folds one entry into the records; the same fold serves the running machine and its recovery. */
export function applyEntry(records: Records, entry: Entry): void {
  if (entry.type === 'ExecutionRedriven') {
    reopen(records);
    return;
  }
  if (!entry.step) return;
  const record = recordOf(records, entry.step);
  const kept = entry.kept ?? {};
  if (entry.type.endsWith('StateEntered')) record.entered ??= entry.at;
  if (kept.waitUntil) record.waitUntil = new Date(kept.waitUntil);
  if (entry.type === 'TaskScheduled') {
    record.scheduledAt = entry.at;
    record.token = kept.token;
  }
  if (entry.type === 'TaskSubmitted') record.submitted = { child: kept.child };
  if (kept.result) record.result = kept.result;
  if (kept.retry) {
    clearAttempt(record);
    record.attempt += 1;
    record.used.set(kept.retry.retrier, (record.used.get(kept.retry.retrier) ?? 0) + 1);
    record.retryAt = new Date(kept.retry.at);
  }
  if (kept.exited) {
    clearAttempt(record);
    record.exited = kept.exited;
  }
}

/** A redrive begins again with the states that did not end; those that did keep their results. */
function reopen(records: Records): void {
  for (const record of records.values()) {
    if (record.exited) continue;
    clearAttempt(record);
    record.used.clear();
  }
}

function clearAttempt(record: StepRecord): void {
  record.token = undefined;
  record.scheduledAt = undefined;
  record.submitted = undefined;
  record.result = undefined;
  record.retryAt = undefined;
}
