import { pageOf, searchApi } from './search-api.ts';

/** Address of the request that a typed or scanned code of a letter stands for; null when there is none for this agent. */
export async function addressOfCode(code: string): Promise<string | null> {
  const { results } = await searchApi(code, 2);
  const [found] = results;
  return found && results.length === 1 && found.kind === 'request' ? pageOf(found) : null;
}
