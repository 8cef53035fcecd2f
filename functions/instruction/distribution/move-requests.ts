import type { Agent } from '../../agents/agent.ts';
import type { AgentCaller } from '../../agents/caller.ts';
import { isPresent } from '../../agents/presence.ts';
import { mayWork } from '../../agents/rights.ts';
import type { Day } from '../../deadlines/day.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import { by, changed } from '../../requests/agent-act.ts';
import type { Change } from '../../requests/append.ts';
import type { Snapshot, Whole } from '../../requests/items.ts';
import { canonical, type Hash } from '../../requests/journal.ts';
import { parseReference } from '../../requests/reference.ts';
import type { Authority } from '../../settings/authority.ts';
import type { InputOf, ReplyOf } from '../../shared/api.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Moved, moveShared as operation } from './agent-api.ts';
import { chooseNow, type DistributeDeps } from './distribute.ts';
import type { Rules } from './rules.ts';
import { leading } from './staff.ts';

export type MoveDeps<Write> = DistributeDeps<Write> & {
  load(reference: string): Promise<Whole>;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  authority(): Promise<Authority>;
  dayIn(zone: string, instant: string): Day;
  hash: Hash;
};
type Move = InputOf<typeof operation>['body']['moves'][number];
type Place = {
  department: string;
  caller: AgentCaller;
  authority: Authority;
  today: Day;
  agents: Agent[];
  rules: Rules | null;
  key: string;
};
/** Without rules of their own, requests go to who has least. */
const plain: Rules = { rules: [], teams: [], rest: 'least-loaded', cap: 200 };

/** Moves by name do not look at each other. */
const atOnce = 5;

const refuseUnless = (current: Snapshot | null, { department }: Place): Snapshot => {
  if (current?.request.department !== department) throw new Refusal('not-found');
  return current;
};

/** To somebody by name, or to the common basket. Nobody is given work while they are away: `absent`. */
const byName = (
  current: Snapshot,
  { agent }: { agent: string | null },
  { agents, department, today, caller }: Place,
): Change | 'absent' => {
  const found = agents.find(({ login }) => login === agent);
  if (agent && (!found || !mayWork(found, { department, agent: null })))
    throw new Refusal('invalid-input', [{ field: 'to.agent', code: 'invalid' }]);
  if (found && !isPresent(found, today)) return 'absent';
  return {
    commands: [{ command: 'request-assigned', department, agent, by: by(caller), reason: null }],
    announce: [changed(current.request.reference)],
  };
};

const moveOne = async <Write>(deps: MoveDeps<Write>, move: Move, place: Place): Promise<Moved> => {
  const { department, caller, authority, today, key } = place;
  const reference = parseReference(move.reference, authority.prefix)?.reference ?? move.reference;
  const done: Moved = { reference, code: 'unchanged', from: null, to: null, why: [] };
  const only: Write[] = [];
  const fingerprint = deps.hash(canonical(move));
  try {
    const { request } = await deps.append(
      reference,
      { key: `share-${caller.agent.login}-${key}`, fingerprint, only },
      async (snapshot) => {
        only.length = 0;
        const current = refuseUnless(snapshot, place);
        done.from = current.request.agent;
        if ('agent' in move.to) {
          const change = byName(current, move.to, place);
          done.code = change === 'absent' ? change : 'moved';
          return change === 'absent' ? { commands: [] } : change;
        }
        const whole = await deps.load(reference);
        const { procedure: id, procedureRevision } = current.request;
        const procedure = id ? await deps.procedure(id, procedureRevision ?? undefined) : null;
        const rules = place.rules ?? plain;
        const chosen = await chooseNow(deps, { whole, procedure, department, rules }, { today, authority });
        Object.assign(done, { why: chosen.why, code: chosen.agent ? 'moved' : 'unchanged' });
        if (!chosen.agent || chosen.agent === done.from) return { commands: [] };
        only.push(deps.turn(department, chosen.next));
        const given = { department, agent: chosen.agent, by: by(caller), reason: 'rules', why: chosen.why };
        return {
          commands: [{ command: 'request-assigned', ...given }],
          announce: [changed(reference)],
        };
      },
    );
    const isMoved = done.code === 'moved' && done.from !== request.agent;
    return { ...done, to: request.agent, code: done.code === 'moved' && !isMoved ? 'unchanged' : done.code };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...done, code: error.code };
  }
};

/**
 * Moves requests of a department, each on its own: what cannot be moved says why and does not stop the others. One after the
 * other when the rules choose, so that each choice sees the one before.
 */
export const moveShared =
  <Write>(deps: MoveDeps<Write>) =>
  async (
    { body, headers }: InputOf<typeof operation>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof operation>> => {
    const { department, moves } = body;
    const authority = await leading(deps, caller, department);
    const [agents, kept] = await Promise.all([deps.agentsOf(department), deps.rules(department)]);
    const place: Place = {
      ...{ department, caller, authority, agents, key: headers['idempotency-key'] },
      today: deps.dayIn(authority.timeZone, deps.now()),
      rules: kept?.rules ?? null,
    };
    const results: Moved[] = [];
    const together = moves.some(({ to }) => 'rules' in to) ? 1 : atOnce;
    for (let from = 0; from < moves.length; from += together)
      results.push(
        ...(await Promise.all(moves.slice(from, from + together).map((move) => moveOne(deps, move, place)))),
      );
    return { results };
  };
