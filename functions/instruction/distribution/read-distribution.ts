import type { Agent } from '../../agents/agent.ts';
import type { AgentCaller } from '../../agents/caller.ts';
import { isPresent } from '../../agents/presence.ts';
import { ordinaryWork, shownWork } from '../../agents/work-profile.ts';
import type { Day } from '../../deadlines/day.ts';
import { readCursor } from '../../requests/board.ts';
import type { BoardTable } from '../../requests/board-table.adapter.ts';
import type { Authority } from '../../settings/authority.ts';
import type { InputOf, ReplyOf } from '../../shared/api.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { listShared, readDistribution as reading } from './agent-api.ts';
import { capOf } from './choose.ts';
import { type KeptRules, ordinaryCap } from './rules.ts';
import { leading, staffOf } from './staff.ts';
import { count, type Days, listsOf } from './workload.ts';
import type { WorkloadTable } from './workload-table.adapter.ts';

export type ReadDeps = {
  agentsOf(department: string): Promise<Agent[]>;
  rules(department: string): Promise<KeptRules | null>;
  workload: WorkloadTable;
  board: BoardTable;
  authority(): Promise<Authority>;
  now(): string;
  dayIn(zone: string, instant: string): Day;
};

/** Who of a department has how much, its common basket and its rules. Refuses as `leading` does. */
export const readDistribution =
  (deps: ReadDeps) =>
  async (
    { query: { department } }: InputOf<typeof reading>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof reading>> => {
    const { communes, timeZone } = await leading(deps, caller, department);
    const now = deps.now();
    const today = deps.dayIn(timeZone, now);
    const [agents, kept] = await Promise.all([deps.agentsOf(department), deps.rules(department)]);
    const staff = staffOf(agents, department, today);
    const [basket, ...each] = await Promise.all(
      [null, ...staff.map(({ login }) => login)].map((login) => deps.workload.days(department, login)),
    );
    const none: Days = { days: [], more: false };
    return {
      department,
      agents: staff.map((agent, at) => {
        const work = shownWork(agent.work ?? ordinaryWork);
        return {
          ...{ login: agent.login, name: `${agent.givenName} ${agent.familyName}`, title: agent.title },
          ...{ work, absence: agent.absence ?? null, leftOn: agent.leftOn ?? null },
          instructs: agent.roles.includes('instructor'),
          isPresent: isPresent(agent, today),
          cap: capOf(work, { cap: kept?.rules.cap ?? ordinaryCap }),
          counts: count(each[at] ?? none, today),
        };
      }),
      basket: count(basket ?? none, today),
      version: kept?.version ?? 0,
      rules: kept?.rules ?? null,
      saved: kept && { by: kept.by, at: kept.at },
      communes: communes.map(({ code, name }) => ({ code, name })),
      ...{ now, today },
    };
  };

const end = '~';
/** A page of what stands with somebody; what belongs to their other departments is none of this one's business. */
export const readShared =
  (deps: ReadDeps) =>
  async ({ query }: InputOf<typeof listShared>, caller: AgentCaller): Promise<ReplyOf<typeof listShared>> => {
    const { department, agent = null, after, limit } = query;
    await leading(deps, caller, department);
    const cursor = readCursor(after);
    if (after && !cursor) throw new Refusal('invalid-input', [{ field: 'after', code: 'invalid' }]);
    const section = { name: 'urgent', partitions: listsOf(department, agent), from: '', to: end } as const;
    const { found, next } = await deps.board.page([section], cursor, limit);
    return {
      items: found
        .filter(({ snapshot }) => snapshot.request.department === department && !snapshot.opinion)
        .map(({ snapshot: { request, card, due } }) => ({
          ...{ reference: request.reference, receivedAt: request.openedAt, agent: request.agent },
          ...{ urgency: request.urgency, state: request.state, due },
          ...card,
          given: [...(request.why ?? [])],
        })),
      next,
      now: deps.now(),
    };
  };
