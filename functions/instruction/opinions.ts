import type { AgentCaller } from '../agents/caller.ts';
import { mayAdvise } from '../agents/rights.ts';
import { authorOf } from '../letters/answer.ts';
import { by } from '../requests/agent-act.ts';
import { contentHash } from '../requests/journal.ts';
import type { OpinionRecord } from '../requests/records.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { askOpinions as askOperation, giveOpinion as giveOperation } from './agent-api.ts';
import { type DeedDeps, type Done, doDeed } from './do-deed.ts';
import { givenOpinion, opinionItem } from './opinion-item.ts';

/** Asks departments for their opinion beside the workflow; each finds it on its board. */
export const askOpinions =
  (deps: DeedDeps) =>
  (input: InputOf<typeof askOperation>, caller: AgentCaller): Promise<Done> =>
    doDeed(deps, input, caller, 'askOpinion', (current, { id, authority, today }) => {
      const { departments, question, due } = input.body;
      const codes = [...new Set(departments)];
      const known = authority.departments.map(({ code }) => code);
      const odd = codes.findIndex((code) => !known.includes(code));
      if (odd >= 0) throw new Refusal('invalid-input', [{ field: `departments.${odd}`, code: 'unknown' }]);
      if (due !== null && due < today) throw new Refusal('invalid-input', [{ field: 'due', code: 'past' }]);
      const asked = codes.map((department) => ({ opinionId: `${id}-${department}`, department }));
      return {
        commands: asked.map((one) => ({ command: 'opinion-requested', ...one, due, by: by(caller) })),
        records: asked.map((one) =>
          opinionItem(
            { ...one, question, askedAt: deps.now(), text: null, author: null, salt: deps.newSalt() },
            current,
            due,
          ),
        ),
      };
    });

type GiveDeps = DeedDeps & { opinion(reference: string, id: string): Promise<OpinionRecord | null> };
/** Gives the opinion of a department, by somebody of it; given once. */
export const giveOpinion =
  (deps: GiveDeps) =>
  (input: InputOf<typeof giveOperation>, caller: AgentCaller): Promise<Done> =>
    doDeed(deps, input, caller, 'giveOpinion', async ({ request }) => {
      const { opinionId } = input.params;
      const { result, text } = input.body;
      const asked = request.opinions.find((one) => one.opinionId === opinionId);
      const record = asked ? await deps.opinion(request.reference, opinionId) : null;
      if (!asked || !record) throw new Refusal('not-found');
      if (!mayAdvise(caller.agent, asked.department)) throw new Refusal('forbidden');
      if (asked.result !== null) throw new Refusal('already-decided');
      const given = { ...record, text, author: authorOf(caller.agent) };
      return {
        commands: [
          {
            command: 'opinion-given',
            ...{ opinionId, result, by: by(caller) },
            contentHash: contentHash(record.salt, text, deps.hash),
          },
        ],
        records: [givenOpinion(given)],
      };
    });
