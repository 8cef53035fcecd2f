import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancel } from '../../functions/appointments/cancel.ts';
import { holdSlot, release } from '../../functions/appointments/hold-slot.ts';
import { weekOfSlots } from '../../functions/appointments/list-slots.ts';
import { move } from '../../functions/appointments/move.ts';
import { sceneOf } from '../../functions/appointments/scene.ts';
import { join } from '../../functions/appointments/wait.ts';
import { type AppointmentWorld, anAgenda, appointmentWorld, somebody } from '../support/appointment-world.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.stop());

const nine = '2026-11-24T08:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(nine) + minutes * 60_000).toISOString();
const freeOn = async (world: AppointmentWorld, day: string) => {
  const scene = await sceneOf(world.deps)({ reason: 'carte', place: 'mairie' });
  const { days } = await weekOfSlots(world.deps)(scene, day);
  return days.find((one) => one.day === day)?.slots.map(({ from }) => from) ?? [];
};

describe('booking', () => {
  it('gives each desk once, then says what is closest', async () => {
    const world = await appointmentWorld(database);
    expect((await world.book(1, nine)).outcome).toBe('booked');
    expect((await world.book(2, nine)).outcome).toBe('booked');
    const third = await world.book(3, nine);
    expect(third).toMatchObject({ outcome: 'taken' });
    expect(third.outcome === 'taken' && third.nearest[0]?.from).toBe(later(20));
  });

  it('gives the same appointment to whoever asks again with the same key', async () => {
    const world = await appointmentWorld(database);
    const [one, again] = [await world.book(1, nine), await world.book(1, nine)];
    expect(again).toEqual(one);
    expect((await world.book(2, nine)).outcome).toBe('booked');
  });

  it('lets one person hold three at once, by address or by number, and no more', async () => {
    const world = await appointmentWorld(database);
    const same = { contact: { ...somebody(1), phone: '06 39 98 00 01' } };
    for (const at of [0, 20, 40]) await world.book(at, later(at), same);
    expect(await world.book(60, later(60), same)).toEqual({ outcome: 'limit', most: 3 });
    const other = { contact: { ...somebody(2), phone: '+33639980001' } };
    expect((await world.book(80, later(80), other)).outcome).toBe('limit');
    const agent = { ...same, by: 'agent:nadia' };
    expect((await world.book(100, later(100), agent)).outcome).toBe('booked');
    world.clock.now = '2026-11-25T08:00:00.000Z';
    expect((await world.book(61, '2026-11-26T08:00:00.000Z', same)).outcome).toBe('booked');
  });

  it.each([
    ['in the past', '2026-11-19T08:00:00.000Z'],
    ['sooner than the notice', '2026-11-20T09:00:00.000Z'],
    ['further than the window', '2027-02-01T08:00:00.000Z'],
    ['between two steps', '2026-11-24T08:03:00.000Z'],
  ])('refuses a time %s', async (_why, from) => {
    const world = await appointmentWorld(database);
    await expect(world.book(1, from)).rejects.toThrow('invalid-input');
  });

  it('takes nothing outside the hours, on a holiday, nor with nobody at the desk', async () => {
    const world = await appointmentWorld(database);
    for (const from of ['2026-11-24T12:00:00.000Z', '2026-12-25T08:00:00.000Z'])
      expect((await world.book(1, from)).outcome).toBe('taken');
    world.present.isPresent = () => false;
    expect((await world.book(2, nine)).outcome).toBe('booked');
    expect((await world.book(3, nine)).outcome).toBe('taken');
  });
});

describe('a slot that is held', () => {
  const wanted = { reason: 'carte', place: 'mairie', from: nine, instead: null };
  it('is kept ten minutes for whoever holds it, then free again', async () => {
    const world = await appointmentWorld(database);
    world.present.isPresent = () => false;
    const held = await holdSlot(world.deps)(wanted);
    if (held.outcome !== 'held') throw new Error('not held');
    expect((await holdSlot(world.deps)(wanted)).outcome).toBe('taken');
    expect((await world.book(1, nine)).outcome).toBe('taken');
    expect((await world.book(2, nine, { hold: held.hold })).outcome).toBe('booked');

    const next = await holdSlot(world.deps)({ ...wanted, from: later(20) });
    world.clock.now = '2026-11-20T08:10:01.000Z';
    expect(next.outcome).toBe('held');
    expect((await world.book(3, later(20))).outcome).toBe('booked');
  });
  it('lets go of the one before, and goes back when it is given up', async () => {
    const world = await appointmentWorld(database);
    world.present.isPresent = () => false;
    const first = await holdSlot(world.deps)(wanted);
    if (first.outcome !== 'held') throw new Error('not held');
    const second = await holdSlot(world.deps)({ ...wanted, from: later(20), instead: first.hold.id });
    if (second.outcome !== 'held') throw new Error('not held');
    world.clock.now = '2026-11-20T08:00:01.000Z';
    expect(await freeOn(world, '2026-11-24')).toContain(nine);
    await release(world.deps)(second.hold.id);
    world.clock.now = '2026-11-20T08:00:02.000Z';
    expect(await freeOn(world, '2026-11-24')).toContain(later(20));
  });
});

