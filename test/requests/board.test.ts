import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../functions/deadlines/day.ts';
import { readCursor } from '../../functions/requests/board.ts';
import type { Command } from '../../functions/requests/request.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { asAgent, doings, type RequestWorld, requestWorld } from '../support/request-world.ts';

let database: TestDatabase;
let world: RequestWorld;
const today = '2026-04-03';
const by = 'agent:paul.girard';
const departments = ['etat-civil', 'elections', 'cabinet', null] as const;

/** Requests of every age and state, for four boards. */
const fill = async (into: RequestWorld, count: number) => {
  for (let index = 0; index < count; index += 1) {
    const reference = await into.requests.nextReference('VC', 2026);
    const department = departments[index % departments.length] ?? null;
    const opened: Command = {
      command: 'request-opened',
      channel: 'mail',
      contactId: `c-${index}`,
      openedBy: 'auto',
      procedure: null,
      procedureRevision: null,
      department,
      confidence: null,
      urgency: 'normal',
      receivedOn: today,
      contentHash: 'x',
    };
    const work: Command[] = department
      ? [
          {
            command: 'request-assigned',
            department,
            agent: index % 5 === 0 ? 'paul.girard' : null,
            by,
            reason: null,
          },
          {
            command: 'citizen-message-queued',
            messageId: 'm',
            contentHash: 'x',
            by,
            awaitsReply: index % 8 < 4,
          },
        ]
      : [];
    await into.requests.append(reference, { key: 'open' }, () => ({
      commands: [opened, ...work.slice(0, index % 3)],
      due: addDays(today, (index % 12) - 4),
      card: { subject: `Sujet ${index}`, sender: 'Jeanne Martin' },
    }));
  }
};
beforeAll(async () => {
  database = await testDatabase();
  world = await requestWorld(database);
  await fill(world, 120);
});
afterAll(() => database.stop());

const agent = asAgent({ departments: ['etat-civil', 'elections'] });
const ask = (query: object = {}, from = world, who = agent) =>
  doings(from).board(
    {
      params: undefined,
      headers: undefined,
      body: undefined,
      query: { view: 'departments', limit: 7, ...query },
    },
    who,
  );
const whole = async (query: object = {}, who = agent) => {
  const items = [];
  let after: string | undefined;
  do {
    const page = await ask({ ...query, after }, world, who);
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  return items;
};
const order = ['late', 'due-soon', 'new', 'waiting', 'in-progress'];

describe('the task board', () => {
  it('shows every request of the departments once, late first, then due soon, new, waiting, in progress', async () => {
    const items = await whole();
    expect(new Set(items.map(({ reference }) => reference)).size).toBe(60);
    expect(items).toHaveLength(60);
    const ranks = items.map(({ group }) => order.indexOf(group));
    expect(ranks).toEqual([...ranks].sort());
    for (const group of order) {
      const dues = items.filter((item) => item.group === group).map(({ due }) => due);
      expect(dues).toEqual([...dues].sort());
    }
  });

  it('counts what is behind the page', async () => {
    const items = await whole();
    const { counts } = await ask();
    expect(counts).toEqual(
      Object.fromEntries(order.map((group) => [group, items.filter((item) => item.group === group).length])),
    );
  });

  it.each([
    ['mine', agent, (item: { agent: string | null }) => item.agent === 'paul.girard'],
    ['unassigned', agent, (item: { agent: string | null }) => item.agent === null],
  ])('limits itself to %s', async (view, who, isShown) => {
    const items = await whole({ view }, who);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(isShown)).toBe(true);
  });

  it('shows requests without department to those who sort, as work to qualify', async () => {
    const sorter = asAgent({ roles: ['qualification'], departments: [] });
    const items = await whole({}, sorter);
    expect(items).toHaveLength(30);
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['qualify']));
  });

  it('keeps the letters of the cabinet to those who are named in it', async () => {
    const direction = asAgent({ roles: ['quality'], departments: [] });
    expect((await whole({}, direction)).map(({ department }) => department)).not.toContain('cabinet');
    await expect(ask({ department: 'cabinet' }, world, direction)).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await whole({ department: 'cabinet' }, asAgent({ departments: ['cabinet'] }))).toHaveLength(30);
  });

  it('puts what needs mending before everything', async () => {
    const [first] = (await whole()).slice(-1);
    const reference = first?.reference ?? '';
    await doings(world).instruct.repair({ reference, reason: 'answer-failed' });
    expect((await ask()).items[0]).toMatchObject({ reference, kind: 'repair', group: 'late' });
    await world.requests.append(reference, { key: 'mended' }, () => ({ commands: [], repair: null }));
    expect((await ask()).items[0]).not.toMatchObject({ reference });
  });

  it('reads no more for a large authority than for a small one', async () => {
    const read = async (from: RequestWorld) => {
      let items = 0;
      const send = from.db.send.bind(from.db);
      from.db.send = (async (command: never) => {
        const reply = (await send(command)) as { Items?: unknown[] };
        if ((command as object) instanceof QueryCommand) items += reply.Items?.length ?? 0;
        return reply;
      }) as never;
      await ask({ after: 'urgent~2026-04-01#VC-2026-000001-P' }, from);
      from.db.send = send as never;
      return items;
    };
    const small = await requestWorld(database);
    await fill(small, 60);
    // A page of seven, one more to know whether another follows, and one bite of three from each of six lists.
    const atMost = 7 + 1 + 6 * 3;
    expect(await read(small)).toBeLessThanOrEqual(atMost);
    expect(await read(world)).toBeLessThanOrEqual(atMost);
  });

  it('takes no cursor that it did not give', async () => {
    for (const forged of ['x', "urgent~'; drop", 'urgent~2026-04-01', ''])
      expect(readCursor(forged)).toBeNull();
    await expect(ask({ after: 'urgent~x' })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
