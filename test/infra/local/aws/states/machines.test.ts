import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStates } from '../../../../../infra/local/aws/states/index.ts';
import type { Service } from '../../../../../infra/local/context.ts';
import { aContext, eventually } from '../../../../support/states-context.ts';

const INVOKE = 'arn:aws:states:::lambda:invoke';
type Part = ReturnType<typeof createStates>;

/** Provisions a machine and gives back how to run it to its end. */
async function aMachine(context: ReturnType<typeof aContext>, definition: object, states?: Part) {
  const part = states ?? createStates(context.ctx);
  const { ref } = await (part as Required<Service>).resource({
    logicalId: 'Machine',
    stack: 'App',
    type: 'AWS::StepFunctions::StateMachine',
    properties: {
      StateMachineName: 'machine',
      DefinitionString: JSON.stringify({ QueryLanguage: 'JSONata', ...definition }),
    },
  });
  const call = async (operation: string, input: object) => {
    const answer = await part.handle?.({
      method: 'POST',
      path: '/',
      rawUrl: '/',
      query: new URLSearchParams(),
      headers: { 'x-amz-target': `AWSStepFunctions.${operation}` },
      body: Buffer.from(JSON.stringify(input)),
    });
    return JSON.parse(String(answer?.body));
  };
  const start = async (input: unknown, name?: string): Promise<string> =>
    (await call('StartExecution', { stateMachineArn: ref, input: JSON.stringify(input), name })).executionArn;
  const seen = (executionArn: string) => call('DescribeExecution', { executionArn });
  const ended = (arn: string) => eventually(async () => (await seen(arn)).stopDate && seen(arn));
  const run = async (input: unknown) => {
    const end = await ended(await start(input));
    return end.output === undefined ? { error: end.error, cause: end.cause } : JSON.parse(end.output);
  };
  return { part, ref, call, start, seen, ended, run };
}

const flow = (states: Record<string, object>, StartAt = Object.keys(states)[0]) => ({
  StartAt,
  States: states,
});

