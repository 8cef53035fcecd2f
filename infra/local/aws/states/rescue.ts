import { note, sleepUntil, type Visit } from './engine.ts';
import { asFailure, CalledOff, errorOutput, matches, type StateFailure } from './failure.ts';
import { recordOf } from './journal.ts';
import { type Exit, leave } from './leave.ts';
import { nextRetry } from './retry.ts';

/** Runs the work of a Task, Parallel or Map state with its Retry and Catch. */
export async function rescued(visit: Visit, work: (visit: Visit) => Promise<unknown>): Promise<Exit> {
  const record = recordOf(visit.frame.run.records, visit.step);
  for (;;) {
    if (record.retryAt) await sleepUntil(visit, record.retryAt);
    try {
      const result = await work(visit);
      return await leave(visit, visit.state, { result }, result);
    } catch (error) {
      const failure = asFailure(error);
      if (failure instanceof CalledOff) throw failure;
      if (!planRetry(visit, failure)) return caught(visit, failure);
    }
  }
}

function planRetry(visit: Visit, failure: StateFailure): boolean {
  const { clock, meter } = visit.frame.engine.ctx;
  const record = recordOf(visit.frame.run.records, visit.step);
  const next = nextRetry(visit.state.Retry ?? [], record.used, failure.code, Math.random());
  if (!next) return false;
  const at = new Date(clock.now().getTime() + next.seconds * 1000).toISOString();
  // Not an AWS event: it keeps the attempt's number and due instant over a restart.
  note(visit, 'RetryPlanned', { error: failure.code }, { retry: { retrier: next.retrier, at } });
  meter.count('states', 'StateTransition', 1);
  return true;
}

async function caught(visit: Visit, failure: StateFailure): Promise<Exit> {
  const catcher = visit.state.Catch?.find((one) => matches(one.ErrorEquals, failure.code));
  if (!catcher) throw failure;
  const error = errorOutput(failure);
  return leave(visit, catcher, { errorOutput: error }, error);
}
