import type { Server } from 'node:http';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  RedriveExecutionCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSqs } from '../../../../infra/local/aws/sqs/index.ts';
import { createStates } from '../../../../infra/local/aws/states/index.ts';
import { aContext, eventually, served } from '../../../support/states-context.ts';

let context: ReturnType<typeof aContext>;
let states: ReturnType<typeof createStates>;
let sqs: ReturnType<typeof createSqs>;
let server: Server;
let client: SFNClient;
let isUp = false;

beforeEach(async () => {
  isUp = false;
  context = aContext({
    functions: {
      flaky: () => {
        if (isUp) return { said: 'yes' };
        throw Object.assign(new Error('down'), { name: 'Unreachable' });
      },
      slow: () => new Promise(() => {}),
    },
  });
  states = createStates(context.ctx);
  sqs = createSqs(context.ctx);
  Object.assign(context.ctx.runtime, sqs.runtime, states.runtime);
  server = await served([states, sqs], context.server);
  client = new SFNClient({
    region: 'eu-west-3',
    endpoint: `${context.ctx.origin}/_aws/states`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
});
afterEach(async () => {
  client.destroy();
  await states.stop?.();
  await sqs.stop?.();
  server.close();
});

async function machine(name: string, States: Record<string, object>, more: object = {}): Promise<string> {
  const definition = { QueryLanguage: 'JSONata', StartAt: Object.keys(States)[0], States, ...more };
  const properties = { StateMachineName: name, DefinitionString: JSON.stringify(definition) };
  const resource = { logicalId: name, stack: 'app', type: 'AWS::StepFunctions::StateMachine', properties };
  return (await states.resource?.(resource))?.ref ?? '';
}
const start = async (stateMachineArn: string, input: unknown = {}, name?: string) =>
  (await client.send(new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input), name })))
    .executionArn ?? '';
const describeIt = (executionArn: string) => client.send(new DescribeExecutionCommand({ executionArn }));
const ended = (arn: string) =>
  eventually(async () => {
    const found = await describeIt(arn);
    return found.status !== 'RUNNING' && found;
  });
const typesOf = async (executionArn: string) =>
  (await client.send(new GetExecutionHistoryCommand({ executionArn }))).events?.map((event) => event.type);
const quiet = () => eventually(() => context.ctx.busy.reasons().length === 0);

const call = (name: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: '{% $states.input %}' },
});

async function askByQueue(more: object = {}) {
  const queue = await sqs.resource?.({
    logicalId: 'Ask',
    stack: 'app',
    type: 'AWS::SQS::Queue',
    properties: {},
  });
  const arn = await machine('ask', {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Arguments: { QueueUrl: queue?.ref, MessageBody: { token: '{% $states.context.Task.Token %}' } },
      End: true,
      ...more,
    },
  });
  const execution = await start(arn);
  const [message] = await eventually(() => {
    const found = sqs.port.receive(queue?.attributes?.Arn ?? '', 1);
    return found.length > 0 && found;
  });
  return { execution, taskToken: JSON.parse(message?.body ?? '{}').token as string };
}

it('runs once for a name, whatever is repeated', async () => {
  const arn = await machine('wait', { Wait: { Type: 'Wait', Seconds: 86_400, End: true } });
  const first = await start(arn, { a: 1 }, 'one');
  expect(await start(arn, { a: 1 }, 'one')).toBe(first);
  await expect(start(arn, { a: 2 }, 'one')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  await expect(start(arn, {}, 'two words')).rejects.toMatchObject({ name: 'InvalidName' });
  await expect(start(`${arn}x`)).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
  const stopped = await client.send(
    new StopExecutionCommand({ executionArn: first, error: 'Withdrawn', cause: 'by the citizen' }),
  );
  expect(stopped.stopDate).toEqual(context.ctx.clock.now());
  expect(await describeIt(first)).toMatchObject({
    status: 'ABORTED',
    error: 'Withdrawn',
    cause: 'by the citizen',
  });
  await expect(start(arn, { a: 1 }, 'one')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
});

it('lists machines and executions page by page', async () => {
  const arn = await machine('short', { Done: { Type: 'Succeed' } });
  for (const name of ['a', 'b', 'c']) await ended(await start(arn, {}, name));
  const { stateMachines } = await client.send(new ListStateMachinesCommand({}));
  expect(stateMachines?.map((one) => [one.stateMachineArn, one.type])).toEqual([[arn, 'STANDARD']]);
  const page = await client.send(new ListExecutionsCommand({ stateMachineArn: arn, maxResults: 2 }));
  const rest = await client.send(
    new ListExecutionsCommand({ stateMachineArn: arn, maxResults: 2, nextToken: page.nextToken }),
  );
  expect([page.executions?.length, rest.executions?.length, rest.nextToken]).toEqual([2, 1, undefined]);
  const failed = await client.send(
    new ListExecutionsCommand({ stateMachineArn: arn, statusFilter: 'FAILED' }),
  );
  expect(failed.executions).toEqual([]);
});

it('waits for a person by a token in a queue, quietly, and takes only one answer', async () => {
  const { execution, taskToken } = await askByQueue();
  await quiet();
  await client.send(new SendTaskSuccessCommand({ taskToken, output: '{"accepted":true}' }));
  expect(JSON.parse((await ended(execution)).output ?? '')).toEqual({ accepted: true });
  const again = client.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));
  await expect(again).rejects.toMatchObject({ name: 'TaskTimedOut' });
  const unknown = client.send(new SendTaskSuccessCommand({ taskToken: 'x', output: '{}' }));
  await expect(unknown).rejects.toMatchObject({ name: 'InvalidToken' });
  expect(await typesOf(execution)).toEqual([
    'ExecutionStarted',
    'TaskStateEntered',
    'TaskScheduled',
    'TaskSubmitted',
    'TaskSucceeded',
    'TaskStateExited',
    'ExecutionSucceeded',
  ]);
});

