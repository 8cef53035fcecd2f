import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../functions/agents/caller.ts';
import { appointmentMessage, waitingMessage } from '../../functions/appointments/compose.ts';
import { pageOf } from '../../functions/appointments/link.ts';
import { bookPublic, cancelPublic, movePublic } from '../../functions/appointments/serve-public.ts';
import { acceptPublic, joinPublic } from '../../functions/appointments/serve-waiting.ts';
import type { Waiter } from '../../functions/appointments/waiter.ts';
import { appointmentWorld, somebody, valClairAgenda } from '../support/appointment-world.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.stop());

const [nine, tenPast] = ['2026-11-24T08:00:00.000Z', '2026-11-24T08:20:00.000Z'];
const anyone: Caller = { kind: 'public', address: '192.0.2.1' } as never;
const key = { 'idempotency-key': 'a-key-of-sixteen-signs' };
const body = { reason: 'carte', place: 'mairie', from: nine, contact: somebody(1), hold: null, note: '' };
const authority = {
  ...{ name: 'Ville de Test', shortName: 'Ville', domain: 'ville.example', timeZone: 'Europe/Paris' },
  ...{ mail: { from: 'non@ville.example' }, contact: { phone: '01 99 00 20 00' } },
} as never;
const given = { link: 'https://ville.example/en/rendez-vous#s', now: '2026-11-20T08:00:00.000Z', others: [] };

describe('whoever takes an appointment on a page in English', () => {
  it('is told everything of it in English, from the page to the reminder', async () => {
    const { deps } = await appointmentWorld(database);
    const booked = await bookPublic(deps)({ body, headers: key, query: { language: 'en' } } as never, anyone);
    if (booked.outcome !== 'booked') throw new Error(booked.outcome);
    const [id = ''] = booked.secret.split('.');
    const appointment = await deps.appointments.read(id);
    if (!appointment) throw new Error('not kept');
    expect(appointment.language).toBe('en');
    const agenda = await deps.agenda();
    const said = (change: Parameters<typeof appointmentMessage>[2]) =>
      appointmentMessage({ agenda, authority }, appointment, change, given);
    expect(said('booked').mail.subject).toBe('Your appointment on Tuesday 24 November 2026 at 09:00');
    expect(said('booked').sms).toContain('appointment confirmed Tue 24 Nov at 09:00');
    expect(said('reminder-1').mail.text).toContain('You need no account.');
    for (const change of ['booked', 'moved', 'cancelled', 'withdrawn', 'reminder-2'] as const)
      expect(`${said(change).mail.text} ${said(change).sms}`).not.toMatch(/rendez-vous (?!#)|créneau|Lieu/);
    expect(pageOf('https://ville.example', 's', 'en')).toBe('https://ville.example/en/rendez-vous#s');

    const moved = { headers: { 'x-appointment-secret': booked.secret }, query: { language: 'fr' } };
    await movePublic(deps)({ ...moved, body: { place: 'mairie', from: tenPast } } as never, anyone);
    const after = await deps.appointments.read(id);
    if (!after) throw new Error('not kept');
    expect(after.language).toBeUndefined();
    await cancelPublic(deps)({ ...moved, query: { language: 'en' } } as never, anyone);
    expect(await deps.appointments.read(id)).toMatchObject({ state: 'cancelled', language: 'en' });
    expect(appointmentMessage({ agenda, authority }, after, 'moved', given).mail.subject).toMatch(
      /^Rendez-vous déplacé au mardi 24 novembre/,
    );
  });

  it('reads reasons and papers to bring as the authority says them in English', () => {
    const agenda = valClairAgenda();
    const reason = agenda.reasons.find((one) => !one.isInternal && one.documents.length > 0);
    if (!reason) throw new Error('no reason');
    const place = agenda.places[0]?.code ?? '';
    const waiter: Waiter = {
      ...{ id: 'w1', reason: reason.code, place, before: null, contact: somebody(1), account: null },
      ...{ appointment: null, joinedAt: nine, offer: null, unanswered: 0, revision: 1 },
      state: 'waiting',
    };
    const english = agenda.translations?.en?.[reason.name];
    expect(english).toBeTruthy();
    expect(
      waitingMessage({ agenda, authority }, { ...waiter, language: 'en' }, 'joined', 'x').mail.subject,
    ).toBe(`Waiting list: ${english}`);
    expect(waitingMessage({ agenda, authority }, waiter, 'joined', 'x').mail.subject).toContain(reason.name);
  });

  it('keeps the language through the waiting list', async () => {
    const { deps } = await appointmentWorld(database);
    const joined = await joinPublic(deps)(
      {
        body: { ...body, before: null, appointment: null },
        headers: key,
        query: { language: 'en' },
      } as never,
      anyone,
    );
    const [id = ''] = joined.secret.split('.');
    const waiter = await deps.waiting.read(id);
    expect(waiter?.language).toBe('en');
    if (!waiter) return;
    const offer = {
      ...{ id: 'h1', reason: 'carte', place: 'mairie', desk: 'g1', day: '2026-11-24', start: 540, mark: 'm' },
      ...{ cells: [540, 545, 550, 555], from: nine, to: tenPast, until: '2026-11-20T09:00:00.000Z' },
    };
    await deps.appointments.transact([
      deps.waiting.save({ ...waiter, state: 'offered', offer, revision: 2 } as never),
    ]);
    const accepted = await acceptPublic(deps)(
      { headers: { 'x-appointment-secret': joined.secret }, query: { language: 'en' } },
      anyone,
    );
    if (accepted.outcome !== 'booked') throw new Error(accepted.outcome);
    const [booked = ''] = accepted.secret.split('.');
    expect((await deps.appointments.read(booked))?.language).toBe('en');
  });
});
