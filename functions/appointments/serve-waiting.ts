import { type Caller, subjectOf } from '../agents/caller.ts';
import type { PageLanguage } from '../procedures/translation.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { agendaIn } from './agenda-language.ts';
import { secretOf } from './link.ts';
import {
  accountOf,
  checkContact,
  opened,
  type PublicDeps,
  positionOf,
  refuseFlood,
  reply,
  secretFor,
} from './serve-public.ts';
import { appointmentView, waitingView } from './view.ts';
import { accept, join, step } from './wait.ts';
import type { Waiter } from './waiter.ts';
import type * as api from './waiting-api.ts';
import { keptLanguage } from './words.ts';

const view = async (deps: PublicDeps, waiter: Waiter, language: PageLanguage = 'fr') =>
  waitingView(agendaIn(await deps.agenda(), language), waiter, await positionOf(deps, waiter));
type Secret = { headers: { 'x-appointment-secret': string }; query: { language: PageLanguage } };

export const joinPublic =
  (deps: PublicDeps) =>
  async (
    { body, query }: InputOf<typeof api.joinWaiting>,
    caller: Caller,
  ): Promise<ReplyOf<typeof api.joinWaiting>> => {
    await refuseFlood(deps, caller, 'wait');
    checkContact(body.contact);
    const had = body.appointment ? await opened(deps, body.appointment, false) : null;
    const waiter = await join(deps)(
      { ...body, ...keptLanguage(query.language), account: accountOf(caller) },
      had,
    );
    return {
      secret: secretOf(waiter.id, await deps.sign()),
      waiting: await view(deps, waiter, query.language),
      now: deps.now(),
    };
  };

export const acceptPublic =
  (deps: PublicDeps) =>
  async ({ headers, query }: Secret, caller: Caller): Promise<ReplyOf<typeof api.acceptOffer>> => {
    const id = await opened(deps, headers['x-appointment-secret'], true);
    const waiter = await deps.waiting.read(id);
    const { reason = '', place = '' } = waiter ?? {};
    return reply(deps, await accept(deps)(id), { reason, place }, caller, query.language);
  };

/** Who lets an offer go says so: whoever is next is asked without waiting for its end. */
const next =
  ({ appointments, now }: PublicDeps) =>
  async ({ id, offer, revision }: Waiter): Promise<void> => {
    if (!offer) return;
    const { place, day, desk, start, cells, mark } = offer;
    const at = now();
    const end = (cells.at(-1) ?? start) + 5;
    const freedBy = `${id}-${revision}`;
    const detail = { freedBy, place, day, desk, start, end, mark };
    await appointments.transact([
      appointments.announce(id, `let-go-${revision}`, { type: 'appointment-freed', detail }, at),
    ]);
  };

export const stepPublic =
  (deps: PublicDeps, way: 'decline' | 'leave') =>
  async ({ headers, query }: Secret): Promise<ReplyOf<typeof api.declineOffer>> => {
    const id = await opened(deps, headers['x-appointment-secret'], true);
    const waiter = await step(deps, next(deps))(id, way);
    return { waiting: await view(deps, waiter, query.language), now: deps.now() };
  };

/** Appointments of an account, or of whom its holder acts for, that are not over. */
export const listOwn =
  (deps: PublicDeps) =>
  async ({ query }: InputOf<typeof api.listOwn>, caller: Caller): Promise<ReplyOf<typeof api.listOwn>> => {
    const now = deps.now();
    if (caller.kind !== 'citizen') return { appointments: [], now };
    const { account } = subjectOf(caller.citizen);
    const earlier = new Date(Date.parse(now) - 4 * 3_600_000).toISOString();
    const [found, agenda, sign] = await Promise.all([
      deps.appointments.ofAccount(account, earlier, 50),
      deps.agenda(),
      deps.sign(),
    ]);
    const read = agendaIn(agenda, query.language);
    const live = found.filter(({ state, to }) => state === 'booked' && to > now);
    return {
      appointments: live.map((one) => ({
        secret: secretFor(one.id, sign, caller),
        appointment: appointmentView(read, one, now),
      })),
      now,
    };
  };
