import { type Caller, subjectOf } from '../agents/caller.ts';
import { mobileOf } from '../delivery/phone.ts';
import type { PageLanguage } from '../procedures/translation.ts';
import { labelOf } from '../requests/held.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { agendaIn } from './agenda-language.ts';
import type { Contact } from './appointment.ts';
import { type Booked, book } from './book.ts';
import { cancel } from './cancel.ts';
import { type Held, type HoldDeps, holdSlot } from './hold-slot.ts';
import { isWaiterId, openedBy, type Sign, secretOf, secretUnder } from './link.ts';
import { move } from './move.ts';
import type * as api from './public-api.ts';
import { renewHold } from './renew-hold.ts';
import { appointmentView, waitingView } from './view.ts';
import type { WaitDeps } from './wait.ts';
import type { Waiter } from './waiter.ts';
import { keptLanguage } from './words.ts';

export type PublicDeps = HoldDeps & WaitDeps & { countCall(address: string, kind: string): Promise<number> };
type Subject = { reason: string; place: string };

/** A library, a town hall or a school calls from one address; a machine calls more. In ten minutes. */
const mostCalls = 600;
export const refuseFlood = async (
  { countCall }: PublicDeps,
  { address }: Caller,
  kind: string,
): Promise<void> => {
  if ((await countCall(address, kind)) > mostCalls) throw new Refusal('too-many-requests');
};

/** A number to which no text can go, without an address: nobody could be told anything. */
export const checkContact = ({ email, phone, wantsTexts }: Contact): void => {
  const number = mobileOf(phone);
  if (wantsTexts && !number)
    throw new Refusal('invalid-input', [{ field: 'contact.phone', code: 'not-mobile' }]);
  if (!email && !number) throw new Refusal('invalid-input', [{ field: 'contact.email', code: 'required' }]);
};
const mandateOf = (caller?: Caller): string | undefined =>
  caller?.kind === 'citizen' ? caller.citizen.actingFor?.mandate : undefined;
/** What opens an appointment for whoever calls: for good, or as long as the mandate under which they act. */
export const secretFor = (id: string, sign: Sign, caller: Caller): string => {
  const mandate = mandateOf(caller);
  return mandate ? secretUnder(id, sign, mandate) : secretOf(id, sign);
};
export const accountOf = (caller: Caller): string | null =>
  caller.kind === 'citizen' ? subjectOf(caller.citizen).account : null;
export const actorOf = (caller: Caller): string =>
  caller.kind === 'citizen' && caller.citizen.actingFor
    ? `mandate:${caller.citizen.actingFor.mandate}`
    : 'citizen';

export const reply = async (
  deps: PublicDeps,
  booked: Booked,
  { reason, place }: Subject,
  caller: Caller,
  language: PageLanguage = 'fr',
): Promise<ReplyOf<typeof api.bookAppointment>> => {
  const now = deps.now();
  switch (booked.outcome) {
    case 'booked': {
      const [agenda, sign] = await Promise.all([deps.agenda(), deps.sign()]);
      const { appointment } = booked;
      const view = appointmentView(agendaIn(agenda, language), appointment, now);
      return { outcome: 'booked', secret: secretFor(appointment.id, sign, caller), appointment: view, now };
    }
    case 'taken':
      return { ...booked, waiting: await deps.waiting.count(reason, place), now };
    case 'limit':
      return { ...booked, now };
  }
};

export const bookPublic =
  (deps: PublicDeps) =>
  async (
    { body, headers, query }: InputOf<typeof api.bookAppointment>,
    caller: Caller,
  ): Promise<ReplyOf<typeof api.bookAppointment>> => {
    await refuseFlood(deps, caller, 'book');
    checkContact(body.contact);
    const { hold: holdId, ...wanted } = body;
    const hold = holdId ? await deps.appointments.held(holdId) : null;
    const isSame =
      hold?.reason === body.reason &&
      hold.place === body.place &&
      hold.from === new Date(body.from).toISOString();
    const booked = await book(deps)({
      ...{ ...wanted, ...keptLanguage(query.language) },
      ...{ id: deps.appointmentId(headers['idempotency-key']), account: accountOf(caller), reference: null },
      by: actorOf(caller),
      hold: hold && isSame ? hold : undefined,
    });
    // A form that held it books it no second time.
    if (hold && booked.outcome === 'booked')
      await deps.appointments.hold({ ...hold, appointment: booked.appointment.id });
    return reply(deps, booked, body, caller, query.language);
  };

