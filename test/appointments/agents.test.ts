import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgentCaller } from '../../functions/agents/caller.ts';
import { closeStretch, reopen } from '../../functions/appointments/close.ts';
import { closingTable } from '../../functions/appointments/closing-table.adapter.ts';
import { figureTable } from '../../functions/appointments/figure-table.adapter.ts';
import { mayChange, mayReceive } from '../../functions/appointments/may.ts';
import { move } from '../../functions/appointments/move.ts';
import { readDay, readWeek } from '../../functions/appointments/read-agenda.ts';
import { remind } from '../../functions/appointments/remind.ts';
import { arrive, mark, readOne } from '../../functions/appointments/serve-agent.ts';
import { isEarly, turnOf } from '../../functions/reception/ticket.ts';
import { type AppointmentWorld, anAgenda, appointmentWorld } from '../support/appointment-world.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.stop());

const nine = '2026-11-24T08:00:00.000Z';
const nadia = { kind: 'agent', agent: { login: 'nadia', roles: ['reception'], departments: ['etat-civil'] } };
const as = (agent = nadia) => agent as unknown as AgentCaller;
const stranger = as({ ...nadia, agent: { login: 'sami', roles: ['instructor'], departments: ['voirie'] } });
const none = { params: undefined, query: undefined, headers: undefined, body: undefined } as const;
const desk = async () => {
  const world = await appointmentWorld(database);
  const noted: string[] = [];
  const figures = figureTable(database.db, world.table);
  const deps = {
    ...world.deps,
    closings: closingTable(database.db, world.table),
    noteReading: async (what: string) => void noted.push(what),
    count: figures.count,
    handTicket: async (_topic: string, key: string, at: string | null) => `${key.slice(-4)}@${at}`,
  };
  return { ...world, deps, noted, figures };
};
const booked = async (world: AppointmentWorld, number: number, from = nine) => {
  const one = await world.book(number, from);
  if (one.outcome !== 'booked') throw new Error('not booked');
  return one.appointment;
};
const closed = (more: object = {}) => ({
  ...none,
  body: {
    ...{ place: 'mairie', desks: [], from: '2026-11-24', to: '2026-11-25', start: 0, end: 1440 },
    ...{ why: 'travaux', isTrial: false, ...more },
  },
});

describe('the agenda of the desk', () => {
  it('shows who comes to whoever receives for it, and writes down who looked', async () => {
    const world = await desk();
    await booked(world, 1);
    const day = await readDay(world.deps)({ ...none, query: { place: 'mairie', day: '2026-11-24' } }, as());
    expect(day.desks.flatMap(({ appointments }) => appointments)).toMatchObject([
      { familyName: 'Personne 1' },
    ]);
    expect(world.noted).toEqual(['mairie#2026-11-24']);
    const other = await readDay(world.deps)({ ...none, query: { day: '2026-11-24' } }, stranger);
    expect(other.desks).toEqual([]);
  });
  it('says nothing of an appointment to others, not even that it is there', async () => {
    const world = await desk();
    const { id } = await booked(world, 1);
    await expect(readOne(world.deps)({ params: { id } }, stranger)).rejects.toThrow('not-found');
    expect((await readOne(world.deps)({ params: { id } }, as())).appointment.email).toBe(
      'personne-1@example.org',
    );
  });
  it('counts a week without a name', async () => {
    const world = await desk();
    await booked(world, 1);
    const week = await readWeek(world.deps)({ ...none, query: { place: 'mairie', day: '2026-11-26' } }, as());
    expect(week.days[1]?.desks.reduce((sum, one) => sum + one.booked, 0)).toBe(1);
    expect(JSON.stringify(week)).not.toContain('Personne');
  });
  it('gives who arrives a ticket at their time, once; who is late takes their turn', async () => {
    const world = await desk();
    const { id } = await booked(world, 1);
    world.clock.now = '2026-11-24T07:50:00.000Z';
    const [one, again] = [
      await arrive(world.deps)({ params: { id } }, as()),
      await arrive(world.deps)({ params: { id } }, as()),
    ];
    expect(one.appointment).toMatchObject({ state: 'honoured', ticket: `${id.slice(-4)}@${nine}` });
    expect(again.appointment.ticket).toBe(one.appointment.ticket);
    const late = await booked(world, 2, '2026-11-24T10:00:00.000Z');
    world.clock.now = '2026-11-24T10:16:00.000Z';
    const { appointment } = await arrive(world.deps)({ params: { id: late.id } }, as());
    expect(appointment.ticket).toMatch(/@null$/);
  });
  it('counts who did not come, and takes it back', async () => {
    const world = await desk();
    const { id } = await booked(world, 1);
    const say = (state: 'missed' | 'honoured' | 'booked') =>
      mark(world.deps)({ ...none, params: { id }, body: { state } }, as());
    await expect(say('missed')).rejects.toThrow('not-allowed-in-state');
    world.clock.now = '2026-11-24T09:00:00.000Z';
    await say('missed');
    expect(await world.figures.month('2026-11')).toMatchObject([{ missed: 1, honoured: 0 }]);
    await say('honoured');
    expect(await world.figures.month('2026-11')).toMatchObject([{ missed: 0, honoured: 1 }]);
  });
});

