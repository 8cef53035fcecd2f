import { randomUUID } from 'node:crypto';
import type { Context, LambdaResult } from '../context.ts';
import type { RunningMeter } from '../meter.ts';
import { inScope, learn, openScope, type Scope } from '../scope.ts';
import type { LambdaFunction } from './function.ts';
import type { Logs } from './logs.ts';
import type { Pool } from './pool.ts';
import type { Outcome } from './thread.ts';

const LARGEST_ANSWER = 6 * 1024 * 1024;

export type Invoke = (
  one: LambdaFunction,
  payload: unknown,
  /** `front`: the billed call that led here (an API call), charged to the same requests. */
  more?: { requestId?: string; front?: string },
) => Promise<LambdaResult>;

/** Runs a function once, counts it, and charges what it did to the requests its event, writes or answer name. */
export function createInvoke(ctx: Context, pool: Pool, meter: RunningMeter, logs: Logs): Invoke {
  return async (one, payload, { requestId = randomUUID(), front } = {}) => {
    const text = JSON.stringify(payload ?? {});
    const scope = openScope(text);
    const end = ctx.busy.begin(`function ${one.name}`);
    try {
      const outcome = await pool.run(one, { requestId, payload: text }, scope);
      inScope(scope, () => {
        if (front) meter.count(front, 'call');
        count(one, outcome, meter);
      });
      if (!outcome.ok) logs.write(one.name, failureLine(requestId, outcome.error, ctx.clock.now()));
      return checked(outcome, scope);
    } finally {
      meter.settle(scope);
      end();
    }
  };
}

/** What Lambda itself writes when a function throws. */
function failureLine(requestId: string, error: object, now: Date): Buffer {
  const line = { timestamp: now.toISOString(), level: 'ERROR', requestId, message: 'Invoke Error', error };
  return Buffer.from(`${JSON.stringify(line)}\n`);
}

function count(one: LambdaFunction, outcome: Outcome, meter: RunningMeter) {
  const gbSeconds = (Math.ceil(outcome.durationMs) / 1000) * (one.memoryMb / 1024);
  meter.count('lambda', 'invocation');
  meter.count('lambda', one.isX86 ? 'gb-seconds-x86' : 'gb-seconds', gbSeconds);
  // Our own reader says how many pages it was paid for: the meter sets it beside Textract.
  const { pagesRead = 0 } = (outcome.ok && (outcome.payload as { pagesRead?: number } | null)) || {};
  if (!pagesRead) return;
  meter.count('reader', 'pages', pagesRead);
  meter.count('reader', 'gb-seconds', gbSeconds);
}

function checked(outcome: LambdaResult, scope: Scope): LambdaResult {
  if (!outcome.ok) return outcome;
  const answer = JSON.stringify(outcome.payload) ?? '';
  learn(scope, answer);
  if (answer.length <= LARGEST_ANSWER) return { ok: true, payload: outcome.payload };
  const errorMessage = `Response payload size (${answer.length} bytes) exceeded maximum allowed payload size (6291556 bytes).`;
  return { ok: false, error: { errorType: 'Function.ResponseSizeTooLarge', errorMessage } };
}
