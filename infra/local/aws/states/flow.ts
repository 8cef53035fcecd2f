import type { ChoiceRule, State } from './definition.ts';
import { type Frame, note, sleepUntil, type Visit } from './engine.ts';
import { StateFailure } from './failure.ts';
import { runMap, runParallel } from './fork.ts';
import { recordOf } from './journal.ts';
import { type Exit, leave, queryOf } from './leave.ts';
import { evaluate } from './query.ts';
import { rescued } from './rescue.ts';
import { runTask } from './task.ts';

/**
 * Runs the states of a machine, a branch or an iteration to its end and gives its output. States whose journal says that
 * they ended are passed over with what they gave: this is how an execution resumes.
 */
export async function runFlow(frame: Frame, input: unknown): Promise<unknown> {
  let name: string | undefined = frame.flow.StartAt;
  let value = input;
  for (let place = 0; name !== undefined; place++) {
    const step = `${frame.path}/${place}`;
    const state = frame.flow.States[name];
    if (!state) throw new StateFailure('States.Runtime', `No state named ${name}`);
    const ended = recordOf(frame.run.records, step).exited;
    const exit: Exit = ended ?? (await runState({ frame, name, state, step, input: value }));
    frame.variables = { ...frame.variables, ...exit.assigned };
    value = exit.output;
    name = exit.next;
  }
  return value;
}

async function runState(visit: Visit): Promise<Exit> {
  const { state, name, input, frame, step } = visit;
  if (!recordOf(frame.run.records, step).entered) {
    note(visit, `${state.Type}StateEntered`, { name, input: JSON.stringify(input) });
    frame.engine.ctx.meter.count('states', 'StateTransition', 1, referenceIn(frame.run.input));
  }
  const exit = await BY_TYPE[state.Type](visit);
  const output = JSON.stringify(exit.output);
  note(visit, `${state.Type}StateExited`, { name, output }, { exited: exit });
  return exit;
}

const BY_TYPE: Record<State['Type'], (visit: Visit) => Promise<Exit>> = {
  Pass: (visit) => leave(visit, visit.state, {}, visit.input),
  Succeed: (visit) => leave(visit, visit.state, {}, visit.input),
  Choice: choose,
  Wait: wait,
  Fail: fail,
  Task: (visit) => rescued(visit, runTask),
  Parallel: (visit) => rescued(visit, (inner) => runParallel(inner, runFlow)),
  Map: (visit) => rescued(visit, (inner) => runMap(inner, runFlow)),
};

async function choose(visit: Visit): Promise<Exit> {
  const { state, input } = visit;
  const query = queryOf(visit);
  for (const rule of state.Choices ?? []) {
    if ((await evaluate(rule.Condition, query, 'Condition')) === true) return leave(visit, rule, {}, input);
  }
  if (!state.Default) throw new StateFailure('States.NoChoiceMatched', `No choice of ${visit.name} matched`);
  const otherwise: Omit<ChoiceRule, 'Condition'> = {
    Next: state.Default,
    Assign: state.Assign,
    Output: state.Output,
  };
  return leave(visit, otherwise, {}, input);
}

async function wait(visit: Visit): Promise<Exit> {
  const { state, frame, input } = visit;
  let due = recordOf(frame.run.records, visit.step).waitUntil;
  if (!due) {
    due = await dueOf(visit);
    // Not an AWS event: it only keeps the instant, computed once, over a restart.
    note(visit, 'WaitPlanned', {}, { waitUntil: due.toISOString() });
  }
  await sleepUntil(visit, due);
  return leave(visit, state, {}, input);
}

async function dueOf(visit: Visit): Promise<Date> {
  const { state, frame } = visit;
  if (state.Timestamp !== undefined) {
    const due = new Date(String(await evaluate(state.Timestamp, queryOf(visit), 'Timestamp')));
    if (Number.isNaN(due.getTime())) throw new StateFailure('States.Runtime', 'Timestamp is not an instant');
    return due;
  }
  const seconds = Number(await evaluate(state.Seconds, queryOf(visit), 'Seconds'));
  if (!(seconds >= 0)) throw new StateFailure('States.Runtime', 'Seconds is not a positive number');
  return new Date(frame.engine.ctx.clock.now().getTime() + seconds * 1000);
}

async function fail(visit: Visit): Promise<never> {
  const { state } = visit;
  const query = queryOf(visit);
  const code = await evaluate(state.Error ?? 'States.Failed', query, 'Error');
  const cause = state.Cause === undefined ? undefined : await evaluate(state.Cause, query, 'Cause');
  throw new StateFailure(String(code), cause === undefined ? undefined : String(cause));
}

/** The request an execution works for, so that its transitions are counted on it. */
function referenceIn(input: unknown): string | undefined {
  const { reference, requestReference } = (input ?? {}) as Record<string, unknown>;
  const found = requestReference ?? reference;
  return typeof found === 'string' ? found : undefined;
}
