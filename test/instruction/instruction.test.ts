import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import validate from 'asl-validator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kindDue } from '../../functions/instruction/acknowledge.ts';
import { type Outcome, resume, wait } from '../../functions/instruction/wait.ts';
import { waitTable } from '../../functions/requests/wait-table.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { aContact, doings, type RequestWorld, requestWorld } from '../support/request-world.ts';

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
      expect([title, task.TimeoutSeconds]).toEqual([title, expect.any(Number)]);
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
  let ended: [string, Outcome][];
  beforeAll(async () => {
    database = await testDatabase();
  });
  beforeEach(async () => {
    world = await requestWorld(database);
    world.contacts.set('c-1', aContact('c-1', { proposal: undefined }));
    ({ reference } = await world.open({ contactId: 'c-1' }));
    ended = [];
  });
  afterAll(() => database.stop());

  const deps = () => ({
    ...waitTable(world.db, world.name),
    snapshot: world.requests.snapshot,
    succeed: async (token: string, outcome: Outcome) => {
      ended.push([token, outcome]);
    },
  });
  const qualify = () => {
    world.contacts.set('c-1', aContact('c-1'));
    return world.open({ contactId: 'c-1', by: 'agent:claire' });
  };
  const event = (type: string) => ({ 'detail-type': type, detail: { reference } });
  const done: [string, Outcome][] = [['t-1', { kind: 'department', department: 'etat-civil' }]];

  it('wakes when the department becomes known', async () => {
    await wait(deps())({ reference, kind: 'department', token: 't-1' });
    await resume(deps())(event('request-qualified'));
    expect(ended).toEqual([]);
    await qualify();
    await resume(deps())(event('request-qualified'));
    await resume(deps())(event('request-qualified'));
    expect(ended).toEqual(done);
  });

  it('wakes when it was known before it began to wait', async () => {
    await qualify();
    await resume(deps())(event('request-qualified'));
    await wait(deps())({ reference, kind: 'department', token: 't-1' });
    expect(ended).toEqual(done);
  });

  it('wakes a newer wait and not the one it replaced', async () => {
    await wait(deps())({ reference, kind: 'department', token: 't-0' });
    await wait(deps())({ reference, kind: 'department', token: 't-1' });
    await qualify();
    await resume(deps())(event('request-qualified'));
    expect(ended).toEqual(done);
  });

  it('lets go of a request that its citizen withdraws, whatever it waits for', async () => {
    await wait(deps())({ reference, kind: 'department', token: 't-1' });
    await world.requests.append(reference, { key: 'w' }, () => ({
      commands: [{ command: 'request-withdrawn', by: 'citizen' }],
    }));
    await resume(deps())(event('request-withdrawn'));
    expect(ended).toEqual([['t-1', { kind: 'withdrawn' }]]);
    expect(await doings(world).instruct.assign({ reference })).toEqual({ reference, awaits: 'answer' });
  });

  it('hears nothing of events that end no wait', async () => {
    await wait(deps())({ reference, kind: 'department', token: 't-1' });
    await qualify();
    await resume(deps())(event('message-queued'));
    expect(ended).toEqual([]);
  });
});
