import type { AgentCaller } from '../../agents/caller.ts';
import { needsItsOwn } from '../../instruction/answer-group.ts';
import { type GroupDeps, joinGroup } from '../../instruction/group.ts';
import type { InputOf, ReplyOf } from '../../shared/api.ts';
import { Refusal } from '../../shared/refusal.ts';
import type * as api from './agent-api.ts';
import { type ReadDeps, waveFor } from './read-waves.ts';

/**
 * Puts requests of a wave under one, each by itself: one that cannot be (answered already, another's, in the signature book)
 * is said by its code and holds up no other. Asked again with the same key, nothing is done twice. Refuses as `waveFor` does.
 */
export const groupMembers =
  (deps: ReadDeps & GroupDeps) =>
  async (
    { params, headers, body }: InputOf<typeof api.groupWave>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof api.groupWave>> => {
    const wave = await waveFor(deps, params.waveId, caller.agent);
    const group = joinGroup(deps);
    const grouped: string[] = [];
    const refused: { reference: string; code: string }[] = [];
    for (const reference of new Set(body.references)) {
      if (reference === body.lead) continue;
      try {
        const member = await deps.waves.waveOf(reference);
        if (member?.wave !== wave.id || member.isOut) throw new Refusal('not-found');
        // Said now rather than when the answer leaves: whatever is answered, this one has a letter of its own.
        if (await needsItsOwn(deps, reference, 'answered'))
          throw new Refusal('not-allowed-in-state', [{ field: 'references', code: 'needs-its-own' }]);
        await group({ params: { reference }, headers, body: { lead: body.lead } } as never, caller);
        grouped.push(reference);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push({ reference, code: error.fields?.[0]?.code ?? error.code });
      }
    }
    return { grouped, refused };
  };