describe('changing one’s mind', () => {
  it('moves all or nothing, on one desk or to another, and may overlap what it leaves', async () => {
    const world = await appointmentWorld(database);
    world.present.isPresent = () => false;
    const booked = await world.book(1, nine);
    if (booked.outcome !== 'booked') throw new Error('not booked');
    const { id } = booked.appointment;
    const moved = await move(world.deps)(id, { place: 'mairie', from: later(10) });
    expect(moved).toMatchObject({ outcome: 'booked', appointment: { from: later(10), revision: 2 } });
    await world.book(2, later(60));
    const gone = await move(world.deps)(id, { place: 'mairie', from: later(60) });
    expect(gone.outcome).toBe('taken');
    expect((await world.deps.appointments.read(id))?.from).toBe(later(10));
    const far = await move(world.deps)(id, { place: 'mairie', from: '2026-12-01T08:00:00.000Z' });
    expect(far.outcome).toBe('booked');
    world.clock.now = '2026-11-20T08:02:00.000Z';
    expect(await freeOn(world, '2026-11-24')).toContain(nine);
  });
  it('gives up once, and keeps the slot a minute for those who wait', async () => {
    const world = await appointmentWorld(database);
    world.present.isPresent = () => false;
    const booked = await world.book(1, nine);
    if (booked.outcome !== 'booked') throw new Error('not booked');
    const { id } = booked.appointment;
    expect((await cancel(world.deps)(id)).state).toBe('cancelled');
    expect((await cancel(world.deps)(id)).revision).toBe(2);
    expect(await freeOn(world, '2026-11-24')).not.toContain(nine);
    world.clock.now = '2026-11-20T08:01:01.000Z';
    expect(await freeOn(world, '2026-11-24')).toContain(nine);
    await expect(move(world.deps)(id, { place: 'mairie', from: nine })).rejects.toThrow(
      'not-allowed-in-state',
    );
  });
});

describe('two hundred people at once for the last twenty slots', { timeout: 30_000 }, () => {
  it('books twenty, answers the others kindly, and keeps the list in the order of those who joined', async () => {
    const [hall] = anAgenda().places;
    const hours = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '12:20' }];
    const world = await appointmentWorld(database, anAgenda({ places: [{ ...hall, hours }] }));
    const wanted = Array.from({ length: 10 }, (_, at) => later(at * 20));
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, number) => world.book(number, wanted[number % 10] ?? nine)),
    );
    const of = (outcome: string) => answers.filter((one) => one.outcome === outcome);
    expect(of('booked')).toHaveLength(20);
    expect(of('taken')).toHaveLength(180);
    expect(of('taken').every((one) => one.outcome === 'taken' && one.nearest.length === 5)).toBe(true);
    const items = (await database.all(world.table)).filter(({ sk }) => sk === 'APPOINTMENT');
    expect(items).toHaveLength(20);
    const lost = answers.flatMap((one, number) => (one.outcome === 'taken' ? [number] : [])).slice(0, 30);
    for (const [at, number] of lost.entries()) {
      world.clock.now = new Date(Date.parse('2026-11-20T08:00:00.000Z') + at).toISOString();
      const asked = { reason: 'carte', place: 'mairie', contact: somebody(number) };
      await join(world.deps)({ ...asked, before: null, appointment: null, account: null }, null);
    }
    const first = await world.deps.waiting.first('carte', 'mairie', 100);
    const people = await Promise.all(
      first.map(async ({ id }) => (await world.deps.waiting.read(id))?.contact.familyName),
    );
    expect(people).toEqual(lost.map((number) => `Personne ${number}`));
  });
});
