import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgentCaller } from '../../functions/agents/caller.ts';
import { callTicket, endTicket, handTicket, listTickets } from '../../functions/reception/serve-tickets.ts';
import { hourLine, letterOf, ticketId, turnOf } from '../../functions/reception/ticket.ts';
import { ticketTable } from '../../functions/reception/ticket-table.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

const departments = [{ code: 'etat-civil' }, { code: 'voirie' }];

describe('a ticket of the hall', () => {
  it('bears the letter of its service, or none for what is no service', () => {
    expect(letterOf(departments, 'voirie')).toBe('B');
    expect(letterOf(departments, 'cirque')).toBeNull();
  });
  it.each([
    [1, 'A001'],
    [999, 'A999'],
    [1000, 'A1000'],
  ])('number %i is read %s', (number, read) => expect(ticketId('A', number)).toBe(read));
  it('lets those who cannot stand pass, then whoever has waited longest', () => {
    const waiting = [
      { id: 'A002', isPriority: false, handedAt: '2026-11-23T08:05:00.000Z' },
      { id: 'B001', isPriority: true, handedAt: '2026-11-23T08:09:00.000Z' },
      { id: 'A001', isPriority: false, handedAt: '2026-11-23T08:01:00.000Z' },
    ];
    expect(waiting.toSorted((a, b) => (turnOf(a) < turnOf(b) ? -1 : 1)).map(({ id }) => id)).toEqual([
      'B001',
      'A001',
      'A002',
    ]);
  });
  it('gives no mean wait to an hour in which nobody was called', () => {
    expect(hourLine({ hour: '09', handed: 3 }).meanWait).toBeNull();
    expect(hourLine({ hour: '09', called: 2, waited: 301 }).meanWait).toBe(151);
  });
});

describe('the queue of a day', () => {
  let database: TestDatabase;
  let clock = Date.parse('2026-11-23T08:00:00.000Z');
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database?.stop());
  const queue = async () => {
    const deps = {
      tickets: ticketTable(database.db, await database.table()),
      authority: async () => ({ timeZone: 'Europe/Paris', departments }) as never,
      now: () => new Date(clock).toISOString(),
      dayIn: (_zone: string, instant: string) => instant.slice(0, 10),
      timeIn: (_zone: string, instant: string) => instant.slice(11, 16),
    };
    const nothing = { params: undefined, query: undefined, headers: undefined } as const;
    const as = (login: string) => ({ kind: 'agent', agent: { login } }) as AgentCaller;
    return {
      hand: (key: string, topic = 'etat-civil', isPriority = false) =>
        handTicket(deps)({ ...nothing, body: { topic, isPriority }, headers: { 'idempotency-key': key } }),
      next: (login: string, topics: string[] = []) =>
        callTicket(deps)({ ...nothing, body: { desk: '2', topics } }, as(login)),
      end: (id: string, outcome: 'served' | 'absent') =>
        endTicket(deps)({ ...nothing, params: { id }, body: { outcome } }),
      list: (login: string) => listTickets(deps)(undefined, as(login)),
    };
  };

  it('gives one number to one press of the button, however often it is sent', async () => {
    const { hand } = await queue();
    const [first, again] = [await hand('key-1'), await hand('key-1')];
    expect(again.ticket).toEqual(first.ticket);
    expect((await hand('key-2')).ticket.id).toBe('A002');
    expect((await hand('key-3', 'voirie')).ticket.id).toBe('B001');
    await expect(hand('key-4', 'cirque')).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('never calls one person to two desks, when ten of them call at once', async () => {
    const { hand, next, list } = await queue();
    for (let at = 0; at < 12; at += 1) {
      clock += 1_000;
      await hand(`person-${at}`);
    }
    clock += 60_000;
    const called = await Promise.all(Array.from({ length: 10 }, (_, at) => next(`agent-${at}`)));
    const ids = called.map(({ ticket }) => ticket?.id);
    expect(new Set(ids)).toEqual(
      new Set(Array.from({ length: 10 }, (_, at) => `A${String(at + 1).padStart(3, '0')}`)),
    );
    const { waiting, hours, mine } = await list('agent-0');
    expect(waiting.map(({ id }) => id)).toEqual(['A011', 'A012']);
    expect(mine?.id).toBe(ids[0]);
    expect(hours).toMatchObject([{ handed: 12, called: 10 }]);
  });

  it('gives an agent who presses twice the same person, until they are served or did not come', async () => {
    const { hand, next, end, list } = await queue();
    for (const key of ['one', 'two', 'three']) await hand(key);
    const both = await Promise.all([next('nadia'), next('nadia')]);
    expect(both.map(({ ticket }) => ticket?.id)).toEqual(['A001', 'A001']);
    await end('a001', 'served');
    await end('A001', 'served');
    await expect(end('A001', 'absent')).rejects.toMatchObject({ code: 'not-allowed-in-state' });
    await expect(end('A003', 'served')).rejects.toMatchObject({ code: 'not-allowed-in-state' });
    await expect(end('Z009', 'served')).rejects.toMatchObject({ code: 'not-found' });
    expect((await next('nadia')).ticket?.id).toBe('A002');
    await end('A002', 'absent');
    expect((await list('nadia')).hours).toMatchObject([{ handed: 3, called: 2, served: 1, absent: 1 }]);
  });

  it('calls only those a desk can help, and says when nobody waits', async () => {
    const { hand, next } = await queue();
    for (const key of ['a', 'b', 'c']) await hand(key);
    await hand('d', 'voirie');
    expect((await next('rachid', ['voirie'])).ticket?.id).toBe('B001');
    expect((await next('lea', ['voirie'])).ticket).toBeNull();
  });
});
