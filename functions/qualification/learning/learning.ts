import type { AgentCaller } from '../../agents/caller.ts';
import { mayRead } from '../../agents/rights.ts';
import { addDays } from '../../deadlines/day.ts';
import { type ActDeps, act, by, changed, noteOf } from '../../requests/agent-act.ts';
import type { Snapshot } from '../../requests/items.ts';
import type { InputOf } from '../../shared/api.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { decideArbitration, Learning, learnNow, useVersion } from './agent-api.ts';
import { overview } from './overview.ts';
import { type InUse, modelKey, type Run, shipped, type Version } from './version.ts';
import { type Counters, weekOf } from './week.ts';

export type LearningDeps = ActDeps & {
  dayIn(zone: string, instant: string): string;
  weeks(from: string): Promise<{ week: string; counters: Counters }[]>;
  arbitrations(limit: number): Promise<{ reference: string; since: string; moves: number }[]>;
  snapshot(reference: string): Promise<Snapshot>;
  list(limit: number): Promise<Version[]>;
  find(version: string): Promise<Version | null>;
  lastRun(): Promise<Run | null>;
  inUse(): Promise<InUse | null>;
  choose(inUse: InUse): Promise<void>;
  start(name: string): Promise<void>;
};
const weeksBefore = 8;
const mostVersions = 20;
const mostArbitrations = 50;

/** What the quality unit reads and decides of what is learnt. */
export const learning = (deps: LearningDeps) => {
  /** A request of the cabinet is decided by who is named in it; its subject is nobody else's. */
  const shown = async (
    one: { reference: string; since: string; moves: number },
    { agent }: AgentCaller,
  ): Promise<Learning['arbitrations']> => {
    const held = await deps.snapshot(one.reference).catch((error) => {
      if (error instanceof Refusal && error.code === 'not-found') return null;
      throw error;
    });
    if (!held?.request.arbitration) return [];
    const { request, card } = held;
    const mayDecide = mayRead(agent, request);
    const { department, version } = request;
    return [{ ...one, version, department, subject: mayDecide ? card.subject : '', mayDecide }];
  };

  return {
    async read(_input: unknown, caller: AgentCaller): Promise<Learning> {
      const now = deps.now();
      const authority = await deps.authority();
      const monday = weekOf(deps.dayIn(authority.timeZone, now));
      const first = addDays(monday, -7 * weeksBefore);
      const [counted, versions, lastRun, inUse, waiting] = await Promise.all([
        deps.weeks(first),
        deps.list(mostVersions),
        deps.lastRun(),
        deps.inUse(),
        deps.arbitrations(mostArbitrations),
      ]);
      const weeks = Array.from({ length: weeksBefore + 1 }, (_, i) => {
        const week = addDays(first, 7 * i);
        return counted.find((one) => one.week === week) ?? { week, counters: {} };
      });
      return {
        ...overview(weeks, authority),
        words: lastRun?.words ?? { now: null, before: null },
        ...{ versions, lastRun, now },
        inUse: inUse ?? { version: shipped, since: null, by: null },
        arbitrations: (await Promise.all(waiting.map((one) => shown(one, caller)))).flat(),
      };
    },

    async learnNow({ headers }: InputOf<typeof learnNow>, { agent }: AgentCaller) {
      await deps.start(`asked-${agent.login}-${headers['idempotency-key']}`.slice(0, 80));
      return { startedAt: deps.now() };
    },

    async use({ params: { version } }: InputOf<typeof useVersion>, caller: AgentCaller) {
      if (version !== shipped && !(await deps.find(version))) throw new Refusal('not-found');
      const key = version === shipped ? null : modelKey(version);
      await deps.choose({ version, key, since: deps.now(), by: by(caller) });
      return { version };
    },

    async decide(input: InputOf<typeof decideArbitration>, caller: AgentCaller) {
      const { version } = await act(deps, input, caller, mayRead, ({ request }, id, { departments }) => {
        const { department, reason } = input.body;
        if (!departments.some(({ code }) => code === department))
          throw new Refusal('invalid-input', [{ field: 'department', code: 'invalid' }]);
        const { reference } = request;
        const why = reason ? noteOf(deps, { id, text: reason }, caller) : null;
        return {
          commands: [{ command: 'arbitration-given', department, by: by(caller) }, ...(why?.commands ?? [])],
          records: why?.records,
          announce: [changed(reference), { type: 'request-moved', detail: { reference } }],
        };
      });
      return { version };
    },
  };
};
