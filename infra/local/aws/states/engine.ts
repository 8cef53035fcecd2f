import type { Context } from '../../context.ts';
import { activities, SOON_MS, type Thread, wakeups } from './activity.ts';
import type { Flow, Machine, State } from './definition.ts';
import { CalledOff } from './failure.ts';
import { applyEntry, type Entry, type Kept, type Records } from './journal.ts';
import { type Execution, type Store, statesStore } from './store.ts';

/** One execution that has not ended, in memory: every one of them is, so that answers and timers find it. */
export type Run = {
  readonly execution: Execution;
  readonly machine: Machine;
  readonly records: Records;
  readonly abort: AbortController;
  readonly input: unknown;
  seq: number;
};

/** Where a run, or one of its branches, stands. */
export type Frame = {
  readonly engine: Engine;
  readonly run: Run;
  readonly thread: Thread;
  readonly path: string;
  readonly flow: Flow;
  readonly signal: AbortSignal;
  readonly item?: { Index: number; Value: unknown };
  variables: Record<string, unknown>;
};

/** One state being run. */
export type Visit = {
  readonly frame: Frame;
  readonly name: string;
  readonly state: State;
  readonly step: string;
  readonly input: unknown;
};

export type Engine = {
  readonly ctx: Context;
  readonly store: Store;
  readonly runs: Map<string, Run>;
  readonly begin: (label: string) => Thread;
  readonly wakeups: ReturnType<typeof wakeups>;
  /** Appends to the journal and to the run's records. */
  record(run: Run, type: string, details: Record<string, unknown>, step?: string, kept?: Kept): void;
  /** Set by `executions`, which the integrations call without importing it. */
  start(machine: string, input: string, name?: string): Execution;
};

export const WAKE = 'states.wake';

export function createEngine(ctx: Context): Engine {
  const store = statesStore(ctx.db);
  const sleepers = wakeups();
  ctx.clock.on(WAKE, (payload) => sleepers.wake((payload as { name: string }).name));
  return {
    ctx,
    store,
    runs: new Map(),
    begin: activities(ctx.busy, ctx.clock),
    wakeups: sleepers,
    record(run, type, details, step, kept) {
      const entry: Entry = { seq: run.seq + 1, type, at: ctx.clock.now(), step, details, kept };
      store.append(run.execution.arn, entry);
      run.seq = entry.seq;
      applyEntry(run.records, entry);
    },
    start() {
      throw new Error('Executions are not ready yet');
    },
  };
}

/** Writes one entry about the state in hand, unless its work was called off meanwhile. */
export function note(visit: Visit, type: string, details: Record<string, unknown>, kept?: Kept): void {
  const { engine, run, signal } = visit.frame;
  if (signal.aborted) throw new CalledOff();
  engine.record(run, type, details, visit.step, kept);
}

/** Sleeps until an instant of the virtual clock. */
export async function sleepUntil(visit: Visit, due: Date): Promise<void> {
  const { engine, run, signal, thread } = visit.frame;
  const { clock } = engine.ctx;
  const name = `states:${run.execution.arn}:${visit.step}`;
  let soon: NodeJS.Timeout | undefined;
  try {
    for (let left = +due - +clock.now(); left > 0; left = +due - +clock.now()) {
      const woken = engine.wakeups.sleep(name, signal);
      clock.at(name, due, WAKE, { name });
      // A short wait is work, and the clock holds its timers back while there is work: it wakes by itself.
      if (left < SOON_MS) soon = setTimeout(() => engine.wakeups.wake(name), left);
      await thread.pause(woken, due);
      clearTimeout(soon);
    }
  } finally {
    clearTimeout(soon);
    clock.cancel(name);
  }
}