it('fails a task by its token, with the error the worker gave', async () => {
  const { execution, taskToken } = await askByQueue();
  await client.send(new SendTaskFailureCommand({ taskToken, error: 'Unreadable', cause: 'page 2' }));
  expect(await ended(execution)).toMatchObject({ status: 'FAILED', error: 'Unreadable', cause: 'page 2' });
});

it('counts the heartbeat from the last one, and the timeout from the start, on the calendar', async () => {
  const { execution, taskToken } = await askByQueue({ HeartbeatSeconds: 3600, TimeoutSeconds: 6000 });
  const later = (seconds: number) =>
    context.ctx.clock.set(new Date(context.ctx.clock.now().getTime() + seconds * 1000));
  await quiet();
  later(3000);
  await client.send(new SendTaskHeartbeatCommand({ taskToken }));
  later(2900);
  await quiet();
  expect((await describeIt(execution)).status).toBe('RUNNING');
  later(200);
  expect(await ended(execution)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
});

it('redrives from the state that failed, and keeps what was done', async () => {
  const arn = await machine('redrive', {
    Count: { Type: 'Pass', Assign: { kept: '{% $uuid() %}' }, Next: 'Call' },
    Call: {
      ...call('flaky'),
      Output: { kept: '{% $kept %}', said: '{% $states.result.Payload.said %}' },
      End: true,
    },
  });
  const execution = await start(arn);
  expect(await ended(execution)).toMatchObject({
    status: 'FAILED',
    error: 'Unreachable',
    redriveStatus: 'REDRIVABLE',
  });
  isUp = true;
  await client.send(new RedriveExecutionCommand({ executionArn: execution }));
  const found = await ended(execution);
  expect(found).toMatchObject({ status: 'SUCCEEDED', redriveCount: 1 });
  expect(JSON.parse(found.output ?? '')).toEqual({ kept: expect.any(String), said: 'yes' });
  expect((await typesOf(execution))?.filter((type) => type === 'PassStateEntered')).toHaveLength(1);
  const again = client.send(new RedriveExecutionCommand({ executionArn: execution }));
  await expect(again).rejects.toMatchObject({ name: 'ExecutionNotRedrivable' });
});

it('waits for a child machine and reads its output, or fails as it failed', async () => {
  const child = await machine('child', {
    Which: {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.fail %}', Next: 'Bad' }],
      Default: 'Good',
    },
    Good: { Type: 'Succeed', Output: { answer: '{% $states.input.n + 1 %}' } },
    Bad: { Type: 'Fail', Error: 'Refused', Cause: 'no' },
  });
  const parent = await machine('parent', {
    Run: {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Arguments: { StateMachineArn: child, Input: '{% $states.input %}' },
      Output: '{% $states.result.Output.answer %}',
      Catch: [
        {
          ErrorEquals: ['States.TaskFailed'],
          Output: '{% $parse($states.errorOutput.Cause).Error %}',
          Next: 'Caught',
        },
      ],
      End: true,
    },
    Caught: { Type: 'Pass', End: true },
  });
  expect((await ended(await start(parent, { n: 41, fail: false }))).output).toBe('42');
  expect((await ended(await start(parent, { n: 1, fail: true }))).output).toBe('"Refused"');
});

it('lets a machine catch the refusal of a service by its name', async () => {
  const arn = await machine('refused', {
    Send: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Arguments: { QueueUrl: `${context.ctx.origin}/_aws/sqs/000000000000/none`, MessageBody: 'x' },
      Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Error %}', Next: 'Told' }],
      End: true,
    },
    Told: { Type: 'Pass', End: true },
  });
  expect((await ended(await start(arn))).output).toBe('"Sqs.QueueDoesNotExistException"');
});

it('puts events, and announces each change of status', async () => {
  const arn = await machine('tell', {
    Tell: {
      Type: 'Task',
      Resource: 'arn:aws:states:::events:putEvents',
      Arguments: {
        Entries: [{ Source: 'parvis', DetailType: 'Told.v1', Detail: { id: '{% $states.input.id %}' } }],
      },
      End: true,
    },
  });
  await ended(await start(arn, { id: 'r-1' }));
  expect(context.put.map(({ source, detailType }) => [source, detailType])).toEqual([
    ['aws.states', 'Step Functions Execution Status Change'],
    ['parvis', 'Told.v1'],
    ['aws.states', 'Step Functions Execution Status Change'],
  ]);
  expect(context.put[1]?.detail).toEqual({ id: 'r-1' });
});

it('stops a machine at its own limit', async () => {
  const arn = await machine('limited', { Call: { ...call('slow'), End: true } }, { TimeoutSeconds: 3600 });
  const execution = await start(arn);
  await eventually(() => context.invoked.length);
  context.ctx.clock.set(new Date(context.ctx.clock.now().getTime() + 3_601_000));
  expect(await ended(execution)).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
  expect(context.ctx.busy.reasons()).toEqual([]);
});
