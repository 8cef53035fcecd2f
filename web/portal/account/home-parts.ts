import type { listOwn } from '../../../functions/appointments/waiting-api.ts';
import type { listDrafts } from '../../../functions/drafts/citizen-api.ts';
import type { FollowedRequest, listOwnRequests } from '../../../functions/follow/citizen-api.ts';
import type { listPayments, PaymentView } from '../../../functions/payments/public-api.ts';
import type { readWarnings, Warning } from '../../../functions/safe/needed-api.ts';
import { type AnswerOf, call } from '../../ui/api.ts';
import { euros } from '../../ui/messages/numbers.ts';
import { spaceHome as t } from '../../ui/messages/space-home-fr.ts';
import { addresses } from '../frame.tsx';
import { inThisLanguage } from '../written.ts';
import type { Line } from './tile.tsx';

export const read = {
  requests: () => call<typeof listOwnRequests>('GET /api/citizen/requests', { query: { limit: 5 } }),
  drafts: () => call<typeof listDrafts>('GET /api/citizen/drafts', {}),
  appointments: () => call<typeof listOwn>('GET /api/citizen/appointments', { query: inThisLanguage }),
  payments: () => call<typeof listPayments>('GET /api/public/payments', { query: {}, headers: {} }),
  warnings: () => call<typeof readWarnings>('GET /api/citizen/safe/warnings', {}),
};
export type Appointments = AnswerOf<typeof listOwn>;

const requestAddress = (reference: string) => `${addresses.requests}/${reference}`;

/** What waits for the person, soonest first: requests, then what is to be paid, then documents that are out of date. */
export const awaitsOf = (
  requests: readonly FollowedRequest[],
  payments: readonly PaymentView[],
  warnings: readonly Warning[],
  now: string,
): Line[] => [
  ...requests
    .filter(({ group }) => group === 'your-turn')
    .map(({ reference, subject, until }) => ({
      key: reference,
      href: requestAddress(reference),
      title: t.awaits.request(subject || reference),
      ...(until ? { detail: t.awaits.until(until, now) } : {}),
    })),
  ...payments
    .filter(({ state, mayPay }) => state === 'due' && mayPay)
    .map(({ id, label, cents, dueOn }) => ({
      key: id,
      href: addresses.pay,
      title: t.awaits.pay(label, euros(cents)),
      ...(dueOn ? { detail: t.awaits.due(dueOn) } : {}),
    })),
  ...warnings
    .filter(({ kind }) => kind === 'expired')
    .map(({ document, label }) => ({
      key: document?.id ?? label,
      href: addresses.safe,
      title: t.awaits.document(document?.name ?? label),
    })),
];

export const requestLines = (requests: readonly FollowedRequest[]): Line[] =>
  requests.slice(0, 3).map(({ reference, subject, receivedOn, promisedOn, group }) => ({
    key: reference,
    href: requestAddress(reference),
    title: subject || reference,
    detail:
      group === 'ended'
        ? t.requests.ended
        : promisedOn
          ? t.requests.promised(promisedOn)
          : t.requests.sent(receivedOn),
  }));

export const draftLines = ({ drafts }: AnswerOf<typeof listDrafts>): Line[] =>
  drafts.slice(0, 3).map(({ procedure, title, at, until }) => ({
    key: procedure,
    href: `${addresses.procedures}/${procedure}`,
    title,
    detail: [at.count > 0 && t.drafts.step(at.index + 1, at.count), t.drafts.until(until)]
      .filter(Boolean)
      .join(', '),
  }));

export const appointmentLines = ({ appointments }: Appointments): Line[] =>
  appointments.slice(0, 3).map(({ secret, appointment: { reason, place, from } }) => ({
    key: secret,
    href: addresses.appointments,
    title: reason.name,
    detail: t.appointments.at(from, place.name),
  }));

export const warningLines = (warnings: readonly Warning[]): Line[] =>
  warnings
    .filter(({ kind }) => kind !== 'expired')
    .slice(0, 3)
    .map(({ document, label, on, kind }) => ({
      key: document?.id ?? label,
      href: addresses.safe,
      title: document?.name ?? label,
      detail: kind === 'season' ? t.safe.season(on) : t.safe.expires(on),
    }));

export const dueLines = (payments: readonly PaymentView[]): Line[] =>
  payments
    .filter(({ state }) => state === 'due')
    .slice(0, 3)
    .map(({ id, label, cents, dueOn }) => ({
      key: id,
      href: addresses.pay,
      title: `${label} : ${euros(cents)}`,
      ...(dueOn ? { detail: t.awaits.due(dueOn) } : {}),
    }));
