import type { AgentCaller } from '../../functions/agents/caller.ts';
import type { ClerkDeed } from '../../functions/documents/batches/clerk.ts';
import type { WorkPage } from '../../functions/documents/batches/page-table.adapter.ts';

/** A page of the file `f`, read, as the reader leaves it. */
export const workPage = (page: number, part: Partial<WorkPage> = {}): WorkPage => ({
  ...{ fileId: 'f', page, state: 'read', image: `pages/f/000${page}.webp`, width: 1240, height: 1754 },
  ...{
    turned: 0,
    skew: 0,
    text: `Page ${page}`,
    confidence: 90,
    source: 'ocr',
    contactId: null,
    reason: null,
  },
  ...part,
});

type What = ClerkDeed extends infer D ? (D extends ClerkDeed ? Omit<D, 'id' | 'by' | 'at'> : never) : never;
export const clerkDeed = (what: What, part: Partial<ClerkDeed> = {}): ClerkDeed =>
  ({ id: 'deed-1', by: 'h.lasserre', at: '2026-11-22T09:00:00.000Z', ...what, ...part }) as ClerkDeed;

export const clerkCaller = (login = 'h.lasserre', departments: string[] = []): AgentCaller => ({
  ...{ kind: 'agent', requestId: 'r', address: '127.0.0.1', cookies: [] },
  agent: {
    ...{ login, email: `${login}@val-clair.example`, givenName: 'Hugo', familyName: 'Lasserre', title: '' },
    ...{ roles: ['scanning'], departments },
  },
});
