import { randomBytes } from 'node:crypto';
import { ServiceFault } from '../wire/fault.ts';
import { unlessCalledOff } from './activity.ts';
import { note, type Visit, WAKE } from './engine.ts';
import { asFailure, CalledOff, StateFailure } from './failure.ts';
import { call, childResult } from './integrations.ts';
import { recordOf, type StepRecord } from './journal.ts';
import { queryOf } from './leave.ts';
import { evaluate } from './query.ts';
import { readResource } from './resource.ts';

type Result = NonNullable<StepRecord['result']>;

/**
 * Runs a task to its result. A result already in the journal is taken as it is; a task that was called but not answered
 * when the runtime died is called again, with the same token.
 */
export async function runTask(visit: Visit): Promise<unknown> {
  const record = recordOf(visit.frame.run.records, visit.step);
  const result = record.result ?? (await perform(visit, record));
  if ('output' in result) return result.output;
  throw new StateFailure(result.error, result.cause);
}

async function perform(visit: Visit, record: StepRecord): Promise<Result> {
  const { action, pattern } = readResource(visit.state.Resource ?? '');
  const seconds = await limits(visit);
  if (!record.submitted) {
    const args = await prepare(visit, record, pattern === 'token');
    try {
      const answer = unlessCalledOff(call(visit, action, pattern, args), visit.frame.signal);
      const output = await within(pattern === 'call' ? seconds.timeout : undefined, answer);
      if (pattern === 'call') settle(visit, { output });
      // The answer to a token may come before the call that carried it has ended.
      else if (!record.result && !record.submitted) note(visit, 'TaskSubmitted', resourceOf(visit));
    } catch (error) {
      const failure = asFailure(named(error, action));
      if (failure instanceof CalledOff) throw failure;
      if (!record.result) settle(visit, { error: failure.code, cause: failure.reason });
    }
  }
  return record.result ?? (await answered(visit, record, seconds));
}

const SERVICES: Record<string, string> = { states: 'StepFunctions', events: 'EventBridge' };

/** A service's refusal, as Step Functions names it: `Sqs.QueueDoesNotExistException`. */
function named(error: unknown, action: string): unknown {
  if (!(error instanceof Error) || error instanceof StateFailure || error instanceof CalledOff) return error;
  const service = action.split(':')[0] ?? '';
  const title = SERVICES[service] ?? `${service.charAt(0).toUpperCase()}${service.slice(1)}`;
  const code = error instanceof ServiceFault ? error.code : error.name === 'Error' ? 'Sdk' : error.name;
  return new StateFailure(`${title}.${code.replace(/Exception$/, '')}Exception`, error.message);
}

/** Evaluates the arguments and journals the schedule, with the token when one is handed out. */
async function prepare(visit: Visit, record: StepRecord, withToken: boolean): Promise<unknown> {
  const { engine, run } = visit.frame;
  const scheduled = record.scheduledAt !== undefined;
  if (withToken) record.token ??= randomBytes(64).toString('base64url');
  const { Arguments } = visit.state;
  const args = Arguments === undefined ? visit.input : await evaluate(Arguments, queryOf(visit), 'Arguments');
  if (scheduled) return args;
  const { token } = record;
  const beat = engine.ctx.clock.now().toISOString();
  if (token)
    engine.store.saveToken({ token, execution: run.execution.arn, step: visit.step, attempt: 0, beat });
  const details = { ...resourceOf(visit), region: engine.ctx.region, parameters: JSON.stringify(args) };
  note(visit, 'TaskScheduled', details, { token });
  return args;
}

/** Waits for a token's answer or a child's end; the limits run on the virtual clock, as the wait may last months. */
async function answered(visit: Visit, record: StepRecord, seconds: Limits): Promise<Result> {
  const { engine, signal, thread } = visit.frame;
  const { clock } = engine.ctx;
  const child = record.submitted?.child;
  const name = child ? `states:child:${child}` : `states:token:${record.token}`;
  const begun = record.scheduledAt ?? clock.now();
  try {
    for (;;) {
      const ended = record.result ?? (child ? childResult(engine, child) : undefined);
      if (ended) return record.result ?? settle(visit, ended);
      const lastBeat = new Date(engine.store.token(record.token ?? '')?.beat ?? begun);
      const late = clock.now();
      const timeout = after(begun, seconds.timeout);
      const heartbeat = after(lastBeat, seconds.heartbeat);
      if (timeout && late >= timeout) return settle(visit, { error: 'States.Timeout' });
      if (heartbeat && late >= heartbeat) return settle(visit, { error: 'States.HeartbeatTimeout' });
      const due = [timeout, heartbeat].filter((date) => date !== undefined).sort((a, b) => +a - +b)[0];
      const woken = engine.wakeups.sleep(name, signal);
      if (due) clock.at(name, due, WAKE, { name });
      await thread.pause(woken);
    }
  } finally {
    clock.cancel(name);
  }
}

/** Journals how the attempt ended. */
function settle(visit: Visit, result: Result): Result {
  const kind = 'output' in result ? 'Succeeded' : result.error.endsWith('Timeout') ? 'TimedOut' : 'Failed';
  const said = 'output' in result ? { output: JSON.stringify(result.output) } : result;
  note(visit, `Task${kind}`, { ...resourceOf(visit), ...said }, { result });
  return result;
}

export function resourceOf(visit: Visit) {
  const name = (visit.state.Resource ?? '').split(':::')[1] ?? '';
  const at = name.indexOf(':');
  return { resourceType: name.slice(0, at), resource: name.slice(at + 1) };
}

type Limits = { timeout?: number; heartbeat?: number };

async function limits(visit: Visit): Promise<Limits> {
  const { TimeoutSeconds, HeartbeatSeconds } = visit.state;
  const read = async (value: unknown, field: string) =>
    value === undefined ? undefined : Number(await evaluate(value, queryOf(visit), field));
  return {
    timeout: await read(TimeoutSeconds, 'TimeoutSeconds'),
    heartbeat: await read(HeartbeatSeconds, 'HeartbeatSeconds'),
  };
}

const after = (start: Date, seconds?: number) =>
  seconds === undefined ? undefined : new Date(start.getTime() + seconds * 1000);

/** A call under way is limited on the machine's clock: moving the calendar must not cut a function short. */
function within<T>(seconds: number | undefined, promise: Promise<T>): Promise<T> {
  if (seconds === undefined || seconds > 86_400) return promise;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StateFailure('States.Timeout')), seconds * 1000);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
