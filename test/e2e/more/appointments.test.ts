import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { running, until } from '../../support/outer.ts';

const product = running();
/** Of this run alone: other files of tests book elsewhere. */
const run = randomUUID().slice(0, 8);
const place = `salle-${run}`;
const reason = `essai-${run}`;
const desks = ['un', 'deux', 'trois', 'quatre'];
type Slot = { from: string; to: string };
type Admin = Awaited<ReturnType<typeof product.signIn>>;

const save = async (admin: Admin, agenda: object, revision: number) => {
  const headers = { cookie: admin.cookie, 'content-type': 'application/json', 'x-parvis-csrf': '1' };
  const body = JSON.stringify({ agenda, revision });
  const reply = await product.json('/api/agent/appointments/agenda', { method: 'PUT', headers, body });
  expect([reply.status, reply.body.problems]).toEqual([200, []]);
};
const without = (list: { code: string; place?: string }[]) =>
  list.filter((one) => one.code !== place && one.code !== reason && one.place !== place);
const address = (number: number) => `personne-${number}-${run}@courriel.example`;
const contact = (number: number) => ({
  givenName: 'Ada',
  familyName: `Essai ${number}`,
  email: address(number),
});
const slots = async (): Promise<Slot[]> => {
  const { status, body } = await product.json(
    `/api/public/appointments/slots?reason=${reason}&place=${place}`,
  );
  return status === 200 ? body.days.flatMap((day: { slots: Slot[] }) => day.slots) : [];
};
const book = (number: number, from: string) =>
  product.post(
    '/api/public/appointments',
    { reason, place, from, contact: contact(number) },
    { 'idempotency-key': `${run}-${String(number).padStart(8, '0')}` },
  );
const mine = (secret: string, act = '', method: 'GET' | 'POST' = 'GET') =>
  method === 'GET'
    ? product.json(`/api/public/appointments/mine${act}`, { headers: { 'x-appointment-secret': secret } })
    : product.post(`/api/public/appointments/${act}`, {}, { 'x-appointment-secret': secret });
const secretIn = (text: string): string => /rendez-vous#(\S+)/.exec(text)?.[1] ?? '';
const mailTo = (number: number, subject: string) =>
  until(`mail to ${number}`, async () =>
    (await product.outbox()).find((one) => one.to === address(number) && one.subject.includes(subject)),
  );

/** A hall of four desks that opens for a hundred minutes a week: five times four slots. */
beforeAll(async () => {
  const admin = await product.signIn('admin');
  const { agenda, revision } = (await admin.get('/api/agent/appointments/agenda')).body;
  const today = new Date(Date.parse((await product.json('/local/clock')).body.now));
  const day = ((today.getUTCDay() + 3) % 7) + 1;
  const hours = [{ days: [day], from: '09:00', to: '10:40' }];
  await save(
    admin,
    {
      ...agenda,
      places: [...agenda.places, { code: place, name: 'Salle d’essai', address: '2 rue du Test', hours }],
      reasons: [
        ...agenda.reasons,
        { code: reason, name: 'Essai', department: 'etat-civil', minutes: 20, leadHours: 0, horizonDays: 8 },
      ],
      desks: [
        ...agenda.desks,
        ...desks.map((code) => ({ code: `${code}-${run}`, name: code, place, reasons: [reason] })),
      ],
    },
    revision,
  );
}, 30_000);
afterAll(async () => {
  const admin = await product.signIn('admin');
  const { agenda, revision } = (await admin.get('/api/agent/appointments/agenda')).body;
  const { places, reasons } = agenda;
  await save(
    admin,
    { ...agenda, places: without(places), reasons: without(reasons), desks: without(agenda.desks) },
    revision,
  );
});

