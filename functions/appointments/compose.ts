import { agendaIn } from './agenda-language.ts';
import type { Appointment, Change } from './appointment.ts';
import { calendarFile } from './calendar.ts';
import { entryOf } from './entry-of.ts';
import { type Known, type Message, saidOf } from './said.ts';
import type { Slot } from './slots.ts';
import { appointmentView, waitingView } from './view.ts';
import type { Waiter } from './waiter.ts';
import { wordsIn } from './words.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What somebody is told of their appointment; `others`: slots to choose from when the authority cannot keep it. */
export const appointmentMessage = (
  { agenda, authority }: Known,
  appointment: Appointment,
  change: Change,
  given: { link: string; now: string; others: readonly Slot[] },
): Message => {
  const { link, now } = given;
  const { language } = appointment;
  const { mails, texts, whenWords } = wordsIn(language);
  const read = agendaIn(agenda, language ?? 'fr');
  const view = appointmentView(read, appointment, now);
  const said = saidOf(authority, view, { link, language });
  const short = saidOf(authority, view, { link, language, isText: true });
  const name = authority.shortName;
  const others = given.others.map(({ from }) => whenWords(from, authority.timeZone));
  const words = {
    booked: () => ({ mail: mails.booked(said), sms: texts.booked(name, short) }),
    moved: () => ({ mail: mails.moved(said), sms: texts.moved(name, short) }),
    cancelled: () => ({ mail: mails.cancelled(said), sms: texts.cancelled(name, short) }),
    withdrawn: () => ({ mail: mails.withdrawn(said, others), sms: texts.withdrawn(name, short) }),
    'reminder-2': () => ({ mail: mails.reminder(said), sms: texts.reminder(name, short) }),
    'reminder-1': () => ({ mail: mails.reminder(said), sms: texts.reminder(name, short) }),
  }[change]();
  const isReminder = change.startsWith('reminder');
  const method = change === 'cancelled' || change === 'withdrawn' ? 'CANCEL' : 'REQUEST';
  const entry = entryOf(authority, read, appointment, { method, link, stamp: now });
  return {
    ...words,
    ...{ contact: appointment.contact, language, link, track: mails.open },
    by: !isReminder ? 'both' : change === 'reminder-2' ? 'mail-first' : 'text-first',
    // A reminder changes nothing in a calendar.
    calendar: isReminder ? null : bytes(calendarFile(entry)),
  };
};

export type WaitingChange = 'joined' | 'offered' | 'lapsed';

/** What somebody in a waiting list is told. */
export const waitingMessage = (
  { agenda, authority }: Known,
  waiter: Waiter,
  change: WaitingChange,
  link: string,
): Message => {
  const { language } = waiter;
  const { mails, texts, whenWords } = wordsIn(language);
  const view = waitingView(agendaIn(agenda, language ?? 'fr'), waiter, null);
  const name = authority.shortName;
  const from = waiter.offer?.from ?? waiter.joinedAt;
  const until = waiter.offer ? whenWords(waiter.offer.until, authority.timeZone) : '';
  const said = saidOf(authority, { ...view, from }, { link, language });
  const short = saidOf(authority, { ...view, from }, { link, language, isText: true });
  const words = {
    joined: () => ({ mail: mails.joined(said), sms: texts.joined(name, short) }),
    offered: () => ({ mail: mails.offered(said, until), sms: texts.offered(name, short, until) }),
    lapsed: () => ({ mail: mails.lapsed(said, waiter.state === 'left'), sms: texts.lapsed(name, short) }),
  }[change]();
  return {
    ...words,
    ...{ contact: waiter.contact, language, link, track: mails.openWaiting, calendar: null },
    by: change === 'offered' ? 'both' : 'mail-first',
  };
};
