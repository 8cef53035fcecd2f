import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancel } from '../../functions/appointments/cancel.ts';
import { bookedMark, freedMark } from '../../functions/appointments/cells.ts';
import { bookFromForm } from '../../functions/appointments/from-form.ts';
import { holdSlot } from '../../functions/appointments/hold-slot.ts';
import { type Offering, offerFreed } from '../../functions/appointments/offer.ts';
import { offerEnd } from '../../functions/appointments/offer-end.ts';
import { renewHold } from '../../functions/appointments/renew-hold.ts';
import { sceneOf } from '../../functions/appointments/scene.ts';
import { accept, join, step } from '../../functions/appointments/wait.ts';
import { type AppointmentWorld, anAgenda, appointmentWorld, somebody } from '../support/appointment-world.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.stop());

const nine = '2026-11-24T08:00:00.000Z';
const joins = (world: AppointmentWorld, number: number, more: object = {}) => {
  const asked = { reason: 'carte', place: 'mairie', contact: somebody(number), account: null };
  return join(world.deps)({ ...asked, before: null, appointment: null, ...more }, null);
};
/** Somebody had nine o'clock at the first desk and gave it up. */
const freed = async (world: AppointmentWorld): Promise<Offering> => {
  world.present.isPresent = () => false;
  const booked = await world.book(1, nine);
  if (booked.outcome !== 'booked') throw new Error('not booked');
  const { id } = booked.appointment;
  await cancel(world.deps)(id);
  const items = await database.all(world.table);
  const news = items
    .map(({ outbox }) => outbox as { type: string; detail: Offering } | undefined)
    .find((outbox) => outbox?.type === 'appointment-freed');
  if (!news) throw new Error('nothing said');
  return { ...news.detail, asked: [], offered: null, until: null };
};
const at = (world: AppointmentWorld, instant: string) => {
  world.clock.now = instant;
};

describe('a slot that somebody gives up', () => {
  it('is kept for whoever has waited longest, then for the next, and in the end free to all', async () => {
    const world = await appointmentWorld(database);
    const first = await joins(world, 11);
    at(world, '2026-11-20T08:00:00.001Z');
    const second = await joins(world, 12);
    const start = await freed(world);

    const one = await offerFreed(world.deps)(start);
    expect(one).toMatchObject({ offered: first.id, until: '2026-11-20T10:00:00.001Z' });
    expect((await world.book(50, nine)).outcome).toBe('taken');
    expect(await offerFreed(world.deps)(one)).toEqual(one);

    at(world, '2026-11-20T10:00:00.002Z');
    const two = await offerFreed(world.deps)(one);
    expect(two.offered).toBe(second.id);
    expect(await world.deps.waiting.read(first.id)).toMatchObject({ state: 'waiting', unanswered: 1 });

    at(world, '2026-11-20T16:00:00.000Z');
    const three = await offerFreed(world.deps)(two);
    expect(three).toMatchObject({ offered: null, until: null });
    at(world, '2026-11-20T16:00:00.001Z');
    expect((await world.book(51, nine)).outcome).toBe('booked');
  });

  it('is taken in one gesture, once, by whom it is kept for', async () => {
    const world = await appointmentWorld(database);
    const waiter = await joins(world, 11);
    const offered = await offerFreed(world.deps)(await freed(world));
    const [taken, again] = [await accept(world.deps)(waiter.id), await accept(world.deps)(waiter.id)];
    expect(taken).toMatchObject({ outcome: 'booked', appointment: { from: nine } });
    expect(again).toEqual(taken);
    expect(await offerFreed(world.deps)(offered)).toMatchObject({ until: null });
    expect(await world.deps.waiting.first('carte', 'mairie', 9)).toEqual([]);
    const [, kept] = [...(await world.deps.desks.day('mairie', '2026-11-24')).values()].flatMap(
      ({ cells }) => [...cells.values()],
    );
    expect(kept).toBe(bookedMark(taken.outcome === 'booked' ? taken.appointment.id : ''));
  });

  it('is not lost for the one who answers late while nobody else has it', async () => {
    const world = await appointmentWorld(database);
    const waiter = await joins(world, 11);
    await offerFreed(world.deps)(await freed(world));
    at(world, '2026-11-20T10:30:00.000Z');
    expect((await accept(world.deps)(waiter.id)).outcome).toBe('booked');
  });

  it('goes at once to the next when it is declined; whoever declines keeps their place', async () => {
    const world = await appointmentWorld(database);
    const waiter = await joins(world, 11);
    await offerFreed(world.deps)(await freed(world));
    const given: string[] = [];
    const next = async ({ id }: { id: string }) => void given.push(id);
    expect(await step(world.deps, next)(waiter.id, 'decline')).toMatchObject({
      state: 'waiting',
      unanswered: 0,
    });
    expect(given).toEqual([waiter.id]);
    expect(await step(world.deps, next)(waiter.id, 'leave')).toMatchObject({ state: 'left' });
    expect(await world.deps.waiting.count('carte', 'mairie')).toBe(0);
  });

  it('passes those to whom it is of no use: too late a day, or too short for their reason', async () => {
    const world = await appointmentWorld(database);
    await joins(world, 11, { before: '2026-11-23' });
    at(world, '2026-11-20T08:00:00.001Z');
    await joins(world, 12, { reason: 'mariage' });
    at(world, '2026-11-20T08:00:00.002Z');
    const third = await joins(world, 13);
    const start = await freed(world);
    await world.book(60, '2026-11-24T08:20:00.000Z');
    expect((await offerFreed(world.deps)(start)).offered).toBe(third.id);
  });

  it('leaves the list after two offers without a word, and may come back at its end', async () => {
    const world = await appointmentWorld(database);
    const waiter = await joins(world, 11);
    const start = await freed(world);
    const one = await offerFreed(world.deps)(start);
    at(world, '2026-11-20T11:00:00.000Z');
    const two = await offerFreed(world.deps)({
      ...(await offerFreed(world.deps)(one)),
      asked: [],
      mark: freedMark('2026-11-20T11:00:00.000Z', 'x'),
    });
    expect(two.offered).toBe(waiter.id);
    at(world, '2026-11-23T11:00:00.000Z');
    await offerFreed(world.deps)(two);
    expect((await world.deps.waiting.read(waiter.id))?.state).toBe('left');
    expect(await joins(world, 11)).toMatchObject({ state: 'waiting', unanswered: 0 });
  });

  it('is asked for once by one person', async () => {
    const world = await appointmentWorld(database);
    const [one, again] = [await joins(world, 11), await joins(world, 11)];
    expect(again).toEqual(one);
    expect(await world.deps.waiting.count('carte', 'mairie')).toBe(1);
  });
});

