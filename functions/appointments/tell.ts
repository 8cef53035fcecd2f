import type { Mail } from '../delivery/mail.adapter.ts';
import { mobileOf } from '../delivery/phone.ts';
import type { Sent } from '../delivery/send.ts';
import { mailHtml } from '../letters/mail-html.ts';
import type { Authority } from '../settings/authority.ts';
import { toGsm } from '../sms/parts.ts';
import { senderName } from '../sms/sender.ts';
import type { Agenda } from './agenda.ts';
import { type Change, changes, isLive } from './appointment.ts';
import type { AppointmentTable } from './appointment-table.adapter.ts';
import { appointmentMessage, type WaitingChange, waitingMessage } from './compose.ts';
import { pageOf, type Sign, secretOf } from './link.ts';
import { greeted, type Known, type Message, waysOf } from './said.ts';
import type { Slot } from './slots.ts';
import type { ToldTable } from './told-table.adapter.ts';
import type { WaitingTable } from './waiting-table.adapter.ts';
import { wordsIn } from './words.ts';

export type TellDeps = {
  appointments: Pick<AppointmentTable, 'read'>;
  waiting: Pick<WaitingTable, 'read'>;
  told: ToldTable;
  agenda(): Promise<Agenda>;
  authority(): Promise<Authority>;
  sign(): Promise<Sign>;
  /** Free slots close to one that the authority cannot keep. */
  others(reason: string, place: string, from: string): Promise<Slot[]>;
  mail(mail: Mail): Promise<Sent>;
  text(text: { to: string; text: string; sender: string }): Promise<Sent>;
  /** Whether an address is written to no more, or a number wants no texts. */
  isSuppressed(address: string): Promise<boolean>;
  isOptedOut(number: string): Promise<boolean>;
  count(figure: {
    day: string;
    place: string;
    reason: string;
    change: string;
    waited: number;
  }): Promise<void>;
  now(): string;
  publicUrl: string;
};

const mailOf = ({ authority }: Known, message: Message, id: string, name: string): Mail => {
  const text = greeted(message);
  const { calendar, mails } = wordsIn(message.language);
  const footer = [
    mails.footer(authority.contact.phone),
    ...(authority.demonstration ? [mails.demonstration] : []),
  ];
  const { subject } = message.mail;
  return {
    ...{ subject, to: message.contact.email ?? '' },
    text: [text, '-- ', authority.name, ...footer].join('\n'),
    html: mailHtml({
      ...{ title: subject, text, trackingUrl: message.link, track: message.track, footer },
      ...{ authority: authority.name, colours: authority.colours },
      lang: message.language === 'en' ? 'en' : 'fr',
    }),
    from: { name: authority.name, address: authority.mail.from },
    replyTo: authority.contact.email,
    ...{ reference: id, messageId: name, automatic: 'generated', headers: [], availableOn: undefined },
    attachments: message.calendar
      ? [
          {
            name: calendar.file,
            contentType: `text/calendar; charset=utf-8; method=${isCancelled(message) ? 'CANCEL' : 'REQUEST'}`,
            bytes: message.calendar,
          },
        ]
      : [],
  };
};
const isCancelled = ({ calendar: file }: Message): boolean =>
  file !== null && new TextDecoder().decode(file).includes('\r\nMETHOD:CANCEL');

/** Each way once: a message that left by mail does not leave by mail again when its text has to be tried again. */
const send = async (
  deps: TellDeps,
  known: Known,
  message: Message,
  id: string,
  name: string,
): Promise<void> => {
  const mobile = mobileOf(message.contact.phone);
  for (const way of waysOf(message, mobile)) {
    const lease = await deps.told.claim(id, `${name}-${way}`);
    if (!lease) continue;
    if (way === 'mail' && !(await deps.isSuppressed(message.contact.email ?? '')))
      await deps.mail(mailOf(known, message, id, name));
    if (way === 'text' && mobile && !(await deps.isOptedOut(mobile)))
      await deps.text({ to: mobile, text: toGsm(message.sms), sender: senderName(known.authority) });
    await deps.told.done(id, `${name}-${way}`, lease);
  }
};

const known = async ({ agenda, authority }: TellDeps): Promise<Known> => {
  const [one, other] = await Promise.all([agenda(), authority()]);
  return { agenda: one, authority: other };
};
const isChange = (text: string): text is Change => changes.some((one) => one === text);
const dayMs = 86_400_000;

/** An appointment changed: the person is told, once, and the figures of the month too. What was overtaken is not told. */
export const tellAppointment =
  (deps: TellDeps) =>
  async ({
    appointmentId: id,
    change,
    revision,
  }: {
    appointmentId: string;
    change: string;
    revision: number;
  }) => {
    const appointment = await deps.appointments.read(id);
    if (!appointment || !isChange(change)) return;
    const isReminder = change.startsWith('reminder');
    if (!isReminder && (await deps.told.first(id, `counted-${change}-${revision}`))) {
      const waited = Math.round((Date.parse(appointment.from) - Date.parse(appointment.bookedAt)) / dayMs);
      await deps.count({
        day: appointment.day,
        place: appointment.place,
        reason: appointment.reason,
        change,
        waited,
      });
    }
    const now = deps.now();
    const isPast = appointment.from <= now;
    if (appointment.revision !== revision || (isReminder && (isPast || !isLive(appointment)))) return;
    const others =
      change === 'withdrawn'
        ? await deps.others(appointment.reason, appointment.place, appointment.from)
        : [];
    const link = pageOf(deps.publicUrl, secretOf(id, await deps.sign()), appointment.language);
    const all = await known(deps);
    await send(
      deps,
      all,
      appointmentMessage(all, appointment, change, { link, now, others }),
      id,
      `${change}-${revision}`,
    );
  };

const waitingChanges: readonly WaitingChange[] = ['joined', 'offered', 'lapsed'];
export const tellWaiter =
  (deps: TellDeps) =>
  async ({ waiterId: id, change, round }: { waiterId: string; change: string; round: number }) => {
    const waiter = await deps.waiting.read(id);
    const found = waitingChanges.find((one) => one === change);
    if (!waiter || !found || waiter.revision !== round) return;
    const all = await known(deps);
    const link = pageOf(deps.publicUrl, secretOf(id, await deps.sign()), waiter.language);
    await send(deps, all, waitingMessage(all, waiter, found, link), id, `${change}-${round}`);
  };
