import { setTimeout as pause } from 'node:timers/promises';
import type { LambdaResult } from '../context.ts';
import type { Invoke } from '../lambda/invoke.ts';
import type { Line } from './line.ts';
import type { Plan } from './plan.ts';

type Record_ = { eventSource?: string; messageId?: string; dynamodb?: { SequenceNumber?: string } };
type Batch = { Records?: Record_[]; requestContext?: { http?: unknown } };

const ended: LambdaResult = {
  ok: false,
  error: { errorType: 'Runtime.ExitError', errorMessage: 'the function ended its process' },
};
const refused: LambdaResult = {
  ok: false,
  error: { errorType: 'TooManyRequestsException', errorMessage: 'Rate Exceeded.' },
};
const late: LambdaResult = {
  ok: false,
  error: { errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out' },
};

/** How an event comes to a function: `queue` `stream` `call` (HTTP) `event` (asynchronous) `task` (a machine, an operator). */
function wayOf(payload: Batch, isEvent: boolean): string {
  const source = payload?.Records?.[0]?.eventSource;
  if (source === 'aws:sqs') return 'queue';
  if (source === 'aws:dynamodb') return 'stream';
  if (payload?.requestContext?.http) return 'call';
  return isEvent ? 'event' : 'task';
}

const idOf = (one: Record_) => one.messageId ?? one.dynamodb?.SequenceNumber ?? '';

/** Invokes functions as they would be, or has what strikes an event happen. */
export function strikeInvocations({ plan, line }: { plan: Plan; line: Line }, invoke: Invoke): Invoke {
  return async (one, payload, more) => {
    const batch = payload as Batch;
    const struck = plan.strike({
      service: 'function',
      operation: wayOf(batch, more?.requestId !== undefined),
      function: one.name,
      text: () => JSON.stringify(payload),
    });
    const go = () => invoke(one, payload, more);
    switch (struck?.kind) {
      case 'crash-before':
        return ended;
      case 'crash-after':
        await go();
        return ended;
      case 'time-out':
        await go();
        return late;
      case 'throttle':
        return refused;
      case 'duplicate': {
        const [, second] = await Promise.all([go(), go()]);
        return second;
      }
      case 'partial': {
        const records = batch.Records ?? [];
        if (records.length === 0) return go();
        const middle = Math.floor(records.length / 2);
        const failed = records.slice(middle).map((record) => ({ itemIdentifier: idOf(record) }));
        const some = { ...batch, Records: records.slice(0, middle) };
        const result = middle === 0 ? { ok: true as const, payload: {} } : await invoke(one, some, more);
        if (!result.ok) return result;
        const { batchItemFailures = [] } = (result.payload ?? {}) as { batchItemFailures?: object[] };
        return { ok: true, payload: { batchItemFailures: [...batchItemFailures, ...failed] } };
      }
      case 'lose':
        return { ok: true, payload: null };
      case 'delay':
        await pause(struck.ms);
        return go();
      case 'out-of-order':
        await line.hold(struck, struck.ms);
        return go();
      default:
        return go();
    }
  };
}
