import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rangesOf } from '../../functions/documents/reading/ranges.ts';
import { createStates } from '../../infra/local/aws/states/index.ts';
import type { Service } from '../../infra/local/context.ts';
import { aContext } from '../support/states-context.ts';

const definition = readFileSync(join(import.meta.dirname, '../../statemachines/read-scan.asl.json'), 'utf8');
type Payload = Record<string, never> & {
  taskToken: string;
  pages: number[];
  from: number;
  to: number;
  retry: number;
  isAlone: boolean;
  isResumed: boolean;
};
type Answer = (payload: Payload) => unknown;
const fault = (name: string) => Object.assign(new Error(name), { name });
const all = ({ from, to }: { from: number; to: number }) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The machine over a file of so many pages, with functions that do what a test wants of them. */
async function scanOf(pages: number, own: Partial<Record<string, Answer>> = {}, reader = 'textract') {
  const calls: { name: string; payload: Payload }[] = [];
  let call: (operation: string, input: object) => Promise<Record<string, unknown>>;
  /** Answers a token once the function that was given it has returned. */
  const tell = (taskToken: string, output: object) =>
    void setTimeout(() => call('SendTaskSuccess', { taskToken, output: JSON.stringify(output) }), 1);
  const usual: Record<string, Answer> = {
    Inspect: () => ({ failure: null, ranges: rangesOf(pages), isLong: pages > 20, pages }),
    TakeTurn: ({ taskToken }) => tell(taskToken, {}),
    Prepare: (range) => ({ toRead: all(range) }),
    Read: ({ taskToken }) => tell(taskToken, { left: [], until: null }),
    ReadOurselves: () => ({ until: null }),
    Split: () => ({ documents: [1], doubts: 0, pages: 0 }),
    FileDocument: () => null,
    AskClerk: () => null,
    CloseFile: () => ({ again: false }),
  };
  const functions = Object.fromEntries(
    Object.keys(usual).map((name) => [
      name,
      (payload: unknown) => {
        calls.push({ name, payload: payload as Payload });
        return (own[name] ?? usual[name])?.(payload as Payload);
      },
    ]),
  );
  const context = aContext({ functions });
  const part = createStates(context.ctx);
  const names = Object.keys(usual).map((name) => [`${name}Arn`, name]);
  const { ref } = await (part as Required<Service>).resource({
    ...{ logicalId: 'ReadScan', stack: 'App', type: 'AWS::StepFunctions::StateMachine' },
    properties: {
      StateMachineName: 'read-scan',
      DefinitionString: definition,
      DefinitionSubstitutions: { ...Object.fromEntries(names), Reader: reader },
    },
  });
  call = async (operation, input) => {
    const answer = await part.handle?.({
      ...{ method: 'POST', path: '/', rawUrl: '/', query: new URLSearchParams() },
      headers: { 'x-amz-target': `AWSStepFunctions.${operation}` },
      body: Buffer.from(JSON.stringify(input)),
    });
    return JSON.parse(String(answer?.body));
  };
  const { executionArn } = (await call('StartExecution', {
    stateMachineArn: ref,
    input: JSON.stringify({ batchId: 'b', fileId: 'f' }),
  })) as { executionArn: string };
  /** Lets it run to its end, moving the clock on whenever it waits. */
  async function end(step = 61_000) {
    for (let turn = 0; turn < 4_000; turn++) {
      await new Promise((next) => setTimeout(next, 2));
      const { status } = (await call('DescribeExecution', { executionArn })) as { status: string };
      if (status !== 'RUNNING') return status;
      const isIdle = context.ctx.busy.reasons().length === 0;
      context.ctx.clock.set(new Date(+context.ctx.clock.now() + (isIdle ? step : 5_000)));
    }
    throw new Error('it did not end');
  }
  const events = async () => {
    const found: { type: string }[] = [];
    let nextToken: string | undefined;
    do {
      const reply = await call('GetExecutionHistory', { executionArn, maxResults: 1_000, nextToken });
      found.push(...(reply.events as { type: string }[]));
      nextToken = reply.nextToken as string | undefined;
    } while (nextToken);
    return found;
  };
  const of = (name: string) => calls.filter((one) => one.name === name).map(({ payload }) => payload);
  return { ...{ call, calls, of, end, events, tell, executionArn, context } };
}

