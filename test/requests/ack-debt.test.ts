import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acknowledgementDebt, lateBefore } from '../../functions/requests/ack-debt.ts';
import { debtTable } from '../../functions/requests/ack-debt-table.adapter.ts';
import { boardItem } from '../../functions/requests/board.ts';
import { readAckDebt } from '../../functions/requests/read-ack-debt.ts';
import type { Command } from '../../functions/requests/request.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { asAgent, authority, type RequestWorld, requestWorld } from '../support/request-world.ts';

let database: TestDatabase;
let world: RequestWorld;
const today = '2026-04-20';

const opened = (index: number, more: Partial<Extract<Command, { command: 'request-opened' }>>): Command => ({
  command: 'request-opened',
  channel: 'mail',
  contactId: `c-${index}`,
  openedBy: 'auto',
  procedure: null,
  procedureRevision: null,
  department: 'etat-civil',
  confidence: null,
  urgency: 'normal',
  receivedOn: '2026-04-16',
  contentHash: 'x',
  ...more,
});
const queued = (kind: 'ar' | 'aee' | 'are'): Command => ({
  command: 'acknowledgement-queued',
  kind,
  messageId: `m-${kind}`,
});
const sent = (messageId: string): Command => ({
  command: 'message-sent',
  messageId,
  channel: 'email',
  providerId: 'p',
});
const failed = (messageId: string): Command => ({
  command: 'message-delivery-failed',
  messageId,
  reason: 'bounced',
});

let count = 0;
const request = async (more: Parameters<typeof opened>[1], ...steps: Command[]): Promise<string> => {
  count += 1;
  const reference = await world.requests.nextReference('VC', 2026);
  await world.requests.append(reference, { key: 'open' }, () => ({
    commands: [opened(count, more)],
    due: '2026-05-16',
    card: { subject: `Sujet ${count}`, sender: 'Jeanne Martin' },
  }));
  for (const [index, command] of steps.entries())
    await world.requests.append(reference, { key: `step-${index}` }, () => ({ commands: [command] }));
  return reference;
};
const agent = asAgent({ departments: ['etat-civil', 'elections'] });
const read = (query: Record<string, unknown> = {}) =>
  readAckDebt({
    debts: debtTable(world.db, world.name),
    authority: async () => authority,
    now: () => `${today}T08:00:00.000Z`,
    dayIn: (_zone, instant) => instant.slice(0, 10),
  })({ query: { limit: 30, ...query } } as Parameters<ReturnType<typeof readAckDebt>>[0], agent);

beforeAll(async () => {
  database = await testDatabase();
  world = await requestWorld(database);
});
afterAll(() => database.stop());

describe('an acknowledgement that is owed', () => {
  it.each([
    ['missing', []],
    ['undelivered', [queued('are')]],
    ['incomplete', [queued('aee'), sent('m-aee')]],
    ['undelivered', [queued('are'), sent('m-are'), failed('m-are')]],
    [null, [queued('aee'), sent('m-aee'), queued('are'), sent('m-are')]],
  ] as const)('is %s', async (expected, steps) => {
    const reference = await request({}, ...steps);
    const snapshot = await world.requests.snapshot(reference);
    expect(acknowledgementDebt(snapshot.request)).toBe(expected);
    expect(boardItem(snapshot, 'new', today).marks.includes('ack-debt')).toBe(expected !== null);
  });

  it('is late for what was received more than ten working days ago', () => {
    // 2 April and ten working days, over Easter Monday: 17 April.
    expect(lateBefore('2026-04-17', 'metropole')).toBe('2026-04-02');
    expect(lateBefore('2026-04-18', 'metropole') > '2026-04-02').toBe(true);
  });
});

describe('the list of what is owed', () => {
  it('shows each agent the debts of their departments, the oldest first, and counts them', async () => {
    world = await requestWorld(database);
    const late = await request({ receivedOn: '2026-04-01' });
    const letter = await request({ channel: 'scan', receivedOn: '2026-04-10' });
    const fresh = await request({ receivedOn: '2026-04-17' });
    await request({ department: 'elections' });
    await request({ department: null });
    await request({}, queued('are'), sent('m-are'));
    const page = await read({ department: 'etat-civil', limit: 2 });
    expect(page.items.map(({ reference, due, isLate, reason }) => [reference, due, isLate, reason])).toEqual([
      [late, '2026-04-16', true, 'missing'],
      [letter, null, false, 'missing'],
    ]);
    expect(page.counts.find(({ department }) => department === 'etat-civil')).toEqual({
      department: 'etat-civil',
      total: 3,
      late: 1,
    });
    const next = await read({ department: 'etat-civil', limit: 2, after: page.next });
    expect(next.items.map(({ reference }) => reference)).toEqual([fresh]);
    expect([next.next, next.counts]).toEqual([null, []]);
  });

  it('forgets a request whose acknowledgement leaves, follows one that changes hands, and takes back one that bounced', async () => {
    world = await requestWorld(database);
    const { sorts } = debtTable(world.db, world.name);
    const reference = await request({});
    const append = (key: string, command: Command) =>
      world.requests.append(reference, { key }, () => ({ commands: [command] }));
    await append('move', {
      command: 'request-assigned',
      department: 'elections',
      agent: null,
      by: 'auto',
      reason: null,
    });
    expect([await sorts('etat-civil', '', 10), await sorts('elections', '', 10)]).toEqual([
      [],
      [`2026-04-16#${reference}`],
    ]);
    await append('queue', queued('are'));
    await append('send', sent('m-are'));
    expect(await sorts('elections', '', 10)).toEqual([]);
    await append('bounce', failed('m-are'));
    expect(await sorts('elections', '', 10)).toEqual([`2026-04-16#${reference}`]);
    await append('withdraw', { command: 'request-withdrawn', by: 'citizen' });
    expect(await sorts('elections', '', 10)).toEqual([]);
  });

  it('refuses a department that is not the agent’s', async () => {
    await expect(read({ department: 'cabinet' })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
