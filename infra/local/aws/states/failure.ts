/** An error of the States Language: what Retry and Catch match, and what an execution ends with. */
export class StateFailure extends Error {
  readonly code: string;
  readonly reason: string | undefined;

  constructor(code: string, reason?: string) {
    super(`${code}: ${reason ?? ''}`);
    this.code = code;
    this.reason = reason;
  }
}

/** The work was called off (execution stopped, sibling branch failed, runtime stopping): nothing more is written. */
export class CalledOff extends Error {}

export type ErrorOutput = { Error: string; Cause?: string };

export function errorOutput(failure: StateFailure): ErrorOutput {
  return failure.reason === undefined
    ? { Error: failure.code }
    : { Error: failure.code, Cause: failure.reason };
}

/** Whatever was thrown, as a failure of the States Language; a call that was called off stays so. */
export function asFailure(error: unknown): StateFailure | CalledOff {
  if (error instanceof StateFailure || error instanceof CalledOff) return error;
  return new StateFailure('States.Runtime', error instanceof Error ? error.message : String(error));
}

const UNCATCHABLE = new Set(['States.DataLimitExceeded', 'States.Runtime']);

/** `ErrorEquals` of a retrier or catcher: exact names, `States.TaskFailed` for all but a timeout, `States.ALL`. */
export function matches(errorEquals: readonly string[], code: string): boolean {
  return errorEquals.some((name) => {
    if (name === code) return true;
    if (name === 'States.Timeout' && code === 'States.HeartbeatTimeout') return true;
    if (name === 'States.ALL') return !UNCATCHABLE.has(code);
    return name === 'States.TaskFailed' && code !== 'States.Timeout' && !UNCATCHABLE.has(code);
  });
}