describe('a ticket of somebody who was given a time', () => {
  const walk = { isPriority: false, handedAt: '2026-11-24T07:30:00.000Z', id: 'A001' };
  const given = { ...walk, id: 'A002', handedAt: '2026-11-24T07:50:00.000Z', appointmentAt: nine };
  it('comes first from that time on, and lets the others go before', () => {
    expect(turnOf(given) < turnOf(walk)).toBe(true);
    expect(isEarly(given, '2026-11-24T07:51:00.000Z')).toBe(true);
    expect(isEarly(given, '2026-11-24T07:56:00.000Z')).toBe(false);
    expect(isEarly({ ...walk, appointmentAt: null }, '2026-11-24T07:51:00.000Z')).toBe(false);
  });
});

describe('closing a stretch', () => {
  it('says first who is concerned, then gives up what cannot be kept and lets nobody in', async () => {
    const world = await desk();
    const { id } = await booked(world, 1);
    await booked(world, 2, '2026-11-26T08:00:00.000Z');
    const trial = await closeStretch(world.deps)(closed({ isTrial: true }), as());
    expect(trial).toMatchObject({ closing: null, concerned: [{ familyName: 'Personne 1' }] });
    expect((await world.deps.appointments.read(id))?.state).toBe('booked');
    const done = await closeStretch(world.deps)(closed(), as());
    expect(done.closing).toMatchObject({ state: 'closed', concerned: 1, desks: ['g1', 'g2'] });
    expect(await world.deps.appointments.read(id)).toMatchObject({ state: 'cancelled' });
    expect((await world.book(3, nine)).outcome).toBe('taken');
    const again = await move(world.deps)(id, { place: 'mairie', from: '2026-11-26T08:20:00.000Z' });
    expect(again).toMatchObject({ outcome: 'booked', appointment: { state: 'booked' } });

    await reopen(world.deps)({ ...none, params: { id: done.closing?.id ?? '' } }, as());
    expect((await world.book(4, nine)).outcome).toBe('booked');
  });
  it('closes an hour of one desk alone', async () => {
    const world = await desk();
    await closeStretch(world.deps)(closed({ desks: ['g1'], start: 540, end: 600 }), as());
    expect((await world.book(1, nine)).outcome).toBe('booked');
    expect((await world.book(2, nine)).outcome).toBe('taken');
    expect((await world.book(3, '2026-11-24T09:00:00.000Z')).outcome).toBe('booked');
  });
  it('is not for desks of others', async () => {
    const world = await desk();
    await expect(closeStretch(world.deps)(closed(), stranger)).rejects.toThrow('forbidden');
  });
});

describe('reminders', () => {
  it('go out two days and one day before, once, to those who still come', async () => {
    const world = await desk();
    await booked(world, 1);
    const told = async () =>
      (await database.all(world.table))
        .map(({ outbox }) => outbox as { detail?: { change?: string } } | undefined)
        .filter((outbox) => outbox?.detail?.change?.startsWith('reminder')).length;
    await remind(world.deps)('2026-11-21T08:00:00.000Z');
    expect(await told()).toBe(0);
    for (const at of ['2026-11-22T08:00:00.000Z', '2026-11-22T08:00:00.000Z', '2026-11-23T08:00:00.000Z'])
      await remind(world.deps)(at);
    expect(await told()).toBe(2);
  });
});

describe('who may change what', () => {
  const agenda = anAgenda();
  const head = { roles: ['head' as const], departments: ['etat-civil'] };
  const longer = { ...agenda, reasons: agenda.reasons.map((one) => ({ ...one, minutes: 30 })) };
  it.each([
    [
      'an administrator everything',
      { roles: ['administrator' as const], departments: [] },
      { ...longer, places: [] },
      true,
    ],
    ['a head the reasons of their department', head, longer, true],
    ['a head not the places', head, { ...agenda, places: [] }, false],
    ['a head not the reasons of others', { ...head, departments: ['voirie'] }, longer, false],
    ['a head not the desks of others', { ...head, departments: ['voirie'] }, { ...agenda, desks: [] }, false],
  ])('%s', (_who, agent, after, may) => expect(mayChange(agent, agenda, after)).toBe(may));
  it('receives for their own departments', () => {
    expect(mayReceive(head, agenda, 'carte')).toBe(true);
    expect(mayReceive({ ...head, departments: ['voirie'] }, agenda, 'carte')).toBe(false);
  });
});
