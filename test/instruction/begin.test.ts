import { DescribeExecutionCommand, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { begin } from '../../functions/instruction/begin.adapter.ts';

const machine = 'arn:aws:states:eu-west-3:1:stateMachine:instruct';
/** Step Functions as far as it matters here: executions by name, each with its status. */
const engine = (executions: Record<string, string>) => {
  const send = async (command: unknown) => {
    if (command instanceof DescribeExecutionCommand) {
      const { executionArn = '' } = command.input;
      const status = executions[executionArn.slice('arn:aws:states:eu-west-3:1:execution:instruct:'.length)];
      if (status) return { status };
      throw Object.assign(new Error(), { name: 'ExecutionDoesNotExist' });
    }
    if (!(command instanceof StartExecutionCommand)) throw new Error('not expected');
    const { name = '' } = command.input;
    if (executions[name]) throw Object.assign(new Error(), { name: 'ExecutionAlreadyExists' });
    executions[name] = 'RUNNING';
    return {};
  };
  return { send } as unknown as SFNClient;
};
const told = (isOpening: boolean, id = 'e-1') => ({ id, reference: 'VC-2026-000001-P', isOpening });

describe('a request is instructed to its end', () => {
  it('by one execution, however often its opening is told', async () => {
    const executions = {};
    for (const _ of [1, 2]) await begin(engine(executions), machine)(told(true));
    await begin(engine(executions), machine)(told(false));
    expect(executions).toEqual({ 'VC-2026-000001-P': 'RUNNING' });
  });

  it.each(['FAILED', 'TIMED_OUT', 'ABORTED'])(
    'by another once the first is %s, so that a late answer leaves',
    async (status) => {
      const executions: Record<string, string> = { 'VC-2026-000001-P': status };
      for (const _ of [1, 2]) await begin(engine(executions), machine)(told(false));
      expect(executions).toEqual({ 'VC-2026-000001-P': status, 'VC-2026-000001-P-e-1': 'RUNNING' });
    },
  );

  it('by none when it is over', async () => {
    const executions = { 'VC-2026-000001-P': 'SUCCEEDED' };
    await begin(engine(executions), machine)(told(false));
    expect(executions).toEqual({ 'VC-2026-000001-P': 'SUCCEEDED' });
  });
});
