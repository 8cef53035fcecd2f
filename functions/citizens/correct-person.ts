import type { AgentCaller } from '../agents/caller.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { cardOf } from './card.ts';
import { foldPersons } from './cluster.ts';
import type { ClusterTable } from './cluster-table.adapter.ts';
import { correct } from './correct.ts';
import type * as api from './correct-api.ts';
import type { PersonTable } from './person-table.adapter.ts';

export type CorrectDeps = {
  people: Pick<PersonTable, 'read' | 'changes' | 'transact'>;
  said: Pick<ClusterTable, 'relating'>;
  now(): string;
  epochSeconds(): number;
};
/** Lines of one transaction: the index of a person who gets other names takes most of them. */
const mostLines = 100;

/** Refuses as `correct` does, and `conflict` when somebody else changed the same person meanwhile. */
export const correctPerson =
  (deps: CorrectDeps) =>
  async (
    { params, body }: InputOf<typeof api.correctPerson>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof api.correctPerson>> => {
    const { source, ...asked } = body;
    const { members } = await deps.people.read(params.personId);
    const origin = { source, at: deps.now(), by: `agent:${agent.login}` };
    const after = correct(members, asked, origin);
    const writes = after.map((each) => {
      const before = members.find(({ id }) => id === each.id) ?? null;
      return before?.version === each.version ? [] : deps.people.changes(before, each, deps.epochSeconds());
    });
    // Sheet by sheet when they do not fit together: each is right on its own, and the same call again ends it.
    if (writes.flat().length > mostLines)
      for (const each of writes) {
        if (each.length > 0) await deps.people.transact(each);
      }
    else if (writes.flat().length > 0) await deps.people.transact(writes.flat());
    return { person: cardOf(foldPersons(after)) };
  };

export const declareKin =
  (deps: CorrectDeps) =>
  async ({ params, body }: InputOf<typeof api.declareKin>, { agent }: AgentCaller): Promise<undefined> => {
    const { personId, other } = params;
    const { members } = await deps.people.read(personId);
    await deps.people.read(other);
    if (members.some(({ id }) => id === other)) throw new Refusal('conflict');
    const { relation } = body;
    const kin = relation && { other, relation, by: `agent:${agent.login}`, at: deps.now() };
    await deps.people.transact(deps.said.relating(personId, kin, other));
    return undefined;
  };
