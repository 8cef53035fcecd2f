import type { Agent } from '../agents/agent.ts';
import { isPresent } from '../agents/presence.ts';
import { rankingDay } from '../deadlines/board-due.ts';
import type { Day } from '../deadlines/day.ts';
import { ordinary } from '../deadlines/rules.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { deadlinesOf } from '../requests/facts.ts';
import type { Whole } from '../requests/items.ts';
import { rulesOf } from '../requests/rules.ts';
import type { Authority } from '../settings/authority.ts';
import { giving } from './distribution/due.ts';
import type { KeptRules, Rules } from './distribution/rules.ts';
import type { Situation } from './plan.ts';

export type LookDeps = {
  load(reference: string): Promise<Whole>;
  authority(): Promise<Authority>;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  agent(login: string): Promise<Agent | null>;
  now(): string;
  dayIn(zone: string, instant: string): Day;
  /** How a department shares out its requests; without, they wait in its common basket. */
  rules?(department: string): Promise<KeptRules | null>;
  /** Whether they would find somebody now, where they found nobody before. */
  finds?(whole: Whole, procedure: Procedure | null, rules: Rules, place: Place): Promise<boolean>;
};
type Place = { today: Day; authority: Authority };
/** What the machine carries from one look to the next. */
export type Run = { reference: string; failed: string[]; startedAt: string; round: number };
export type Seen = {
  whole: Whole;
  procedure: Procedure | null;
  authority: Authority;
  /** Of its department, when they are to find somebody for it. */
  rules: Rules | null;
  situation: Situation;
};

/** Everything the plan is made of, at this instant. */
export const look =
  (deps: LookDeps) =>
  async ({ reference, failed, startedAt, round }: Run): Promise<Seen> => {
    const [whole, authority] = await Promise.all([deps.load(reference), deps.authority()]);
    const { request } = whole;
    const { timeZone: zone, holidays: calendar } = authority;
    const procedure = request.procedure
      ? await deps.procedure(request.procedure, request.procedureRevision ?? undefined)
      : null;
    const now = deps.now();
    const dayOf = (instant: string) => deps.dayIn(zone, instant);
    const today = dayOf(now);
    const deadlines = deadlinesOf(whole, rulesOf(procedure, authority), { day: today, dayOf });
    const agent = request.agent && !request.answer ? await deps.agent(request.agent) : null;
    const isAgentAbsent = request.agent !== null && !request.answer && (!agent || !isPresent(agent, today));
    const due = giving(whole);
    const kept = due ? ((await deps.rules?.(request.department ?? '')) ?? null) : null;
    const isToDistribute =
      due === 'again' && kept
        ? ((await deps.finds?.(whole, procedure, kept.rules, { today, authority })) ?? false)
        : kept !== null;
    return {
      ...{ whole, procedure, authority, rules: isToDistribute && kept ? kept.rules : null },
      situation: {
        ...{ whole, procedure, deadlines, zone, calendar, now, today, dayOf, isAgentAbsent },
        ...{ failed, startedAt, round, isToDistribute, isWaitedFor: kept !== null && !isToDistribute },
        silence: procedure?.silence.mode ?? ordinary.silence.mode,
        rank: rankingDay(deadlines) ?? whole.due,
      },
    };
  };