describe('two hundred people at once for the last twenty slots', { timeout: 60_000 }, () => {
  let winners: { number: number; secret: string; from: string }[] = [];
  let losers: number[] = [];

  it('gives twenty appointments and a hundred and eighty kind answers', async () => {
    const free = await until('the hall to be open', async () => {
      const found = await slots();
      return found.length === 5 && found;
    });
    const began = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, number) => {
        const { status, body } = await book(number, free[number % 5]?.from ?? '');
        return { number, status, body };
      }),
    );
    console.info(`200 people, 20 slots: ${Math.round(performance.now() - began)} ms`);
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    const won = answers.filter(({ body }) => body.outcome === 'booked');
    const lost = answers.filter(({ body }) => body.outcome === 'taken');
    expect([won.length, lost.length]).toEqual([20, 180]);
    expect(lost.every(({ body }) => Array.isArray(body.nearest) && typeof body.waiting === 'number')).toBe(
      true,
    );
    expect(await slots()).toEqual([]);
    winners = won.map(({ number, body }) => ({
      number,
      secret: body.secret,
      from: body.appointment.from,
    }));
    losers = lost.map(({ number }) => number);
    const again = await book(winners[0]?.number ?? 0, winners[0]?.from ?? '');
    expect(again.body).toMatchObject({ outcome: 'booked', secret: winners[0]?.secret });
  });

  it('keeps the waiting list in the order of those who joined, and offers what comes free to the first', async () => {
    const waiting: string[] = [];
    for (const [at, number] of losers.slice(0, 5).entries()) {
      const joined = await product.post(
        '/api/public/appointments/waiting',
        { reason, place, contact: contact(number) },
        { 'idempotency-key': `${run}-wait-${number}` },
      );
      expect(joined.body.waiting).toMatchObject({ state: 'waiting', position: at + 1 });
      waiting.push(joined.body.secret);
    }
    const [gone] = winners;
    const [first, second] = losers;
    if (!gone || first === undefined || second === undefined) throw new Error('nobody won');
    expect((await mine(gone.secret, 'mine/cancel', 'POST')).body.appointment.state).toBe('cancelled');
    const secret = secretIn((await mailTo(first, 'Un créneau se libère')).text);
    expect(secret).toBe(waiting[0]);
    expect((await book(500, gone.from)).body.outcome).toBe('taken');
    const taken = (await mine(secret, 'waiting/accept', 'POST')).body;
    expect(taken).toMatchObject({ outcome: 'booked', appointment: { from: gone.from } });
    expect((await mine(waiting[1] ?? '')).body.waiting).toMatchObject({ state: 'waiting', position: 1 });
    const toSecond = (await product.outbox()).filter(({ to }) => to === address(second));
    expect(toSecond.map(({ subject }) => subject)).toEqual(['Liste d’attente : Essai']);
  });

  it('tells each winner once, with a file for their calendar', async () => {
    await Promise.all(winners.slice(1).map(({ number }) => mailTo(number, 'Votre rendez-vous du')));
    const told = (await product.outbox()).filter(
      ({ to, subject }) =>
        to.endsWith(`-${run}@courriel.example`) && subject.startsWith('Votre rendez-vous du'),
    );
    expect(new Set(told.map(({ to }) => to)).size).toBe(told.length);
    const [one] = told;
    expect(one?.attachments.map(({ name }) => name)).toEqual(['rendez-vous.ics']);
    const file = await (await fetch(one?.attachments[0]?.url ?? '')).text();
    expect(file).toContain('METHOD:REQUEST');
  });

  it('moves from the link of the mail, and shows the desk who comes', async () => {
    const [, second, third] = winners;
    if (!second || !third) throw new Error('nobody won');
    await mine(third.secret, 'mine/cancel', 'POST');
    const agent = await product.signIn('nadia.benali');
    const day = second.from.slice(0, 10);
    const agenda = (await agent.get(`/api/agent/appointments/day?place=${place}&day=${day}`)).body;
    const lines = agenda.desks.flatMap((desk: { appointments: object[] }) => desk.appointments);
    expect(lines).toHaveLength(19);
    const { id } = lines.find(
      ({ familyName }: { familyName: string }) => familyName === `Essai ${second.number}`,
    );
    const arrived = await agent.post(`/api/agent/appointments/${id}/arrived`, {});
    expect(arrived.body.appointment).toMatchObject({ state: 'honoured' });
    expect(arrived.body.appointment.ticket).toMatch(/^[A-Z]\d{3}/);
    const { waiting } = (await agent.get('/api/agent/tickets')).body;
    const ticket = waiting.find((one: { id: string }) => one.id === arrived.body.appointment.ticket);
    expect(ticket).toMatchObject({ appointmentAt: second.from, topic: 'etat-civil' });
  });
});
