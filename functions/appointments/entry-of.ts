import type { Authority } from '../settings/authority.ts';
import type { ReadAgenda } from './agenda-language.ts';
import type { Appointment } from './appointment.ts';
import { type CalendarEntry, calendarUid, type Method, placeLine } from './calendar.ts';
import { appointmentView } from './view.ts';
import { wordsIn } from './words.ts';

/** An appointment as its calendar file says it. In a mail it is addressed to the person; a file they take is nobody's. */
export const entryOf = (
  { domain, name, shortName, mail }: Pick<Authority, 'domain' | 'name' | 'shortName' | 'mail'>,
  agenda: ReadAgenda,
  appointment: Appointment,
  { method, link, stamp }: { method: Method; link: string; stamp: string },
): CalendarEntry => {
  const { reason, place, from, to, contact } = appointmentView(agenda, appointment, stamp);
  const words = wordsIn(appointment.language).calendar;
  return {
    ...{ method, stamp, from, to },
    uid: calendarUid(appointment.id, domain),
    sequence: appointment.revision - 1,
    summary: words.summary(reason.name, shortName),
    description: [
      ...(reason.documents.length > 0 ? [words.bring(reason.documents)] : []),
      ...(place.access ? [place.access] : []),
      words.change(link),
    ].join('\n'),
    location: placeLine(place),
    organizer: { name, email: mail.from },
    attendee: contact.email,
  };
};