export const holdPublic =
  (deps: PublicDeps) =>
  async ({ body }: InputOf<typeof api.holdSlot>, caller: Caller): Promise<ReplyOf<typeof api.holdSlot>> => {
    await refuseFlood(deps, caller, 'hold');
    return heldReply(await holdSlot(deps)(body), deps.now());
  };
const heldReply = (held: Held, now: string): ReplyOf<typeof api.holdSlot> => {
  if (held.outcome === 'taken') return { ...held, now };
  const { id, from, to, until } = held.hold;
  return { outcome: 'held', hold: id, from, to, until, now };
};
export const renewPublic =
  (deps: PublicDeps) =>
  async ({ body }: InputOf<typeof api.renewHold>, caller: Caller): Promise<ReplyOf<typeof api.renewHold>> => {
    await refuseFlood(deps, caller, 'hold');
    return heldReply(await renewHold(deps)(body.hold), deps.now());
  };

/** The id that a secret opens. Refuses `not-found` for anything that was not made here. */
export const opened = async (
  deps: Pick<PublicDeps, 'sign'>,
  secret: string,
  isWaiter: boolean,
  caller?: Caller,
): Promise<string> => {
  const id = openedBy(secret, await deps.sign(), mandateOf(caller));
  if (!id || isWaiterId(id) !== isWaiter) throw new Refusal('not-found');
  return id;
};
type Secret = { headers: { 'x-appointment-secret': string }; query: { language: PageLanguage } };

export const positionOf = async (
  { waiting }: Pick<PublicDeps, 'waiting'>,
  waiter: Waiter,
): Promise<number | null> =>
  waiter.state === 'waiting' || waiter.state === 'offered'
    ? (await waiting.count(waiter.reason, waiter.place, waiter)) + 1
    : null;

export const readMine =
  (deps: PublicDeps) =>
  async ({ headers, query }: Secret, caller?: Caller): Promise<ReplyOf<typeof api.readMine>> => {
    const id = openedBy(headers['x-appointment-secret'], await deps.sign(), mandateOf(caller));
    if (!id) throw new Refusal('not-found');
    const [agenda, now] = [agendaIn(await deps.agenda(), query.language), deps.now()];
    if (isWaiterId(id)) {
      const waiter = await deps.waiting.read(id);
      if (!waiter) throw new Refusal('not-found');
      return { appointment: null, waiting: waitingView(agenda, waiter, await positionOf(deps, waiter)), now };
    }
    const appointment = await deps.appointments.read(id);
    if (!appointment) throw new Refusal('not-found');
    return { appointment: appointmentView(agenda, appointment, now), waiting: null, now };
  };

/** Whoever acts for the person changes nothing of the language that they are written to in. */
const actedBy = (caller: Caller | undefined, language: PageLanguage) => {
  const { by } = labelOf(caller);
  return by ? { by } : { language };
};

export const movePublic =
  (deps: PublicDeps) =>
  async (
    { headers, query, body }: InputOf<typeof api.moveAppointment>,
    caller: Caller,
  ): Promise<ReplyOf<typeof api.moveAppointment>> => {
    const id = await opened(deps, headers['x-appointment-secret'], false, caller);
    const known = await deps.appointments.read(id);
    const moved = await move(deps)(id, { ...body, ...actedBy(caller, query.language) });
    const subject = { reason: known?.reason ?? '', place: body.place };
    return reply(deps, moved, subject, caller, query.language);
  };

export const cancelPublic =
  (deps: PublicDeps) =>
  async ({ headers, query }: Secret, caller?: Caller): Promise<ReplyOf<typeof api.cancelAppointment>> => {
    const id = await opened(deps, headers['x-appointment-secret'], false, caller);
    const appointment = await cancel(deps)(id, actedBy(caller, query.language));
    const now = deps.now();
    const agenda = agendaIn(await deps.agenda(), query.language);
    return { appointment: appointmentView(agenda, appointment, now), now };
  };
