import type { AgentCaller } from '../../agents/caller.ts';
import { mayRead, maySee } from '../../agents/rights.ts';
import { addDays } from '../../deadlines/day.ts';
import { type ActDeps, act, by, changed, noteOf } from '../../requests/agent-act.ts';
import type { Snapshot } from '../../requests/items.ts';
import type { InputOf } from '../../shared/api.ts';
import { ifThere, Refusal } from '../../shared/refusal.ts';
import type { decideArbitration, Learning, learnNow, useVersion } from './agent-api.ts';
import { overview } from './overview.ts';
import {
  asked,
  type InUse,
  isWithdrawn,
  modelKey,
  type Run,
  shipped,
  type Version,
  versionOf,
} from './version.ts';
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
  forgottenAt(): Promise<string | null>;
  /** Whether a model is where it was written. */
  isThere(key: string): Promise<boolean>;
  choose(inUse: InUse): Promise<void>;
  start(name: string): Promise<void>;
};
const weeksBefore = 8;
const mostVersions = 20;
const mostArbitrations = 50;

/** What the quality unit reads and decides of what is learnt. */
export const learning = (deps: LearningDeps) => {
  /** A request of the cabinet is decided by who is named in it; that there is one is nobody else's. */
  const shown = async (
    one: { reference: string; since: string; moves: number },
    { agent }: AgentCaller,
  ): Promise<Learning['arbitrations']> => {
    const held = await ifThere(deps.snapshot(one.reference));
    if (!held?.request.arbitration) return [];
    const { request, card } = held;
    if (!maySee(agent, request.department)) return [];
    const mayDecide = mayRead(agent, request);
    const { department, version } = request;
    return [{ ...one, version, department, subject: mayDecide ? card.subject : '', mayDecide }];
  };

  return {
    /** Nine weeks, of the authority's time zone; arbitrations as far as this agent may see them. */
    async read(_input: unknown, caller: AgentCaller): Promise<Learning> {
      const now = deps.now();
      const authority = await deps.authority();
      const monday = weekOf(deps.dayIn(authority.timeZone, now));
      const first = addDays(monday, -7 * weeksBefore);
      const [counted, versions, lastRun, inUse, waiting, forgottenAt] = await Promise.all([
        deps.weeks(first),
        deps.list(mostVersions),
        deps.lastRun(),
        deps.inUse(),
        deps.arbitrations(mostArbitrations),
        deps.forgottenAt(),
      ]);
      const weeks = Array.from({ length: weeksBefore + 1 }, (_, i) => {
        const week = addDays(first, 7 * i);
        return counted.find((one) => one.week === week) ?? { week, counters: {} };
      });
      return {
        ...overview(weeks, authority),
        words: lastRun?.words ?? { now: null, before: null },
        now,
        versions: versions.map((one) => ({ ...one, withdrawn: isWithdrawn(one, forgottenAt) })),
        lastRun: lastRun && { ...lastRun, isFollowed: inUse?.version === versionOf(lastRun.at) },
        inUse: {
          ...(inUse ?? { version: shipped, since: null, by: null }),
          // Where its model is gone, the shipped one serves in its place.
          isMissing: Boolean(inUse?.key && !(await deps.isThere(inUse.key))),
        },
        arbitrations: (await Promise.all(waiting.map((one) => shown(one, caller)))).flat(),
      };
    },

    /** Asked twice with one key, one night. */
    async learnNow({ headers }: InputOf<typeof learnNow>, { agent }: AgentCaller) {
      // A name of an execution takes few characters; a key takes any.
      await deps.start(asked(deps.hash(`${agent.login} ${headers['idempotency-key']}`)));
      return { startedAt: deps.now() };
    },

    /** Serves from now on; refuses `not-found` for a version that never was, or is withdrawn. */
    async use({ params: { version } }: InputOf<typeof useVersion>, caller: AgentCaller) {
      const [made, forgottenAt] = await Promise.all([deps.find(version), deps.forgottenAt()]);
      if (version !== shipped && (!made || isWithdrawn(made, forgottenAt))) throw new Refusal('not-found');
      const key = version === shipped ? null : modelKey(version);
      await deps.choose({ version, key, since: deps.now(), by: by(caller) });
      return { version };
    },

    /** Refuses `invalid-input` for an unknown department, and as `act` does. */
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