describe('a state machine', () => {
  let context: ReturnType<typeof aContext>;
  beforeEach(() => {
    context = aContext({
      functions: {
        double: (payload) => (payload as number) * 2,
        refuse: () => {
          throw Object.assign(new Error('no'), { name: 'Refused' });
        },
      },
    });
  });
  afterEach(() => context.ctx.db.close());

  it('carries variables from state to state and gives the last output', async () => {
    const machine = await aMachine(
      context,
      flow({
        'Read it': {
          Type: 'Pass',
          Assign: { pages: '{% $states.input.pages %}' },
          Output: {},
          Next: 'Double it',
        },
        'Double it': {
          Type: 'Task',
          Resource: INVOKE,
          Arguments: { FunctionName: 'double', Payload: '{% $pages %}' },
          Output: { twice: '{% $states.result.Payload %}', once: '{% $pages %}' },
          End: true,
        },
      }),
    );
    expect(await machine.run({ pages: 21 })).toEqual({ twice: 42, once: 21 });
  });

  it('tries a failing task as often as told, then goes the way of the catcher', async () => {
    const machine = await aMachine(
      context,
      flow({
        Ask: {
          Type: 'Task',
          Resource: INVOKE,
          Arguments: { FunctionName: 'refuse', Payload: {} },
          Retry: [{ ErrorEquals: ['Refused'], MaxAttempts: 2, IntervalSeconds: 5 }],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Tell', Output: '{% $states.errorOutput.Error %}' }],
          End: true,
        },
        Tell: { Type: 'Pass', End: true },
      }),
    );
    const arn = await machine.start({});
    for (const calls of [1, 2]) {
      await eventually(() => context.invoked.length === calls && context.ctx.busy.reasons().length > 0);
      await eventually(
        async () =>
          (await machine.call('GetExecutionHistory', { executionArn: arn })).events.at(-1).type ===
          'TaskFailed',
      );
      context.ctx.clock.set(new Date(context.ctx.clock.now().getTime() + 10_000));
    }
    expect(JSON.parse((await machine.ended(arn)).output)).toBe('Refused');
    expect(context.invoked).toHaveLength(3);
    expect(context.ctx.busy.reasons()).toEqual([]);
  });

  it('waits for a date without being busy, and goes on when the clock is moved', async () => {
    const machine = await aMachine(
      context,
      flow({
        Wait: { Type: 'Wait', Timestamp: '{% $states.input.on %}', Next: 'Done' },
        Done: { Type: 'Succeed' },
      }),
    );
    const arn = await machine.start({ on: '2027-01-23T00:00:00Z' });
    await eventually(() => context.ctx.busy.reasons().length === 0);
    expect((await machine.seen(arn)).status).toBe('RUNNING');
    context.ctx.clock.set(new Date('2027-01-24T00:00:00Z'));
    expect((await machine.ended(arn)).status).toBe('SUCCEEDED');
  });

  it('runs branches side by side and each item of a list', async () => {
    const inner = flow({ It: { Type: 'Pass', Output: '{% $states.input.n * $factor %}', End: true } });
    const machine = await aMachine(
      context,
      flow({
        Set: { Type: 'Pass', Assign: { factor: 10 }, Next: 'Both' },
        Both: {
          Type: 'Parallel',
          Branches: [
            flow({ One: { Type: 'Pass', Output: 'one', End: true } }),
            flow({
              Each: {
                Type: 'Map',
                Items: '{% $states.input.list %}',
                ItemSelector: { n: '{% $states.context.Map.Item.Value %}' },
                ItemProcessor: inner,
                MaxConcurrency: 2,
                End: true,
              },
            }),
          ],
          End: true,
        },
      }),
    );
    expect(await machine.run({ list: [1, 2, 3] })).toEqual(['one', [10, 20, 30]]);
  });

  it('calls the other branches off when one fails', async () => {
    const machine = await aMachine(
      context,
      flow({
        Both: {
          Type: 'Parallel',
          Branches: [
            flow({ Long: { Type: 'Wait', Seconds: 86400, End: true } }),
            flow({ Bad: { Type: 'Fail', Error: 'Bad', Cause: '{% "because " & $states.input.why %}' } }),
          ],
          End: true,
        },
      }),
    );
    expect(await machine.run({ why: 'so' })).toEqual({ error: 'Bad', cause: 'because so' });
  });

  it('chooses by condition, and fails clearly when an expression gives nothing', async () => {
    const machine = await aMachine(
      context,
      flow({
        Which: {
          Type: 'Choice',
          Choices: [{ Condition: '{% $states.input.n > 3 %}', Next: 'Many', Assign: { kind: 'many' } }],
          Default: 'Few',
        },
        Many: { Type: 'Succeed', Output: '{% $kind %}' },
        Few: { Type: 'Succeed', Output: '{% $states.input.absent %}' },
      }),
    );
    expect(await machine.run({ n: 4 })).toBe('many');
    expect(await machine.run({ n: 3 })).toMatchObject({ error: 'States.QueryEvaluationError' });
  });

  it('offers the functions that AWS adds to JSONata', async () => {
    const machine = await aMachine(
      context,
      flow({
        All: {
          Type: 'Pass',
          Output: {
            parts: '{% $partition([1,2,3], 2) %}',
            range: '{% $range(0, 6, 3) %}',
            hash: '{% $hash("a", "MD5") %}',
            parsed: '{% $parse("{\\"a\\":1}").a %}',
            id: '{% $length($uuid()) %}',
            day: "{% $now('[Y0001]-[M01]-[D01]') %}",
          },
          End: true,
        },
      }),
    );
    expect(await machine.run({})).toEqual({
      parts: [[1, 2], [3]],
      range: [0, 3, 6],
      hash: '0cc175b9c0f1b6a831c399e269772661',
      parsed: 1,
      id: 36,
      day: '2026-11-23',
    });
  });

  it.each([
    [
      'JSONPath',
      { QueryLanguage: 'JSONPath', ...flow({ A: { Type: 'Pass', End: true } }) },
      /A: JSONPath is not served/,
    ],
    ['a missing state', flow({ A: { Type: 'Pass', Next: 'B' } }), /A: no state named B/],
    [
      'an SDK integration',
      flow({ A: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:getObject', End: true } }),
      /aws-sdk:s3:getObject is not served/,
    ],
    [
      'batches of items',
      flow({
        A: { Type: 'Map', ItemBatcher: {}, ItemProcessor: flow({ B: { Type: 'Succeed' } }), End: true },
      }),
      /A: ItemBatcher is not served/,
    ],
  ])('refuses %s when it is provisioned', async (_what, definition, sentence) => {
    await expect(aMachine(context, definition)).rejects.toThrow(sentence);
  });
});

describe('an execution that was killed', () => {
  it('resumes where it waited, without repeating what was done, and runs the unfinished task again', async () => {
    const ask = {
      Type: 'Task',
      Resource: `${INVOKE}.waitForTaskToken`,
      Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
    };
    const definition = flow({
      Double: {
        Type: 'Task',
        Resource: INVOKE,
        Arguments: { FunctionName: 'double', Payload: 4 },
        Assign: { twice: '{% $states.result.Payload %}' },
        Next: 'Ask',
      },
      Ask: { ...ask, Next: 'Last' },
      Last: {
        Type: 'Task',
        Resource: INVOKE,
        Arguments: { FunctionName: 'last', Payload: '{% $states.input %}' },
        Output: '{% $states.result.Payload & $string($twice) %}',
        End: true,
      },
    });
    const before = aContext({ functions: { double: (n) => (n as number) * 2, ask: () => null } });
    const machine = await aMachine(before, definition);
    const arn = await machine.start({}, 'one');
    await eventually(() => before.invoked.length === 2 && before.ctx.busy.reasons().length === 0);
    const token = (before.invoked[1]?.payload as { token?: string } | undefined)?.token;
    await machine.part.stop?.();
    before.ctx.db.close();

    const hang = new Promise(() => {});
    const between = aContext({ dataDir: before.dataDir, functions: { last: () => hang } });
    const second = await aMachine(between, definition);
    await second.part.start?.();
    await eventually(() => between.ctx.busy.reasons().length === 0);
    expect(between.invoked).toEqual([]);
    await second.call('SendTaskSuccess', { taskToken: token, output: '"yes"' });
    expect(await second.call('SendTaskSuccess', { taskToken: token, output: '"no"' })).toMatchObject({
      __type: 'TaskTimedOut',
    });
    await eventually(() => between.invoked.length === 1 && between.ctx.busy.reasons().length === 1);
    await second.part.stop?.();
    between.ctx.db.close();

    const after = aContext({ dataDir: before.dataDir, functions: { last: (said) => `${said}!` } });
    const third = await aMachine(after, definition);
    await third.part.start?.();
    expect(JSON.parse((await third.ended(arn)).output)).toBe('yes!8');
    expect(after.invoked).toHaveLength(1);
    expect(after.put.map(({ detail }) => (detail as { status: string }).status)).toEqual(['SUCCEEDED']);
  });
});
