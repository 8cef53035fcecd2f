import type { SFNClient } from '@aws-sdk/client-sfn';
import { DescribeExecutionCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';

export type BeginDeps = {
  states: Pick<SFNClient, 'send'>;
  stateMachineArn: string;
  /** Name of the execution in charge, and another to follow it. */
  run(reference: string): Promise<string>;
  follow(reference: string, before: string, name: string): Promise<boolean>;
  /** Whether anything may still happen to the request. */
  isOver(reference: string): Promise<boolean>;
};
export type Told = { id: string; reference: string; isOpening: boolean };
const unless = (name: string) => (error: Error) => {
  if (error.name !== name) throw error;
};

/**
 * A request is instructed by one execution at a time, the first named after it: an event that comes twice starts nothing
 * twice. An execution that ended (gave up, lived its year) is followed by another as soon as something happens: what an
 * agent answers late still leaves. Each step knows what was done already.
 */
export const begin =
  ({ states, stateMachineArn, run, follow, isOver }: BeginDeps) =>
  async ({ id, reference, isOpening }: Told): Promise<void> => {
    const start = (name: string) =>
      states
        .send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify({ reference }) }))
        .then(() => {})
        .catch(unless('ExecutionAlreadyExists'));
    if (isOpening) return start(reference);
    const name = await run(reference);
    const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    const found = await states
      .send(new DescribeExecutionCommand({ executionArn }))
      .catch(unless('ExecutionDoesNotExist'));
    if (found?.status === 'RUNNING' || (await isOver(reference))) return;
    // Named but never begun: whoever named it was cut short, or AWS forgot it, three months after its end.
    if (!found) return start(name);
    const next = `${reference}-${id}`;
    if (await follow(reference, name, next)) await start(next);
  };