describe('the machine that reads a scan', () => {
  it('comes back to a throttled reader, later each time, until it is accepted', async () => {
    let refusals = 10;
    const scan = await scanOf(3, {
      Read: ({ taskToken }) => {
        if (refusals-- > 0) throw fault('ReaderBusy');
        scan.tell(taskToken, { left: [], until: null });
      },
    });
    expect(await scan.end()).toBe('SUCCEEDED');
    expect(scan.of('Read')).toHaveLength(11);
    expect(scan.of('ReadOurselves')).toEqual([]);
  });

  it('gives the pages to our own reader when the other one stays throttled', async () => {
    const scan = await scanOf(3, {
      Read: () => {
        throw fault('ReaderBusy');
      },
    });
    expect(await scan.end()).toBe('SUCCEEDED');
    expect(scan.of('ReadOurselves').map(({ pages }) => pages)).toEqual([[1, 2, 3]]);
  });

  it('tries alone only what a job left, and gives the rest of it to our own reader', async () => {
    const scan = await scanOf(3, {
      Read: ({ taskToken, isAlone, pages }) =>
        scan.tell(taskToken, { left: isAlone ? pages.filter((page) => page === 3) : [2, 3], until: null }),
    });
    expect(await scan.end()).toBe('SUCCEEDED');
    expect(scan.of('Read').map(({ pages, isAlone }) => [pages, isAlone])).toEqual([
      [[1, 2, 3], false],
      [[2], true],
      [[3], true],
    ]);
    expect(scan.of('ReadOurselves').map(({ pages }) => pages)).toEqual([[3]]);
    expect(scan.of('FileDocument')).toHaveLength(1);
  });

  it('never calls Textract where the authority chose our own reader', async () => {
    const scan = await scanOf(5, {}, 'built-in');
    expect(await scan.end()).toBe('SUCCEEDED');
    expect(scan.of('Read')).toEqual([]);
    expect(
      scan
        .of('ReadOurselves')
        .flatMap(({ pages }) => pages)
        .sort(),
    ).toEqual([1, 2, 3, 4, 5]);
  });

  it.each(['textract', 'built-in'])(
    'waits for the next day when the limit is reached (%s)',
    async (reader) => {
      let until: string | null = '2026-11-24T00:00:00+01:00';
      const answer = () => {
        const said = until;
        until = null;
        return said;
      };
      const scan = await scanOf(
        3,
        {
          Read: ({ taskToken }) => scan.tell(taskToken, { left: [], until: answer() }),
          ReadOurselves: () => ({ until: answer() }),
        },
        reader,
      );
      expect(await scan.end(600_000)).toBe('SUCCEEDED');
      expect(+scan.context.ctx.clock.now()).toBeGreaterThanOrEqual(Date.parse('2026-11-23T23:00:00Z'));
      const asked = scan.of(reader === 'textract' ? 'Read' : 'ReadOurselves');
      expect(asked.map(({ isResumed }) => isResumed)).toEqual([false, true]);
    },
  );

  it('files the rest when a range cannot be made ready, a reader crashes and a document cannot be filed', async () => {
    const scan = await scanOf(6, {
      Prepare: (range) => {
        if (range.from === 1) throw fault('Runtime.ExitError');
        return { toRead: all(range) };
      },
      Read: ({ taskToken, pages }) => scan.tell(taskToken, { left: pages, until: null }),
      ReadOurselves: () => {
        throw fault('Sandbox.Timedout');
      },
      Split: () => ({ documents: [4, 5], doubts: 0, pages: 0 }),
      FileDocument: ({ document }) => {
        if (document === 4) throw fault('Refused');
      },
    });
    expect(await scan.end()).toBe('SUCCEEDED');
    expect(scan.of('FileDocument').some(({ document }) => document === 5)).toBe(true);
    expect(scan.of('CloseFile')).toEqual([{ batchId: 'b', fileId: 'f', failure: null }]);
  });

  it('waits for a clerk about a doubt, then looks at the file again', async () => {
    let doubts = 2;
    const scan = await scanOf(3, {
      Split: () => ({ documents: [1], doubts: doubts, pages: doubts }),
      AskClerk: ({ taskToken }) => {
        doubts = 0;
        scan.tell(taskToken, {});
      },
    });
    expect(await scan.end()).toBe('SUCCEEDED');
    expect(scan.of('Inspect')).toHaveLength(2);
    expect(scan.of('AskClerk')).toMatchObject([{ doubts: 2, pages: 2 }]);
    expect(scan.of('CloseFile')).toHaveLength(1);
  });

  it('goes through a file again whose pages do not add up', async () => {
    let again = 2;
    const scan = await scanOf(3, { CloseFile: () => ({ again: again-- > 0 }) });
    expect(await scan.end()).toBe('SUCCEEDED');
    expect(scan.of('Inspect')).toHaveLength(3);
  });

  it('stays far below the longest history for a thousand pages, each a letter of its own, and names nobody', {
    timeout: 60_000,
  }, async () => {
    const documents = Array.from({ length: 1_000 }, (_, index) => index + 1);
    const scan = await scanOf(1_000, { Split: () => ({ documents, doubts: 0, pages: 0 }) });
    expect(await scan.end()).toBe('SUCCEEDED');
    expect(scan.of('Read')).toHaveLength(34);
    const events = await scan.events();
    expect(events.length).toBeLessThan(10_000);
    const said = JSON.stringify(events);
    expect(/"(text|sender|subject|email)/i.test(said)).toBe(false);
    expect(said.length / events.length).toBeLessThan(1_000);
  });
});
