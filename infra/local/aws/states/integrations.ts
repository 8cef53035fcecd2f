import { createHash, randomUUID } from 'node:crypto';
import { inOneUnit } from '../wire/savepoint.ts';
import { describe } from './describe.ts';
import { type Engine, note, type Visit } from './engine.ts';
import { StateFailure } from './failure.ts';
import { recordOf, type StepRecord } from './journal.ts';
import { publish, sendMessage } from './messages.ts';
import type { Pattern } from './resource.ts';

type Args = Record<string, unknown>;

/** Calls the service of a task with its arguments; gives the result of the call, or its start for a child waited for. */
export async function call(visit: Visit, action: string, pattern: Pattern, args: unknown): Promise<unknown> {
  const given = (args ?? {}) as Args;
  const { ctx } = visit.frame.engine;
  switch (action) {
    case 'lambda:direct':
      return invoke(visit, visit.state.Resource ?? '', args);
    case 'lambda:invoke':
      return invokeWithEnvelope(visit, given);
    case 'states:startExecution':
      return startChild(visit, given, pattern);
    case 'sqs:sendMessage':
      return sendMessage(ctx, { ...given, MessageBody: textOf(given.MessageBody) });
    case 'sns:publish':
      return publish(ctx, { ...given, Message: textOf(given.Message) });
    case 'events:putEvents': {
      const entries = (given.Entries ?? []) as Args[];
      for (const entry of entries) {
        const detail = typeof entry.Detail === 'string' ? JSON.parse(entry.Detail) : entry.Detail;
        const bus = entry.EventBusName === undefined ? undefined : String(entry.EventBusName);
        const head = { source: String(entry.Source), detailType: String(entry.DetailType) };
        ctx.runtime.events.put({ ...head, detail, bus });
      }
      return { Entries: entries.map(() => ({ EventId: randomUUID() })), FailedEntryCount: 0 };
    }
    default:
      throw new StateFailure('States.Runtime', `The integration ${action} is not served here`);
  }
}

const textOf = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body));

async function invoke(visit: Visit, functionName: string, payload: unknown): Promise<unknown> {
  const { runtime, region, accountId } = visit.frame.engine.ctx;
  const arn = functionName.startsWith('arn:')
    ? functionName.replace(/:\$LATEST$/, '')
    : `arn:aws:lambda:${region}:${accountId}:function:${functionName}`;
  const result = await runtime.lambda.invoke(arn, payload);
  if (result.ok) return result.payload;
  throw new StateFailure(result.error.errorType, JSON.stringify(result.error));
}

async function invokeWithEnvelope(visit: Visit, args: Args): Promise<unknown> {
  const name = String(args.FunctionName);
  const payload = args.Payload === undefined ? visit.input : args.Payload;
  if (args.InvocationType === 'Event') {
    visit.frame.engine.ctx.runtime.lambda.invokeAsync(name, payload);
    return { StatusCode: 202 };
  }
  return { ExecutedVersion: '$LATEST', Payload: await invoke(visit, name, payload), StatusCode: 200 };
}

/** Starts a child once: its start and the entry that names it are one unit. */
function startChild(visit: Visit, args: Args, pattern: Pattern): unknown {
  const { engine, run } = visit.frame;
  const attempt = recordOf(run.records, visit.step).attempt;
  const seed = `${run.execution.arn}${visit.step}#${attempt}.${run.execution.redrives}`;
  const name =
    args.Name === undefined
      ? createHash('sha256').update(seed).digest('hex').slice(0, 36)
      : String(args.Name);
  return inOneUnit(engine.ctx.db, () => {
    const child = engine.start(String(args.StateMachineArn), textOf(args.Input ?? {}), name);
    if (pattern === 'sync') note(visit, 'TaskSubmitted', {}, { child: child.arn });
    return { ExecutionArn: child.arn, StartDate: child.started };
  });
}

/** The result of a child execution once it has ended, its output as JSON (`.sync:2`). */
export function childResult(engine: Engine, arn: string): StepRecord['result'] {
  const child = engine.store.execution(arn);
  if (!child || child.status === 'RUNNING') return undefined;
  const said = describe(child);
  if (child.status !== 'SUCCEEDED') return { error: 'States.TaskFailed', cause: JSON.stringify(said) };
  return { output: { ...said, Output: JSON.parse(child.output ?? 'null'), Input: JSON.parse(child.input) } };
}
