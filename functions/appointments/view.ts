import { type Place, placeOf, placesFor, type Reason, reasonOf } from './agenda.ts';
import type { ReadAgenda } from './agenda-language.ts';
import type { Appointment } from './appointment.ts';
import type { AppointmentView, PlaceView, ReasonView, WaitingView } from './public-views.ts';
import type { Waiter } from './waiter.ts';

export const placeView = ({ code, name, address, access, phone }: Place): PlaceView => ({
  ...{ code, name, address, access, phone },
});
export const reasonView = (agenda: ReadAgenda, reason: Reason): ReasonView => {
  const { code, name, summary, department, minutes, documents } = reason;
  const places = placesFor(agenda, code).map((place) => place.code);
  return { code, name, summary, department, minutes, documents, places };
};
/** A reason or place that the agenda no longer has keeps its appointments: its code stands for its name. */
const reasonNamed = (agenda: ReadAgenda, code: string): ReasonView => {
  const found = reasonOf(agenda, code);
  if (found) return reasonView(agenda, found);
  return { code, name: code, summary: '', department: '', minutes: 0, documents: [], places: [] };
};
const placeNamed = (agenda: ReadAgenda, code: string): PlaceView => {
  const found = placeOf(agenda, code);
  return found ? placeView(found) : { code, name: code, address: '', access: '', phone: '' };
};

const languageOf = ({ language }: ReadAgenda) => (language ? { language } : {});

/** What its own person sees of an appointment. */
export const appointmentView = (
  agenda: ReadAgenda,
  appointment: Appointment,
  now: string,
): AppointmentView => {
  const { givenName, familyName, email, phone, wantsTexts } = appointment.contact;
  const { day, from, to, state, reference, note } = appointment;
  return {
    reason: reasonNamed(agenda, appointment.reason),
    place: placeNamed(agenda, appointment.place),
    ...{ day, from, to, state, reference, note },
    isClosed: appointment.closing !== undefined,
    isOver: to <= now,
    contact: { givenName, familyName, email, phone, wantsTexts },
    ...languageOf(agenda),
  };
};

export const waitingView = (agenda: ReadAgenda, waiter: Waiter, position: number | null): WaitingView => {
  const { state, before, offer } = waiter;
  return {
    reason: reasonNamed(agenda, waiter.reason),
    place: placeNamed(agenda, waiter.place),
    ...{ before, state, position },
    offer: offer && state === 'offered' ? { from: offer.from, to: offer.to, until: offer.until } : null,
    ...languageOf(agenda),
  };
};
