import type * as French from './fr.ts';

type Said = French.Said;
type Words = { subject: string; text: string };

const where = ({ place, address, access }: Said): string =>
  [`Where: ${place}, ${address}`, ...(access ? [access] : [])].join('\n');
const bring = ({ documents }: Said): string[] =>
  documents.length === 0 ? [] : ['## What to bring', documents.map((one) => `- ${one}`).join('\n')];
const whole = (first: string, said: Said, last: string): string =>
  [first, `For: ${said.reason}\nWhen: ${said.when}`, where(said), ...bring(said), last, said.link].join(
    '\n\n',
  );
const change = 'To move or cancel this appointment, open this page. You need no account.';

export const mails: typeof French.mails = {
  greeting: (name) => `Hello ${name},`,
  booked: (said): Words => ({
    subject: `Your appointment on ${said.when}`,
    text: whole('Your appointment is confirmed.', said, change),
  }),
  moved: (said): Words => ({
    subject: `Appointment moved to ${said.when}`,
    text: whole('Your appointment has been moved. Here is the new date.', said, change),
  }),
  cancelled: (said): Words => ({
    subject: `Appointment on ${said.when} cancelled`,
    text: [
      `Your appointment on ${said.when} (${said.reason}, ${said.place}) is cancelled. Somebody else can have its place: thank you for telling us.`,
      'To book another one, open this page.',
      said.link,
    ].join('\n\n'),
  }),
  withdrawn: (said, others): Words => ({
    subject: `We have to change your appointment on ${said.when}`,
    text: [
      `We will not be able to see you on ${said.when} (${said.reason}, ${said.place}). We are sorry.`,
      ...(others.length > 0 ? ['## Nearest free times', others.map((one) => `- ${one}`).join('\n')] : []),
      'Choose another time on this page, in two steps: your details are there already.',
      said.link,
      `Would you rather call? Phone ${said.phone}.`,
    ].join('\n\n'),
  }),
  reminder: (said): Words => ({
    subject: `Reminder: appointment on ${said.when}`,
    text: whole(
      'Your appointment is soon. If you can no longer come, say so in one step: somebody may be waiting for this place.',
      said,
      change,
    ),
  }),
  joined: (said): Words => ({
    subject: `Waiting list: ${said.reason}`,
    text: [
      `You are on the waiting list (${said.reason}, ${said.place}). When a time comes free, we offer it to you, in the order in which people joined.`,
      'To see your place in the list or to leave it, open this page.',
      said.link,
    ].join('\n\n'),
  }),
  offered: (said, until): Words => ({
    subject: `A time has come free on ${said.when}`,
    text: [
      `Good news: a time has come free on ${said.when} (${said.reason}, ${said.place}).`,
      `We keep it for you until ${until}. To take it, open this page and confirm. Without an answer, it is offered to the next person.`,
      said.link,
    ].join('\n\n'),
  }),
  lapsed: (said, isOut): Words => ({
    subject: `Waiting list: ${said.reason}`,
    text: [
      'The time that we kept for you has been offered to the next person.',
      isOut
        ? 'This is the second time without an answer: you are no longer on the waiting list. You can join it again at any time.'
        : 'You keep your place in the waiting list: we will offer you the next time that comes free.',
      said.link,
    ].join('\n\n'),
  }),
  open: 'Open my appointment',
  openWaiting: 'Open my place in the list',
  footer: (phone) =>
    `A question? Call ${phone}. Do not forward this message: its link opens your appointment.`,
  demonstration: 'An invented authority, for demonstration.',
};

export const texts: typeof French.texts = {
  booked: (name, { reason, when, place, link }) =>
    `${name}: appointment confirmed ${when}, ${place} (${reason}). Move or cancel: ${link}`,
  moved: (name, { when, place, link }) =>
    `${name}: your appointment is moved to ${when}, ${place}. Details: ${link}`,
  cancelled: (name, { when }) => `${name}: your appointment ${when} is cancelled.`,
  withdrawn: (name, { when, link }) => `${name}: we cannot see you ${when}. Choose another time: ${link}`,
  reminder: (name, { when, place, link }) =>
    `${name}: reminder, appointment ${when}, ${place}. Cannot come? ${link}`,
  joined: (name, { reason, link }) => `${name}: you are on the waiting list (${reason}). Your place: ${link}`,
  offered: (name, { when, link }, until) =>
    `${name}: a time has come free ${when}. Kept for you until ${until}: ${link}`,
  lapsed: (name, { link }) =>
    `${name}: the time kept for you has been offered to the next person. Waiting list: ${link}`,
};

export const calendar: typeof French.calendar = {
  file: 'appointment.ics',
  summary: (reason, authority) => `${reason} – ${authority}`,
  bring: (documents) => `Bring: ${documents.join('; ')}`,
  change: (link) => `Move or cancel: ${link}`,
};

const say = (instant: string, timeZone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(new Date(instant));
const time = { hour: '2-digit', minute: '2-digit' } as const;
const longDay = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

/** "Tuesday 24 November 2026 at 09:20". */
export const whenWords: typeof French.whenWords = (instant, timeZone) =>
  `${say(instant, timeZone, longDay).replace(',', '')} at ${say(instant, timeZone, time)}`;
/** "Tue 24 Nov at 09:20": a month in letters, since days and months change places between countries. */
export const shortWhen: typeof French.shortWhen = (instant, timeZone) =>
  `${say(instant, timeZone, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '')} at ${say(instant, timeZone, time)}`;