describe('an offer', () => {
  it.each([
    ['two hours in the morning', '2026-11-23T08:15:00.000Z', '2026-11-23T10:15:00.000Z'],
    ['until the hall closes', '2026-11-23T10:10:00.000Z', '2026-11-23T11:00:00.000Z'],
    ['half an hour at least', '2026-11-23T10:50:00.000Z', '2026-11-23T11:20:00.000Z'],
    ['two hours from the opening, before it', '2026-11-23T04:00:00.000Z', '2026-11-23T10:00:00.000Z'],
    ['two hours of the next day, at night', '2026-11-23T20:00:00.000Z', '2026-11-24T10:00:00.000Z'],
    ['two hours of Monday, at the weekend', '2026-11-21T09:00:00.000Z', '2026-11-23T10:00:00.000Z'],
  ])('lasts %s', async (_what, now, until) => {
    const world = await appointmentWorld(database, anAgenda());
    world.clock.now = now;
    const scene = await sceneOf(world.deps)({ reason: 'carte', place: 'mairie' });
    expect(offerEnd(scene, '2026-11-27T08:00:00.000Z')).toBe(until);
  });
  it('is not made for a slot that is about to begin', async () => {
    const world = await appointmentWorld(database);
    world.clock.now = '2026-11-23T08:15:00.000Z';
    const scene = await sceneOf(world.deps)({ reason: 'carte', place: 'mairie' });
    expect(offerEnd(scene, '2026-11-23T09:00:00.000Z')).toBeNull();
  });
});

describe('a slot that a form holds', () => {
  const wanted = { reason: 'carte', place: 'mairie', from: nine, instead: null };
  const lodged = async (world: AppointmentWorld) => {
    const held = await holdSlot(world.deps)(wanted);
    if (held.outcome !== 'held') throw new Error('not held');
    const { id, from, place } = held.hold;
    const sender = { name: 'Ada Morel', email: 'ada@example.org', phone: null, address: null };
    const form = {
      reference: 'VC-2026-000123-W',
      answers: { quand: { slot: id, from, place }, nom: 'Morel' },
    };
    const contact = async () => ({ sender, form }) as never;
    const take = bookFromForm({ ...world.deps, contact });
    const id2 = world.deps.appointmentId(`form-c1-${id}`);
    return { hold: id, take: () => take({ contactId: 'c1' }), read: () => world.deps.appointments.read(id2) };
  };
  it('becomes an appointment of its request, once', async () => {
    const world = await appointmentWorld(database);
    const form = await lodged(world);
    await form.take();
    await form.take();
    expect(await form.read()).toMatchObject({
      ...{ state: 'booked', from: nine, reference: 'VC-2026-000123-W', revision: 1 },
      contact: { givenName: 'Ada', familyName: 'Morel', email: 'ada@example.org' },
    });
  });
  it('is kept while the form is sent, however often, and comes free by itself when it is not', async () => {
    const world = await appointmentWorld(database);
    world.present.isPresent = () => false;
    const form = await lodged(world);
    at(world, '2026-11-20T08:08:00.000Z');
    const renewed = await renewHold(world.deps)(form.hold);
    expect(renewed).toMatchObject({
      outcome: 'held',
      hold: { id: form.hold, until: '2026-11-20T08:18:00.000Z' },
    });
    at(world, '2026-11-20T08:12:00.000Z');
    expect((await world.book(1, nine)).outcome).toBe('taken');
    // Never sent: after ten minutes it is anybody's, and a form sent then is told so.
    at(world, '2026-11-20T08:19:00.000Z');
    expect((await world.book(2, nine)).outcome).toBe('booked');
    expect((await renewHold(world.deps)(form.hold)).outcome).toBe('taken');
  });
  it('is the same appointment when its form is sent again after it was taken in', async () => {
    const world = await appointmentWorld(database);
    const form = await lodged(world);
    await form.take();
    at(world, '2026-11-20T08:30:00.000Z');
    expect((await renewHold(world.deps)(form.hold)).outcome).toBe('held');
  });
  it('that somebody else took meanwhile is not lost in silence: another is offered', async () => {
    const world = await appointmentWorld(database);
    world.present.isPresent = () => false;
    const form = await lodged(world);
    at(world, '2026-11-20T08:11:00.000Z');
    await world.book(1, nine);
    await form.take();
    expect(await form.read()).toMatchObject({ state: 'cancelled', closing: 'slot-gone' });
  });
});
