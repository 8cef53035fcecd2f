import type { Agent } from '../../agents/agent.ts';
import type { AgentCaller } from '../../agents/caller.ts';
import { ordinaryWork } from '../../agents/work-profile.ts';
import { addDays, type Day, weekday } from '../../deadlines/day.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import type { Snapshot, Whole } from '../../requests/items.ts';
import type { Authority } from '../../settings/authority.ts';
import type { InputOf, ReplyOf } from '../../shared/api.ts';
import type { tryRules as operation } from './agent-api.ts';
import { capOf } from './choose.ts';
import { chooseIn } from './distribute.ts';
import { factsOf, weigh } from './facts.ts';
import { openWith, type Roster, workersOf } from './roster.ts';
import { leading } from './staff.ts';

export type TryDeps = {
  authority(): Promise<Authority>;
  agentsOf(department: string): Promise<Agent[]>;
  roster(department: string): Promise<Roster>;
  openOf(login: string, atMost: number): Promise<string[]>;
  newest(department: string, since: string, limit: number): Promise<Snapshot[]>;
  load(reference: string): Promise<Whole>;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  now(): string;
  dayIn(zone: string, instant: string): Day;
};
/** A trial reads each request whole. */
const mostTried = 30;
const daysBack = 7;

/** The last working day, as far as the week says. */
const yesterday = (today: Day): Day => {
  const day = addDays(today, -1);
  return weekday(day) === 0 ? addDays(day, -2) : weekday(day) === 6 ? addDays(day, -1) : day;
};

/** Those of yesterday and today; when there are none, those of a week. */
const lately = async (deps: TryDeps, department: string, today: Day) => {
  const week = addDays(today, -daysBack);
  const found = await deps.newest(department, week, mostTried * 2);
  const since = yesterday(today);
  const fresh = found.filter(({ request }) => request.openedAt.slice(0, 10) >= since);
  const some = fresh.length > 0 ? { since, found: fresh } : { since: week, found };
  return { ...some, found: some.found.slice(0, mostTried).reverse() };
};

type Item = ReplyOf<typeof operation>['items'][number];
/** As if they came in again, one after the other, on a board without them. Nothing is written. */
export const tryRules =
  (deps: TryDeps) =>
  async (
    { params, body: { rules } }: InputOf<typeof operation>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof operation>> => {
    const { department } = params;
    const authority = await leading(deps, caller, department);
    const at = deps.now();
    const today = deps.dayIn(authority.timeZone, at);
    const [agents, kept, { since, found }] = await Promise.all([
      deps.agentsOf(department),
      deps.roster(department),
      lately(deps, department, today),
    ]);
    const tried = found.map(({ request }) => request.reference);
    const held = await Promise.all(
      agents.map(async ({ login, work = ordinaryWork }) => {
        const listed = await deps.openOf(login, capOf(work, rules) + mostTried);
        return [login, { all: listed, rest: listed.filter((one) => !tried.includes(one)) }] as const;
      }),
    );
    const standing = new Map(held);
    const given = new Map<string, string[]>();
    let roster: Roster = { ...kept, recent: [] };
    const items: Item[] = [];
    for (const { request, card, due } of found) {
      const { reference } = request;
      const whole = await deps.load(reference);
      const procedure = request.procedure
        ? await deps.procedure(request.procedure, request.procedureRevision ?? undefined)
        : null;
      const listOf = (login: string) => [...(standing.get(login)?.rest ?? []), ...(given.get(login) ?? [])];
      const open = (login: string) => openWith(listOf(login), { ...roster, recent: [] }, { login, at });
      const workers = workersOf(agents, department, { roster, open, today });
      const facts = { ...factsOf(whole, procedure, authority), department };
      const { agent, why, next } = chooseIn(roster, { reference, facts, workers, rules, at });
      roster = next;
      if (agent) given.set(agent, [...(given.get(agent) ?? []), reference]);
      const { score, why: weight } = weigh(whole, procedure);
      items.push({
        ...{ reference, ...card, due, receivedAt: request.openedAt, urgency: request.urgency },
        ...{ state: request.state, agent: request.agent, given: [...(request.why ?? [])] },
        ...{ would: agent, why, complexity: score, weight },
      });
    }
    return {
      ...{ since, looked: items.length, items },
      loads: held.map(([login, { all, rest }]) => ({
        ...{ login, before: all.length },
        after: rest.length + (given.get(login)?.length ?? 0),
      })),
    };
  };
