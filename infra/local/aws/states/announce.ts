import type { Context } from '../../context.ts';
import type { Execution } from './store.ts';

/** The event that AWS sends to the default bus whenever an execution changes its status. */
export function announce(ctx: Context, execution: Execution): void {
  const instant = (text?: string) => (text === undefined ? null : Date.parse(text));
  ctx.runtime.events.put({
    source: 'aws.states',
    detailType: 'Step Functions Execution Status Change',
    time: ctx.clock.now(),
    detail: {
      executionArn: execution.arn,
      stateMachineArn: execution.machine,
      name: execution.name,
      status: execution.status,
      startDate: instant(execution.started),
      stopDate: instant(execution.stopped),
      input: execution.input,
      inputDetails: { included: true },
      output: execution.output ?? null,
      outputDetails: execution.output === undefined ? null : { included: true },
      error: execution.error ?? null,
      cause: execution.cause ?? null,
      redriveCount: execution.redrives,
    },
  });
}
