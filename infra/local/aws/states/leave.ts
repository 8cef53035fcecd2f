import type { Visit } from './engine.ts';
import type { ErrorOutput } from './failure.ts';
import { recordOf, type StepRecord } from './journal.ts';
import { evaluate, type Query } from './query.ts';

export type Exit = NonNullable<StepRecord['exited']>;
type Outcome = { result?: unknown; errorOutput?: ErrorOutput };

/** What the expressions of a state may read: `$states`, the variables in scope and the virtual time. */
export function queryOf(visit: Visit, outcome: Outcome = {}): Query {
  const { frame, input } = visit;
  return {
    states: { input, ...outcome, context: contextOf(visit) },
    variables: frame.variables,
    now: frame.engine.ctx.clock.now(),
  };
}

/** Leaves a state by one of its doors (the state itself, a choice rule, a catcher): what it assigns and gives on. */
export async function leave(
  visit: Visit,
  door: { Next?: string; Assign?: Record<string, unknown>; Output?: unknown },
  outcome: Outcome,
  fallback: unknown,
): Promise<Exit> {
  const query = queryOf(visit, outcome);
  const output = door.Output === undefined ? fallback : await evaluate(door.Output, query, 'Output');
  const assigned = (await evaluate(door.Assign ?? {}, query, 'Assign')) as Record<string, unknown>;
  return { output, assigned, next: door.Next };
}

function contextOf(visit: Visit) {
  const { run, item } = visit.frame;
  const { execution } = run;
  const record = recordOf(run.records, visit.step);
  const machine = visit.frame.engine.store.machine(execution.machine);
  return {
    Execution: {
      Id: execution.arn,
      Input: run.input,
      Name: execution.name,
      RoleArn: machine?.role ?? '',
      StartTime: execution.started,
      RedriveCount: execution.redrives,
      ...(execution.redriven ? { RedriveTime: execution.redriven } : {}),
    },
    StateMachine: { Id: execution.machine, Name: machine?.name },
    State: { Name: visit.name, EnteredTime: record.entered?.toISOString(), RetryCount: record.attempt },
    ...(record.token ? { Task: { Token: record.token } } : {}),
    ...(item ? { Map: { Item: item } } : {}),
  };
}
