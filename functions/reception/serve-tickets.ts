import type { AgentCaller } from '../agents/caller.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { hourLine, isEarly, letterOf, ticketId, waitedSeconds } from './ticket.ts';
import type { Moment, TicketTable } from './ticket-table.adapter.ts';
import type * as api from './tickets-api.ts';
import type { Ticket } from './tickets-api.ts';

export type TicketDeps = {
  tickets: TicketTable;
  authority(): Promise<Authority>;
  now(): string;
  dayIn(zone: string, instant: string): string;
  timeIn(zone: string, instant: string): string;
};
const shown = 100;
const lately = 5;
/** A desk that loses this many races in a row is told that nobody waits; whoever presses again is served. */
const mostTries = 300;

const moment = async ({ authority, now, dayIn, timeIn }: Omit<TicketDeps, 'tickets'>): Promise<Moment> => {
  const { timeZone } = await authority();
  const at = now();
  return { at, day: dayIn(timeZone, at), hour: timeIn(timeZone, at).slice(0, 2) };
};

type Handed = InputOf<typeof api.handTicket> & { body: { appointmentAt?: string | null } };

/** Refuses `invalid-input` for a subject that is no department. */
export const handTicket =
  (deps: TicketDeps) =>
  async ({ body, headers }: Handed): Promise<ReplyOf<typeof api.handTicket>> => {
    const { departments } = await deps.authority();
    const when = await moment(deps);
    const letter = letterOf(departments, body.topic);
    if (!letter) throw new Refusal('invalid-input', [{ field: 'topic', code: 'invalid' }]);
    const key = headers['idempotency-key'];
    const hand = async (): Promise<Ticket> => {
      const before = await deps.tickets.handedFor(when.day, key);
      if (before) return before;
      const id = ticketId(letter, await deps.tickets.nextNumber(when.day, letter, when.at));
      const ticket: Ticket = {
        ...{ id, ...body, handedAt: when.at },
        ...{ calledAt: null, desk: null, by: null, state: 'waiting' },
      };
      if (await deps.tickets.hand(when, key, ticket)) return ticket;
      const first = await deps.tickets.handedFor(when.day, key);
      if (!first) throw new Refusal('conflict');
      return first;
    };
    const ticket = await hand();
    const { tickets: waiting } = await deps.tickets.waiting(when.day, shown);
    const at = waiting.findIndex(({ id }) => id === ticket.id);
    return { ticket, before: at < 0 ? waiting.length : at };
  };

/** An agent who serves somebody already is given that ticket again: pressing twice calls one person. */
export const callTicket =
  (deps: TicketDeps) =>
  async (
    { body }: InputOf<typeof api.callTicket>,
    { agent: { login } }: AgentCaller,
  ): Promise<ReplyOf<typeof api.callTicket>> => {
    const when = await moment(deps);
    const concerns = ({ topic }: Ticket) => body.topics.length === 0 || body.topics.includes(topic);
    let after: Record<string, unknown> | undefined;
    const early: Ticket[] = [];
    for (let tries = 0; tries < mostTries; ) {
      const mine = await deps.tickets.servedBy(when.day, login);
      if (mine) return { ticket: mine };
      const page = await deps.tickets.waiting(when.day, 25, after);
      const here = page.tickets.filter(concerns);
      early.push(...here.filter((one) => isEarly(one, when.at)));
      // Those who came before their time are called when nobody else waits.
      const inTurn = here.filter((one) => !isEarly(one, when.at));
      for (const waiting of page.next ? inTurn : [...inTurn, ...early]) {
        tries += 1;
        const called: Ticket = {
          ...waiting,
          ...{ state: 'called', calledAt: when.at, desk: body.desk, by: login },
        };
        if (await deps.tickets.call(when, called, login, waitedSeconds(waiting, when.at)))
          return { ticket: called };
        const own = await deps.tickets.servedBy(when.day, login);
        if (own) return { ticket: own };
      }
      after = page.next;
      if (!after) break;
    }
    return { ticket: null };
  };

/** Refuses `not-found`, and `not-allowed-in-state` for a ticket that nobody called; ended the same way twice is ended once. */
export const endTicket =
  (deps: TicketDeps) =>
  async ({ params, body }: InputOf<typeof api.endTicket>): Promise<ReplyOf<typeof api.endTicket>> => {
    const when = await moment(deps);
    const ticket = await deps.tickets.read(when.day, params.id.toUpperCase());
    if (!ticket) throw new Refusal('not-found');
    if (ticket.state === body.outcome) return { ticket };
    if (ticket.state !== 'called' || !(await deps.tickets.end(when, ticket, body.outcome)))
      throw new Refusal('not-allowed-in-state');
    return { ticket: { ...ticket, state: body.outcome } };
  };

export const listTickets =
  (deps: TicketDeps) =>
  async (_input: unknown, { agent }: AgentCaller): Promise<ReplyOf<typeof api.listTickets>> => {
    const { day, at } = await moment(deps);
    const [waiting, mine, called, hours] = await Promise.all([
      deps.tickets.waiting(day, shown),
      deps.tickets.servedBy(day, agent.login),
      deps.tickets.called(day, lately),
      deps.tickets.hours(day),
    ]);
    return { waiting: waiting.tickets, mine, called, hours: hours.map(hourLine), now: at };
  };
