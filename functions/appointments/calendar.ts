import type { AppointmentView } from './public-views.ts';

/** PUBLISH for a file somebody takes, REQUEST and CANCEL for what a mail brings to a calendar (RFC 5546). */
export type Method = 'PUBLISH' | 'REQUEST' | 'CANCEL';
export type CalendarEntry = {
  method: Method;
  /** The same at each change: a calendar replaces what it holds under it. */
  uid: string;
  sequence: number;
  stamp: string;
  from: string;
  to: string;
  summary: string;
  description: string;
  location: string;
  organizer: { name: string; email: string };
  attendee: string | null;
};

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');
const quoted = (text: string): string => `"${text.replace(/["\p{Cc}]/gu, '')}"`;
/** UTC: right in every calendar, whatever it knows of our changes of hour. */
const utc = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Bytes of a character in UTF-8. */
const bytesOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};
/** Lines of at most 75 bytes; what follows begins with a space (RFC 5545, 3.1). */
const folded = (line: string): string => {
  let text = '';
  let room = 75;
  for (const character of line) {
    const bytes = bytesOf(character);
    if (bytes > room) {
      text += '\r\n ';
      room = 74;
    }
    text += character;
    room -= bytes;
  }
  return text;
};

/** One appointment as a calendar file. */
export const calendarFile = (entry: CalendarEntry): string => {
  const { method, organizer, attendee } = entry;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parvis//Appointments//FR',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.stamp)}`,
    `DTSTART:${utc(entry.from)}`,
    `DTEND:${utc(entry.to)}`,
    `SUMMARY:${escaped(entry.summary)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `LOCATION:${escaped(entry.location)}`,
    `ORGANIZER;CN=${quoted(organizer.name)}:mailto:${organizer.email}`,
    ...(attendee && method !== 'PUBLISH'
      ? [`ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE;ROLE=REQ-PARTICIPANT:mailto:${attendee}`]
      : []),
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    ...(method === 'CANCEL'
      ? []
      : [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${escaped(entry.summary)}`,
          'TRIGGER:-PT2H',
          'END:VALARM',
        ]),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
};

export const calendarUid = (id: string, domain: string): string => `${id}@${domain}`;
export const placeLine = ({ name, address }: AppointmentView['place']): string =>
  [name, address].filter(Boolean).join(', ');
