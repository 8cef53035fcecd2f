import type { SFNClient } from '@aws-sdk/client-sfn';
import { DescribeExecutionCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';

export type Told = { id: string; reference: string; isOpening: boolean };
const ended = ['FAILED', 'TIMED_OUT', 'ABORTED'];
const unless = (name: string) => (error: Error) => {
  if (error.name !== name) throw error;
};

/**
 * A request is instructed by one execution, named after it: an event that comes twice starts nothing twice. An execution
 * that gave up (a year of waiting, a step beyond repair) is followed by another as soon as something happens: what an agent
 * answers late still leaves. Each step knows what was done already.
 */
export const begin =
  (states: Pick<SFNClient, 'send'>, stateMachineArn: string) =>
  async ({ id, reference, isOpening }: Told): Promise<void> => {
    const start = (name: string) =>
      states
        .send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify({ reference }) }))
        .then(() => {})
        .catch(unless('ExecutionAlreadyExists'));
    if (isOpening) return start(reference);
    const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${reference}`;
    const first = await states
      .send(new DescribeExecutionCommand({ executionArn }))
      .catch(unless('ExecutionDoesNotExist'));
    // AWS forgets an execution three months after its end.
    if (!first || ended.includes(first.status ?? '')) await start(`${reference}-${id}`);
  };
