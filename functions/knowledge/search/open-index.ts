import { indexVersion } from './build-index.ts';
import { byteReader } from './bytes.ts';
import { fieldNames, stemsOf } from './fields.ts';
import { prepareSayings } from './plain-words.ts';
import { type Spellings, spellings } from './spelling.ts';

export type IndexedArticle = {
  readonly id: string;
  readonly title: string;
  readonly mark: string;
  readonly titleStems: readonly string[];
  readonly passages: readonly string[];
};
/** Articles that hold a term, and how much of it, its length and its place in the article counted. */
export type Postings = { readonly articles: Uint32Array; readonly amounts: Float32Array };
export type SearchIndex = {
  readonly articles: readonly IndexedArticle[];
  readonly terms: ReadonlyMap<string, Postings>;
  readonly spellings: Spellings;
};

/** What a word is worth where it stands, and how far a long field is held against it (0 not, 1 entirely). */
export const fieldWeights = [
  { worth: 7, length: 0.6 },
  { worth: 3, length: 0.3 },
  { worth: 2, length: 0.4 },
  { worth: 1, length: 0.5 },
  { worth: 1, length: 0.75 },
] as const;

/** @throws `index-version` for bytes of another version, `index-truncated` for bytes cut short */
export function openIndex(bytes: Uint8Array): SearchIndex {
  prepareSayings();
  const read = byteReader(bytes);
  if (read.number() !== indexVersion) throw new Error('index-version');
  const count = read.number();
  const articles: IndexedArticle[] = [];
  const lengths = fieldNames.map(() => new Float32Array(count));
  for (let at = 0; at < count; at++) {
    const [id, title, mark] = [read.text(), read.text(), read.text()];
    for (const own of lengths) own[at] = read.number();
    const passages = Array.from({ length: read.number() }, () => read.text());
    articles.push({ id, title, mark, titleStems: [...new Set(stemsOf(title))], passages });
  }
  const norms = lengths.map((own, field) => {
    const mean =
      own.reduce((sum, value) => sum + value, 0) / Math.max(1, own.filter((value) => value > 0).length) || 1;
    const { worth, length } = fieldWeights[field] as (typeof fieldWeights)[number];
    return own.map((value) => worth / (1 - length + (length * value) / mean));
  });
  const terms = new Map<string, Postings>();
  let term = '';
  for (let left = read.number(); left > 0; left--) {
    term = term.slice(0, read.number()) + read.text();
    terms.set(term, readPostings(read, norms));
  }
  return { articles, terms, spellings: spellings([...terms.keys()].filter((each) => !each.includes(' '))) };
}

function readPostings(read: ReturnType<typeof byteReader>, norms: readonly Float32Array[]): Postings {
  const length = read.number();
  const articles = new Uint32Array(length);
  const amounts = new Float32Array(length);
  let article = 0;
  for (let at = 0; at < length; at++) {
    article += read.number();
    articles[at] = article;
    const bits = read.number();
    let amount = 0;
    for (let field = 0; field < norms.length; field++)
      if (bits & (1 << field)) amount += read.number() * (norms[field]?.[article] ?? 0);
    amounts[at] = amount;
  }
  return { articles, amounts };
}
