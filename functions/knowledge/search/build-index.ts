import { byteWriter } from './bytes.ts';
import { fieldNames, fieldsOf, pairsOf, type SearchText, stemsOf } from './fields.ts';
import { passagesOf } from './passages.ts';

export const indexVersion = 2;
const fieldCount = fieldNames.length;
type Posting = { article: number; counts: number[] };

/**
 * The index of a collection: terms with their counts by field and article, and the passages that are shown.
 * @param articles at most some tens of thousands; ids are unique
 */
export function buildIndex(articles: readonly SearchText[], passageLetters = 1500): Uint8Array {
  const terms = new Map<string, Posting[]>();
  const out = byteWriter();
  out.number(indexVersion);
  out.number(articles.length);
  articles.forEach((article, number) => {
    const fields = fieldsOf(article);
    out.text(article.id);
    out.text(article.title);
    out.text(article.mark ?? '');
    fieldNames.forEach((name, field) => {
      const stems = stemsOf(fields[name]);
      out.number(stems.length);
      for (const term of [...stems, ...pairsOf(stems)]) count(terms, term, number, field);
    });
    const passages = passagesOf(article, passageLetters);
    out.number(passages.length);
    passages.forEach(out.text);
  });
  writeTerms(out, terms);
  return out.done();
}

function count(terms: Map<string, Posting[]>, term: string, article: number, field: number) {
  const postings = terms.get(term) ?? [];
  if (postings.length === 0) terms.set(term, postings);
  let last = postings.at(-1);
  if (last?.article !== article) {
    last = { article, counts: new Array(fieldCount).fill(0) };
    postings.push(last);
  }
  last.counts[field] = (last.counts[field] ?? 0) + 1;
}

/** A pair met once, in the body of one article, would weigh as much as it helps nobody. */
const isWorth = (term: string, postings: readonly Posting[]) =>
  !term.includes(' ') ||
  postings.length > 1 ||
  postings.some(({ counts }) => counts.slice(0, -1).some(Boolean));

function writeTerms(out: ReturnType<typeof byteWriter>, terms: Map<string, Posting[]>) {
  const kept = [...terms]
    .filter(([term, postings]) => isWorth(term, postings))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  out.number(kept.length);
  let before = '';
  for (const [term, postings] of kept) {
    const shared = sharedStart(before, term);
    out.number(shared);
    out.text(term.slice(shared));
    before = term;
    out.number(postings.length);
    let previous = 0;
    for (const { article, counts } of postings) {
      out.number(article - previous);
      previous = article;
      out.number(counts.reduce((bits, value, field) => (value > 0 ? bits | (1 << field) : bits), 0));
      for (const value of counts) if (value > 0) out.number(value);
    }
  }
}

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}
