import { DescribeExecutionCommand, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { type BeginDeps, begin } from '../../functions/instruction/begin.adapter.ts';

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
const reference = 'VC-2026-000001-P';
/** What a request keeps of its executions, over an engine that knows these. */
const world = (executions: Record<string, string>, isOver = false) => {
  const runs: { name?: string } = {};
  const deps: BeginDeps = {
    states: engine(executions),
    stateMachineArn: machine,
    run: async () => runs.name ?? reference,
    follow: async (_reference, before, name) => {
      if ((runs.name ?? reference) !== before) return false;
      runs.name = name;
      return true;
    },
    isOver: async () => isOver,
  };
  return { runs, begin: begin(deps) };
};
const told = (isOpening: boolean, id = 'e-1') => ({ id, reference, isOpening });

describe('a request is instructed to its end', () => {
  it('by one execution, however often its opening is told', async () => {
    const executions = {};
    const one = world(executions);
    for (const _ of [1, 2]) await one.begin(told(true));
    await one.begin(told(false));
    expect(executions).toEqual({ [reference]: 'RUNNING' });
  });

  it.each(['FAILED', 'TIMED_OUT', 'ABORTED', 'SUCCEEDED'])(
    'by another once the first is %s, so that a late answer leaves and a reopened request goes on',
    async (status) => {
      const executions: Record<string, string> = { [reference]: status };
      const one = world(executions);
      for (const _ of [1, 2]) await one.begin(told(false));
      expect(executions).toEqual({ [reference]: status, [`${reference}-e-1`]: 'RUNNING' });
      await one.begin(told(false, 'e-2'));
      expect(Object.keys(executions)).toHaveLength(2);
    },
  );

  it('by the one that was named to follow, even when whoever named it was cut short', async () => {
    const executions: Record<string, string> = { [reference]: 'RUNNING' };
    const one = world(executions);
    one.runs.name = `${reference}-202709`;
    await one.begin(told(false));
    expect(executions[`${reference}-202709`]).toBe('RUNNING');
  });

  it('by none when it is over', async () => {
    const executions = { [reference]: 'SUCCEEDED' };
    await world(executions, true).begin(told(false));
    expect(executions).toEqual({ [reference]: 'SUCCEEDED' });
  });
});
