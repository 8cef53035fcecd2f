import { ServiceFault } from '../wire/fault.ts';
import type { Engine, Run } from './engine.ts';
import type { StepRecord } from './journal.ts';
import type { Token } from './store.ts';

/** SendTaskSuccess and SendTaskFailure: durable when they return. Only the first answer to a token counts. */
export function answerToken(engine: Engine, token: string, result: NonNullable<StepRecord['result']>): void {
  const { run, found } = open(engine, token);
  const said = 'output' in result ? { output: JSON.stringify(result.output) } : result;
  const type = 'output' in result ? 'TaskSucceeded' : 'TaskFailed';
  engine.record(run, type, said, found.step, { result });
  engine.wakeups.wake(`states:token:${token}`);
}

/** SendTaskHeartbeat: the limit of HeartbeatSeconds begins again. */
export function beat(engine: Engine, token: string): void {
  open(engine, token);
  engine.store.beat(token, engine.ctx.clock.now());
}

function open(engine: Engine, token: string): { run: Run; found: Token } {
  const found = engine.store.token(token);
  if (!found) throw new ServiceFault('InvalidToken', "Invalid Token: 'Invalid token'");
  const run = engine.runs.get(found.execution);
  const record = run?.records.get(found.step);
  if (!run || record?.token !== token || record.result || record.exited)
    throw new ServiceFault('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
  return { run, found };
}
