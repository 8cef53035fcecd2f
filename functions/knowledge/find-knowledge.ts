import { foundFrom, markOf } from './knowledge-texts.ts';
import type { FoundKnowledge } from './public-api.ts';
import type { SearchIndex } from './search/open-index.ts';
import { search } from './search/search.ts';

export type Asked = {
  q: string;
  kind?: FoundKnowledge['kind'];
  department?: string;
  limit: number;
  sure?: boolean;
};
/** The best answer below this part of the first one's score is about something else. */
const near = 0.3;
/** Part of the words, rare ones more, that an answer nobody asked for has to hold. */
const enough = 0.65;

/**
 * What answers some words, best first; without words, the first articles of a department. A department asked for keeps
 * procedures, which belong to all.
 */
export function findKnowledge(
  index: SearchIndex,
  { q, kind, department, limit, sure }: Asked,
  /** Whether it is for who asks: what is not takes nobody's place. */
  isFor: (id: string) => boolean = () => true,
): FoundKnowledge[] {
  const accepts = (mark: string) => {
    const found = markOf(mark);
    return (
      isFor(found.id) &&
      (!kind || found.kind === kind) &&
      (!department || found.department === department || found.department === null)
    );
  };
  if (!q.trim()) {
    const own = department
      ? index.articles.filter(({ mark }) => markOf(mark).department === department && accepts(mark))
      : [];
    return own
      .slice(0, limit)
      .map(({ mark, title, passages }) => ({ ...markOf(mark), title, passage: passages[0] ?? '' }));
  }
  const found = search(index, q, limit, accepts);
  const least = (found[0]?.score ?? 0) * near;
  return found
    .filter(({ score, coverage }) => score >= least && (!sure || coverage >= enough))
    .map(foundFrom);
}
