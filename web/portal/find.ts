import type { listArticles, searchKnowledge } from '../../functions/knowledge/public-api.ts';
import type { listProcedures } from '../../functions/procedures/public-api.ts';
import { call } from '../ui/api.ts';
import { type Entry, entryOf } from './found-entry.ts';
import { type Searchable, search } from './search.ts';
import { inThisLanguage } from './written.ts';

const most = 7;

/** Procedures and answers that fit some words, best first. When the service does not answer, the lists are looked through here. */
export async function find(q: string, signal?: AbortSignal): Promise<Entry[]> {
  try {
    const { results } = await call<typeof searchKnowledge>(
      'POST /api/public/search',
      { body: { q, limit: most } },
      { patience: 5_000, ...(signal && { signal }) },
    );
    return results.map(entryOf);
  } catch (error) {
    if (signal?.aborted) throw error;
    return search(await lists(), q).slice(0, most);
  }
}

let listed: Promise<(Searchable & Entry)[]> | undefined;
function lists() {
  listed ??= Promise.all([
    call<typeof listProcedures>('GET /api/public/procedures', { query: inThisLanguage }),
    call<typeof listArticles>('GET /api/public/articles', { query: inThisLanguage }),
  ]).then(([{ procedures }, { articles }]) => [
    ...procedures.map((card) => ({ ...card, ...entryOf({ ...card, kind: 'procedure' }) })),
    ...articles.map((card) => ({ ...card, ...entryOf({ ...card, kind: 'article' }) })),
  ]);
  listed.catch(() => {
    listed = undefined;
  });
  return listed;
}
