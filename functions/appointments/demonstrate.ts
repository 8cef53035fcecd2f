import { addDays } from '../deadlines/day.ts';
import { type BookDeps, book } from './book.ts';
import { weekOfSlots } from './list-slots.ts';
import { sceneOf } from './scene.ts';

/** Invented people of the first agenda: nobody to write to, so nothing leaves. */
const invented = [
  ['titre-identite', 'Jeanne', 'Aubry', 2],
  ['titre-identite', 'Karim', 'Ziani', 5],
  ['retrait-titre', 'Odile', 'Marchand', 0],
  ['mariage-pacs', 'Fatou', 'Diop', 1],
  ['inscription-scolaire', 'Lucas', 'Meyer', 3],
] as const;

/** A few appointments of the next days, once: an invented authority opens on an agenda that lives. */
export const demonstrate =
  (deps: BookDeps & { appointmentId(key: string): string }) => async (): Promise<void> => {
    const agenda = await deps.agenda();
    for (const [reason, givenName, familyName, at] of invented) {
      const place = agenda.desks.find(({ reasons }) => reasons.includes(reason))?.place;
      const id = deps.appointmentId(`demonstration-${reason}-${at}`);
      if (!place || (await deps.appointments.read(id))) continue;
      const scene = await sceneOf(deps)({ reason, place });
      const { days } = await weekOfSlots(deps)(scene, addDays(scene.today, 1));
      const slot = days[0]?.slots[at];
      const contact = { givenName, familyName, email: null, phone: null, wantsTexts: false };
      const wanted = { id, reason, place, contact, account: null, reference: null, note: '' };
      if (slot) await book(deps)({ ...wanted, from: slot.from, by: 'agent:nadia.benali' });
    }
  };
