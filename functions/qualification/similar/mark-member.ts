import type { AgentCaller } from '../../agents/caller.ts';
import { mayWork } from '../../agents/rights.ts';
import { by, changed } from '../../requests/agent-act.ts';
import type { Append } from '../../requests/append.ts';
import type { InputOf, ReplyOf } from '../../shared/api.ts';
import { Refusal } from '../../shared/refusal.ts';
import type * as api from './agent-api.ts';
import { type ReadDeps, waveFor } from './read-waves.ts';

export type MarkDeps = ReadDeps & { append: Append };

/**
 * Said of one request by who works on it: about something else, or of the wave after all. About something else, it leaves
 * its group as well, unless it was answered with it: the answer of the others is not for it. Refuses `not-found` for what is
 * not of that wave, `forbidden` for who does not work on it.
 */
export const markMember =
  (deps: MarkDeps) =>
  async (
    { params, headers, body }: InputOf<typeof api.leaveWave>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof api.leaveWave>> => {
    const { agent } = caller;
    const wave = await waveFor(deps, params.waveId, agent);
    const { request } = await deps.snapshot(body.reference);
    const { reference } = request;
    if (request.department !== wave.department) throw new Refusal('not-found');
    if (!mayWork(agent, request)) throw new Refusal('forbidden');
    const found = await deps.waves.waveOf(reference);
    if (found?.wave !== wave.id) throw new Refusal('not-found');
    if (body.isOut && request.lead)
      await deps.append(
        reference,
        { key: `agent-${agent.login}-${headers['idempotency-key']}` },
        (current) => {
          const { lead = null, answer = null } = current?.request ?? {};
          if (!lead || (answer && !answer.isImplicit)) return { commands: [] };
          return {
            commands: [{ command: 'request-ungrouped', by: by(caller) }],
            elsewhere: [{ of: lead, gone: `RECORD#MEMBER#${reference}` }],
            announce: [changed(reference)],
          };
        },
      );
    await deps.waves.mark(wave.id, { reference, at: found.at }, body.isOut);
    return { isOut: body.isOut };
  };
