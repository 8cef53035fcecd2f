import type { AgentCaller } from '../../agents/caller.ts';
import { mayWork } from '../../agents/rights.ts';
import type { similarRequests } from '../../instruction/course-api.ts';
import { alike } from '../../instruction/group.ts';
import type { Snapshot } from '../../requests/items.ts';
import { parseReference } from '../../requests/reference.ts';
import { isSettled } from '../../requests/request.ts';
import type { Authority } from '../../settings/authority.ts';
import type { InputOf, ReplyOf } from '../../shared/api.ts';
import { Refusal } from '../../shared/refusal.ts';
import { alikeness, sameText, vectorOf } from './compare.ts';
import type { SimilarTable } from './similar-table.adapter.ts';
import type { WaveTable } from './wave-table.adapter.ts';

export type SimilarDeps = {
  index: Pick<SimilarTable, 'fingerprint'>;
  waves: Pick<WaveTable, 'recent'>;
  authority(): Promise<Pick<Authority, 'prefix'>>;
  snapshot(reference: string): Promise<Snapshot>;
};

/** Two months of a department, the newest of them: what is older is answered, or no longer alike for long. */
const days = 60;
const compared = 120;
const shown = 20;
const least = 0.15;

const before = (at: string) => new Date(Date.parse(at) - days * 86_400_000).toISOString();

/**
 * Proposes requests to group with one: open ones of the same department that say the same, by fingerprint, the closest first.
 * Refuses `not-found` for what is no reference, `forbidden` for who does not work on it.
 */
export const similarTo =
  (deps: SimilarDeps) =>
  async (
    { params }: InputOf<typeof similarRequests>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof similarRequests>> => {
    const reference = parseReference(params.reference, (await deps.authority()).prefix)?.reference;
    if (!reference) throw new Refusal('not-found');
    const one = await deps.snapshot(reference);
    const { department, contactIds, openedAt } = one.request;
    if (!mayWork(agent, one.request)) throw new Refusal('forbidden');
    const [contactId] = contactIds;
    const entry = department && contactId ? await deps.index.fingerprint(contactId) : null;
    if (!department || !entry) return { requests: [] };
    const own = vectorOf(entry);
    const near = (await deps.waves.recent(department, before(openedAt), compared))
      .filter((other) => other.reference !== reference)
      .map((other) => ({
        reference: other.reference,
        score: Math.max(alikeness(own, vectorOf(other)), sameText(entry, other)),
      }))
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score)
      .slice(0, shown);
    const held = await Promise.all(near.map((each) => deps.snapshot(each.reference).catch(() => null)));
    return {
      requests: held.flatMap((other) =>
        other && other.request.department === department && !isSettled(other.request.state)
          ? [alike(one, other)]
          : [],
      ),
    };
  };
