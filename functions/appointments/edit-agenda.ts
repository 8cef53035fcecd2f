import type { AgentCaller } from '../agents/caller.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { agendaProblems } from './agenda-checks.ts';
import type { AgendaTable } from './agenda-table.adapter.ts';
import type { FigureTable } from './figure-table.adapter.ts';
import { mayChange } from './may.ts';
import type * as api from './settings-api.ts';
import type { WaitingTable } from './waiting-table.adapter.ts';
import { readClock } from './wall-clock.ts';

export type EditDeps = {
  saved: Pick<AgendaTable, 'read' | 'save'>;
  authority(): Promise<Authority>;
  logins(): Promise<string[]>;
  waiting: Pick<WaitingTable, 'count'>;
  figures: Pick<FigureTable, 'month'>;
  now(): string;
};
type Saved = ReplyOf<typeof api.readAgenda>;

export const readAgenda =
  ({ saved, authority }: EditDeps) =>
  async (_input: unknown, { agent }: AgentCaller): Promise<Saved> => {
    const [kept, { departments }] = await Promise.all([saved.read(), authority()]);
    const isAdministrator = agent.roles.includes('administrator');
    const codes = departments.map(({ code }) => code);
    return {
      ...kept,
      problems: [],
      departments: isAdministrator ? codes : codes.filter((code) => agent.departments.includes(code)),
      mayChangePlaces: isAdministrator,
    };
  };

/**
 * Saves what is right; what leads nowhere comes back with its problems and nothing is changed. Refuses `conflict` when
 * somebody saved since, `forbidden` for what is not the agent's.
 */
export const saveAgenda =
  (deps: EditDeps) =>
  async ({ body }: InputOf<typeof api.saveAgenda>, caller: AgentCaller): Promise<Saved> => {
    const [before, { departments }, logins] = await Promise.all([
      deps.saved.read(),
      deps.authority(),
      deps.logins(),
    ]);
    if (before.revision !== body.revision) throw new Refusal('conflict');
    if (!mayChange(caller.agent, before.agenda, body.agenda)) throw new Refusal('forbidden');
    const codes = departments.map(({ code }) => code);
    const problems = agendaProblems(body.agenda, codes, logins);
    if (problems.length > 0)
      return { ...(await readAgenda(deps)(undefined, caller)), agenda: body.agenda, problems };
    const { login } = caller.agent;
    if (!(await deps.saved.save(body.agenda, `agent:${login}`, deps.now(), body.revision)))
      throw new Refusal('conflict');
    return readAgenda(deps)(undefined, caller);
  };

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** A month at a glance; the month of today unless another is asked for. */
export const readFigures =
  (deps: EditDeps) =>
  async ({ query }: InputOf<typeof api.readFigures>): Promise<ReplyOf<typeof api.readFigures>> => {
    const now = deps.now();
    const { timeZone } = await deps.authority();
    const month = query.month ?? readClock(timeZone, now).day.slice(0, 7);
    const lines = await deps.figures.month(month);
    return {
      month,
      lines: await Promise.all(
        lines.map(async ({ waited, ...line }) => ({
          ...line,
          missedRate: ratio(line.missed, line.missed + line.honoured),
          meanWait: ratio(waited, line.booked),
          waiting: await deps.waiting.count(line.reason, line.place),
        })),
      ),
      now,
    };
  };
