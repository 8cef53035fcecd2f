import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Agenda } from '../../functions/appointments/agenda.ts';
import type { Contact } from '../../functions/appointments/appointment.ts';
import { appointmentTable } from '../../functions/appointments/appointment-table.adapter.ts';
import { book } from '../../functions/appointments/book.ts';
import { deskTable } from '../../functions/appointments/desk-table.adapter.ts';
import { appointmentId, newHoldId, waiterId } from '../../functions/appointments/ids.adapter.ts';
import { waitingTable } from '../../functions/appointments/waiting-table.adapter.ts';
import type { TestDatabase } from './dynamo.ts';

/** Two desks for identity cards and one for weddings, in one hall: weekdays nine to twelve. */
export const anAgenda = (more: object = {}) =>
  Agenda().parse({
    places: [
      {
        code: 'mairie',
        name: 'Mairie',
        address: '1 place du Test, 99100 Ville',
        hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' }],
      },
    ],
    reasons: [
      { code: 'carte', name: 'Carte', department: 'etat-civil', minutes: 20, buffer: 0, leadHours: 2 },
      { code: 'mariage', name: 'Mariage', department: 'etat-civil', minutes: 45, buffer: 15, leadHours: 0 },
    ],
    desks: [
      { code: 'g1', name: 'Guichet 1', place: 'mairie', reasons: ['carte', 'mariage'] },
      { code: 'g2', name: 'Guichet 2', place: 'mairie', reasons: ['carte'], agents: ['paul'] },
    ],
    ...more,
  });
export const valClairAgenda = () =>
  Agenda().parse(
    JSON.parse(
      readFileSync(
        join(import.meta.dirname, '../../infra/collectivities/val-clair/appointments.json'),
        'utf8',
      ),
    ),
  );

export const somebody = (number: number): Contact => ({
  givenName: 'Ada',
  familyName: `Personne ${number}`,
  email: `personne-${number}@example.org`,
  phone: null,
  wantsTexts: false,
});

/** Appointments of one authority on a database of its own; its clock stands where it is put. */
export const appointmentWorld = async (database: TestDatabase, agenda = anAgenda()) => {
  const table = await database.table();
  const clock = { now: '2026-11-20T08:00:00.000Z' };
  const present = { isPresent: (_login: string, _day: string) => true };
  const deps = {
    ...{ appointmentId, newHoldId, waiterId: (parts: string[]) => waiterId(parts) },
    now: () => clock.now,
    agenda: async () => agenda,
    authority: async () =>
      ({
        ...{ timeZone: 'Europe/Paris', holidays: 'metropole', domain: 'ville.example' },
        ...{ name: 'Ville', shortName: 'Ville', mail: { from: 'non@ville.example', inbound: [] } },
      }) as never,
    presence: async () => (login: string, day: string) => present.isPresent(login, day),
    desks: deskTable(database.db, table),
    appointments: appointmentTable(database.db, table),
    waiting: waitingTable(database.db, table),
    sign: async () => (text: string) => createHmac('sha256', 'pepper').update(text).digest('hex'),
    countCall: async () => 1,
  };
  return {
    ...{ deps, clock, present, table },
    book: (number: number, from: string, more: object = {}) =>
      book(deps)({
        ...{ id: appointmentId(`key-${number}`), reason: 'carte', place: 'mairie', from },
        ...{ contact: somebody(number), account: null, reference: null, note: '', by: 'citizen' },
        ...more,
      }),
  };
};
export type AppointmentWorld = Awaited<ReturnType<typeof appointmentWorld>>;
