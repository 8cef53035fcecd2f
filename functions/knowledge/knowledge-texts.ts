import type { KeptCard } from '../procedures/procedure-items.ts';
import type { Article, FoundKnowledge } from './public-api.ts';
import type { SearchText } from './search/fields.ts';
import type { Found } from './search/search.ts';

type Mark = Pick<FoundKnowledge, 'kind' | 'id' | 'department' | 'source'>;
const marked = (mark: Mark, text: Omit<SearchText, 'id' | 'mark'>): SearchText => ({
  id: `${mark.kind}:${mark.id}`,
  mark: JSON.stringify(mark),
  ...text,
});

/** An article as it is searched. */
export const articleText = ({ id, department, source, translations, ...text }: Article): SearchText =>
  marked(
    {
      ...{ kind: 'article', id, department },
      source: source ? { name: source.name, verifiedOn: source.verifiedOn } : null,
    },
    { ...text, keywords: [...text.keywords, ...headsIn(translations)] },
  );
/** The English title is words people search with; plain French has the words of the French. */
const headsIn = (others: Partial<Record<'en', { title: string }>> | undefined): string[] =>
  others?.en ? [others.en.title] : [];
/** A procedure as it is searched: it belongs to all departments. */
export const procedureText = ({ id, title, summary, keywords, in: others }: KeptCard): SearchText =>
  marked(
    { kind: 'procedure', id, department: null, source: null },
    { title, summary, keywords: [...keywords, ...headsIn(others)], body: '' },
  );

/** A letter agents start from; a block is no letter. Fields in braces are not words. */
type Letter = { id: string; title: string; departments: readonly string[]; subject?: string; body: string };
export const letterText = ({ id, title, departments, subject, body }: Letter): SearchText =>
  marked(
    {
      kind: 'letter',
      id,
      department: departments.length === 1 ? (departments[0] ?? null) : null,
      source: null,
    },
    { title, summary: subject ?? '', body: body.replace(/\{\{[^}]*\}\}/g, ' ') },
  );

/** What was kept beside a text, as `marked` wrote it. */
export const markOf = (mark: string): Mark => JSON.parse(mark) as Mark;
export const foundFrom = ({ mark, title, passage }: Found): FoundKnowledge => ({
  ...markOf(mark),
  title,
  passage,
});
