import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { knowledgeApi, type Line } from './knowledge-api.ts';

type Card = Pick<Line, 'id' | 'title' | 'summary' | 'department' | 'source'>;

/** Articles that some words find, as lines of the list; `undefined` when no words are typed. */
export function useFoundArticles(typed: string, department: string): Card[] | undefined {
  const words = typed.trim();
  const found = useQuery({
    queryKey: ['articles-found', words, department],
    queryFn: () =>
      knowledgeApi.search({ q: words, kind: 'article', limit: 20, ...(department && { department }) }),
    enabled: words.length > 1,
    placeholderData: keepPreviousData,
  });
  if (words.length < 2) return undefined;
  return found.data?.results.map(({ id, title, passage, department: own, source }) => ({
    ...{ id, title, summary: passage, department: own ?? '', source: source?.name ?? null },
  }));
}
