import { randomUUID } from 'node:crypto';
import { ServiceFault } from '../wire/fault.ts';
import { inOneUnit } from '../wire/savepoint.ts';
import { announce } from './announce.ts';
import type { Machine } from './definition.ts';
import type { Engine, Run } from './engine.ts';
import { asFailure, CalledOff } from './failure.ts';
import { runFlow } from './flow.ts';
import { applyEntry, type Records } from './journal.ts';
import type { Execution, Status } from './store.ts';

export const TIMEOUT = 'states.timeout';
type End = { status: Status; output?: unknown; error?: string; cause?: string };

/** Starts an execution. The same name with the same input gives the execution already running, as on AWS. */
export function startExecution(engine: Engine, machineArn: string, input: string, name?: string): Execution {
  const { store, ctx } = engine;
  const machine = store.machine(machineArn);
  if (!machine)
    throw new ServiceFault('StateMachineDoesNotExist', `State Machine Does Not Exist: '${machineArn}'`);
  const chosen = name ?? randomUUID();
  if (!/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{C}]{1,80}$/u.test(chosen))
    throw new ServiceFault('InvalidName', `Invalid Name: '${chosen}'`);
  try {
    JSON.parse(input);
  } catch {
    throw new ServiceFault('InvalidExecutionInput', 'Invalid State Machine Execution Input: not JSON');
  }
  const arn = `${machineArn.replace(':stateMachine:', ':execution:')}:${chosen}`;
  const former = store.execution(arn);
  if (former?.status === 'RUNNING' && former.input === input) return former;
  if (former) throw new ServiceFault('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);

  const started = ctx.clock.now().toISOString();
  const execution: Execution = {
    arn,
    machine: machineArn,
    name: chosen,
    status: 'RUNNING',
    definition: machine.definition,
    input,
    started,
    redrives: 0,
  };
  const run = inOneUnit(ctx.db, () => {
    store.addExecution(execution);
    const fresh = load(engine, execution);
    engine.record(fresh, 'ExecutionStarted', { input, roleArn: machine.role });
    announce(ctx, execution);
    return fresh;
  });
  proceed(engine, run);
  return execution;
}

/** Takes up every execution that had not ended when the runtime stopped. */
export function resumeAll(engine: Engine): void {
  for (const execution of engine.store.running()) proceed(engine, load(engine, execution));
}

/** RedriveExecution: runs again from the states that did not end. */
export function redriveExecution(engine: Engine, arn: string): Execution {
  const execution = existing(engine, arn);
  if (execution.status === 'RUNNING' || execution.status === 'SUCCEEDED')
    throw new ServiceFault(
      'ExecutionNotRedrivable',
      `Execution is ${execution.status} and cannot be redriven`,
    );
  const again: Execution = {
    ...execution,
    status: 'RUNNING',
    output: undefined,
    error: undefined,
    cause: undefined,
    stopped: undefined,
    redrives: execution.redrives + 1,
    redriven: engine.ctx.clock.now().toISOString(),
  };
  const run = load(engine, again);
  inOneUnit(engine.ctx.db, () => {
    engine.store.saveEnd(again);
    engine.record(run, 'ExecutionRedriven', { redriveCount: again.redrives });
    announce(engine.ctx, again);
  });
  proceed(engine, run);
  return again;
}

export function stopExecution(engine: Engine, arn: string, error?: string, cause?: string): Execution {
  const execution = existing(engine, arn);
  const run = engine.runs.get(arn);
  if (!run) return execution;
  finish(engine, run, { status: 'ABORTED', error, cause });
  return run.execution;
}

export function timeOut(engine: Engine, arn: string): void {
  const run = engine.runs.get(arn);
  if (run) finish(engine, run, { status: 'TIMED_OUT', error: 'States.Timeout' });
}

export function existing(engine: Engine, arn: string): Execution {
  const execution = engine.store.execution(arn);
  if (!execution) throw new ServiceFault('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return execution;
}

function load(engine: Engine, execution: Execution): Run {
  const records: Records = new Map();
  const entries = engine.store.entries(execution.arn);
  for (const entry of entries) applyEntry(records, entry);
  return {
    execution,
    machine: JSON.parse(engine.store.definition(execution.definition)) as Machine,
    records,
    abort: new AbortController(),
    input: JSON.parse(execution.input),
    seq: entries.length,
  };
}

function proceed(engine: Engine, run: Run): void {
  engine.runs.set(run.execution.arn, run);
  const limit = run.machine.TimeoutSeconds;
  const since = new Date(run.execution.redriven ?? run.execution.started).getTime();
  const { arn } = run.execution;
  if (limit) engine.ctx.clock.at(`${TIMEOUT}:${arn}`, new Date(since + limit * 1000), TIMEOUT, { arn });
  const thread = engine.begin(run.execution.name);
  const frame = {
    engine,
    run,
    thread,
    path: '',
    flow: run.machine,
    signal: run.abort.signal,
    variables: {},
  };
  // Later, so that whoever starts it has written its own unit first.
  setImmediate(async () => {
    try {
      if (run.abort.signal.aborted) return;
      const output = await runFlow(frame, run.input);
      finish(engine, run, { status: 'SUCCEEDED', output });
    } catch (error) {
      const failure = asFailure(error);
      if (failure instanceof CalledOff) return;
      finish(engine, run, { status: 'FAILED', error: failure.code, cause: failure.reason });
    } finally {
      thread.end();
    }
  });
}

const ENTRY: Record<Status, string> = {
  RUNNING: '',
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  ABORTED: 'ExecutionAborted',
};

function finish(engine: Engine, run: Run, { status, output, error, cause }: End): void {
  if (run.abort.signal.aborted) return;
  const { execution } = run;
  const text = status === 'SUCCEEDED' ? JSON.stringify(output) : undefined;
  const ended = { status, output: text, error, cause, stopped: engine.ctx.clock.now().toISOString() };
  Object.assign(execution, ended);
  inOneUnit(engine.ctx.db, () => {
    engine.store.saveEnd(execution);
    engine.record(run, ENTRY[status], text === undefined ? { error, cause } : { output: text });
    announce(engine.ctx, execution);
  });
  engine.ctx.clock.cancel(`${TIMEOUT}:${execution.arn}`);
  engine.runs.delete(execution.arn);
  run.abort.abort();
  engine.wakeups.wake(`states:child:${execution.arn}`);
}
