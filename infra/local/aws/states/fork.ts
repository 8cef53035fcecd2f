import type { Flow } from './definition.ts';
import { type Frame, note, type Visit } from './engine.ts';
import { CalledOff, StateFailure } from './failure.ts';
import { recordOf } from './journal.ts';
import { queryOf } from './leave.ts';
import { evaluate } from './query.ts';

type RunFlow = (frame: Frame, input: unknown) => Promise<unknown>;
type Branch = { flow: Flow; input: unknown; item?: { Index: number; Value: unknown } };

/** AWS runs at most about forty iterations of an inline map at once. */
const AT_ONCE = 40;

/** All branches on the same input; the result is the list of their outputs. */
export async function runParallel(visit: Visit, runFlow: RunFlow): Promise<unknown> {
  const { state, input } = visit;
  const shared =
    state.Arguments === undefined ? input : await evaluate(state.Arguments, queryOf(visit), 'Arguments');
  const branches = (state.Branches ?? []).map((flow) => ({ flow, input: shared }));
  return runBranches(visit, branches, branches.length, runFlow);
}

/** One iteration for each item, in order of result. */
export async function runMap(visit: Visit, runFlow: RunFlow): Promise<unknown> {
  const { state, input } = visit;
  const items = state.Items === undefined ? input : await evaluate(state.Items, queryOf(visit), 'Items');
  if (!Array.isArray(items))
    throw new StateFailure('States.QueryEvaluationError', `Items of ${visit.name} is not an array`);
  const wanted = Number(await evaluate(state.MaxConcurrency ?? 0, queryOf(visit), 'MaxConcurrency'));
  const flow = state.ItemProcessor as Flow;
  const branches = await Promise.all(
    items.map(async (Value, Index) => {
      const item = { Index, Value };
      const selecting = { ...visit, frame: { ...visit.frame, item } };
      const selected =
        state.ItemSelector === undefined
          ? Value
          : await evaluate(state.ItemSelector, queryOf(selecting), 'ItemSelector');
      return { flow, input: selected, item };
    }),
  );
  if (!recordOf(visit.frame.run.records, `${visit.step}#${attemptOf(visit)}.0/0`).entered)
    note(visit, 'MapStateStarted', { length: items.length });
  return runBranches(visit, branches, wanted > 0 ? Math.min(wanted, AT_ONCE) : AT_ONCE, runFlow);
}

const attemptOf = (visit: Visit) => recordOf(visit.frame.run.records, visit.step).attempt;

/** Runs branches, `atOnce` at a time; the first failure calls the others off. */
async function runBranches(visit: Visit, branches: Branch[], atOnce: number, runFlow: RunFlow) {
  const { frame, step } = visit;
  const sign = new AbortController();
  const signal = AbortSignal.any([frame.signal, sign.signal]);
  const outputs: unknown[] = new Array(branches.length);
  const queue = branches.entries();
  const attempt = attemptOf(visit);

  const lane = async () => {
    for (const [index, branch] of queue) {
      const thread = frame.engine.begin(frame.run.execution.name);
      const path = `${step}#${attempt}.${index}`;
      const inner: Frame = { ...frame, ...branch, item: branch.item ?? frame.item, thread, path, signal };
      try {
        outputs[index] = await runFlow(inner, branch.input);
      } catch (error) {
        sign.abort();
        throw error;
      } finally {
        thread.end();
      }
      if (signal.aborted) throw new CalledOff();
    }
  };
  const lanes = Array.from({ length: Math.min(atOnce, branches.length) }, lane);
  const ends = await frame.thread.pause(Promise.allSettled(lanes));
  const failures = ends.filter((end) => end.status === 'rejected').map((end) => end.reason as Error);
  // The failure that began it, rather than the branches it called off.
  const first = failures.find((reason) => !(reason instanceof CalledOff)) ?? failures[0];
  if (first) throw first;
  return outputs;
}
