import type { Execution } from './store.ts';

/** An execution as `.sync:2` gives it to the parent: the members of DescribeExecution with capitals. */
export function describe(execution: Execution): Record<string, unknown> {
  const { output, error, cause } = execution;
  return {
    ExecutionArn: execution.arn,
    StateMachineArn: execution.machine,
    Name: execution.name,
    Status: execution.status,
    StartDate: Date.parse(execution.started),
    ...(execution.stopped ? { StopDate: Date.parse(execution.stopped) } : {}),
    Input: execution.input,
    InputDetails: { Included: true },
    ...(output === undefined ? {} : { Output: output, OutputDetails: { Included: true } }),
    ...(error === undefined ? {} : { Error: error }),
    ...(cause === undefined ? {} : { Cause: cause }),
  };
}

/** Seconds since 1970, as the JSON protocols carry instants. */
export const epoch = (instant: string | Date | undefined) =>
  instant === undefined ? undefined : new Date(instant).getTime() / 1000;

/** DescribeExecution. */
export function described(execution: Execution): Record<string, unknown> {
  return {
    ...listed(execution),
    input: execution.input,
    inputDetails: { included: true },
    output: execution.output,
    outputDetails: execution.output === undefined ? undefined : { included: true },
    error: execution.error,
    cause: execution.cause,
    ...redriving(execution),
  };
}

/** One line of ListExecutions. */
export function listed(execution: Execution): Record<string, unknown> {
  return {
    executionArn: execution.arn,
    stateMachineArn: execution.machine,
    name: execution.name,
    status: execution.status,
    startDate: epoch(execution.started),
    stopDate: epoch(execution.stopped),
    redriveCount: execution.redrives,
    redriveDate: epoch(execution.redriven),
  };
}

function redriving(execution: Execution) {
  if (execution.status === 'RUNNING')
    return {
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: 'Execution is RUNNING and cannot be redriven',
    };
  if (execution.status === 'SUCCEEDED')
    return {
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
    };
  return { redriveStatus: 'REDRIVABLE' };
}
