import type { Agent } from '../../agents/agent.ts';
import { mayRead } from '../../agents/rights.ts';
import type { Snapshot } from '../../requests/items.ts';
import { likenessOf } from './likeness.ts';
import type { SimilarTable } from './similar-table.adapter.ts';

export type BeforeDeps = {
  index: Pick<SimilarTable, 'fingerprint' | 'near'>;
  /** Reference of the request that a contact opened. */
  openedBy(contactId: string): Promise<string | null | undefined>;
  snapshot(reference: string): Promise<Snapshot>;
};
const lookedUp = 3;

/**
 * The same letter of the same person, sent before and opened as another request that this agent may read; null without one.
 * Refuses as `snapshot` does.
 */
export const sentBefore = async (
  deps: BeforeDeps,
  { contactIds, reference }: Pick<Snapshot['request'], 'contactIds' | 'reference'>,
  agent: Agent,
): Promise<{ reference: string; receivedAt: string } | null> => {
  const one = contactIds[0] ? await deps.index.fingerprint(contactIds[0]) : null;
  if (!one || one.exact === '' || one.who === '') return null;
  const earlier = (await deps.index.near(one))
    .filter(({ who, at }) => who === one.who && at < one.at)
    .filter((other) => ['same', 'nearly'].includes(likenessOf(one, other)?.kind ?? ''))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const { contactId, at } of earlier.slice(0, lookedUp)) {
    const before = await deps.openedBy(contactId);
    if (!before || before === reference) continue;
    const { request } = await deps.snapshot(before);
    if (mayRead(agent, request)) return { reference: before, receivedAt: at };
  }
  return null;
};
