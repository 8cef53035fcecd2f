import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import validate from 'asl-validator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kindDue } from '../../functions/instruction/acknowledge.ts';
import { wait, wake } from '../../functions/instruction/wait.ts';
import { waitTable } from '../../functions/requests/wait-table.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { aContact, type RequestWorld, requestWorld } from '../support/request-world.ts';

type State = {
  Type: string;
  Comment?: string;
  TimeoutSeconds?: number;
  Retry?: { JitterStrategy?: string }[];
  Catch?: unknown;
};
const machine = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../statemachines/${name}.asl.json`), 'utf8')) as {
    Comment: string;
    States: Record<string, State>;
  };

describe.each(['instruct-request', 'deliver-message'])('the machine %s', (name) => {
  const definition = machine(name);
  it('is a valid machine that says which promise it keeps', () => {
    expect(validate(definition as never)).toMatchObject({ isValid: true });
    expect(definition.Comment).toMatch(/^Promise to the citizen/);
  });

  it('gives every task an end, another try and a way out', () => {
    const tasks = Object.entries(definition.States).filter(([, { Type }]) => Type === 'Task');
    for (const [title, task] of tasks) {
      expect([title, task.TimeoutSeconds]).toEqual([title, expect.anything()]);
      expect([title, task.Retry?.at(-1)?.JitterStrategy]).toEqual([title, 'FULL']);
      const isRepair = /^(Ask|Report)/.test(title);
      expect([title, isRepair || task.Catch !== undefined]).toEqual([title, true]);
    }
  });
});

describe('the acknowledgement that is due', () => {
  const sent = (kind: 'ar' | 'aee' | 'are') => ({ kind, messageId: 'm', sentAt: null });
  it.each([
    ['form', 'voirie', null, 'are'],
    ['mail', 'voirie', null, 'are'],
    ['mail', null, null, 'aee'],
    ['mail', null, sent('aee'), null],
    ['mail', 'voirie', sent('aee'), 'are'],
    ['mail', 'voirie', sent('are'), null],
    ['scan', null, null, null],
    ['scan', 'voirie', null, 'ar'],
    ['scan', 'voirie', sent('ar'), null],
  ] as const)('for a %s of department %s after %o is %s', (channel, department, acknowledgement, kind) => {
    expect(kindDue({ channel, department, acknowledgement, state: 'new' })).toBe(kind);
  });
});

describe('a machine that waits for people', () => {
  let database: TestDatabase;
  let world: RequestWorld;
  let reference: string;
  let awake: string[];
  beforeAll(async () => {
    database = await testDatabase();
  });
  beforeEach(async () => {
    world = await requestWorld(database);
    world.contacts.set('c-1', aContact('c-1', { proposal: undefined }));
    ({ reference } = await world.open({ contactId: 'c-1' }));
    awake = [];
  });
  afterAll(() => database.stop());

  const deps = () => ({
    ...waitTable(world.db, world.name),
    snapshot: world.requests.snapshot,
    succeed: async (token: string) => {
      awake.push(token);
      return true;
    },
  });
  const sleep = (token: string, seq = 1) => wait(deps())({ reference, token, seq });

  it('sleeps while nothing happens, and wakes once when something does', async () => {
    await sleep('t-1');
    expect(awake).toEqual([]);
    expect(await wake(deps())(reference)).toBe(true);
    expect(await wake(deps())(reference)).toBe(false);
    expect(awake).toEqual(['t-1']);
  });

  it('wakes at once when something happened between its look and its sleep', async () => {
    world.contacts.set('c-1', aContact('c-1'));
    await world.open({ contactId: 'c-1', by: 'agent:claire' });
    await sleep('t-1');
    expect(awake).toEqual(['t-1']);
  });

  it('wakes a newer sleep and not the one it replaced', async () => {
    await sleep('t-0');
    await sleep('t-1');
    await wake(deps())(reference);
    expect(awake).toEqual(['t-1']);
  });

  it('says when nobody woke, so that another execution takes over', async () => {
    await sleep('t-1');
    expect(await wake({ ...deps(), succeed: async () => false })(reference)).toBe(false);
  });

  it('hands over to one other execution at a time', async () => {
    const { run, follow } = waitTable(world.db, world.name);
    expect(await run(reference)).toBe(reference);
    expect(await follow(reference, reference, `${reference}-1`)).toBe(true);
    expect(await follow(reference, reference, `${reference}-2`)).toBe(false);
    expect(await run(reference)).toBe(`${reference}-1`);
  });
});
