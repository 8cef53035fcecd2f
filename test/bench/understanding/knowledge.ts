import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleText, procedureText } from '../../../functions/knowledge/knowledge-texts.ts';
import { buildIndex } from '../../../functions/knowledge/search/build-index.ts';
import type { SearchText } from '../../../functions/knowledge/search/fields.ts';
import { openIndex } from '../../../functions/knowledge/search/open-index.ts';
import { search } from '../../../functions/knowledge/search/search.ts';
import { readContent } from '../../../web/build/sources.ts';
import { officialSets } from './knowledge-official.ts';
import { type Part, type Row, share, told } from './report.ts';

export type Query = { id: string; query: string; wanted: readonly string[] };
export type Judgement = { title: string; texts: readonly SearchText[]; queries: readonly Query[] };

export const queriesOf = (file: string): Query[] =>
  readFileSync(join(import.meta.dirname, 'queries', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Query);

/** Odd queries were not read while words and weights were chosen. */
const half = (queries: readonly Query[], isKept: boolean) =>
  queries.filter(({ id }) => (Number(id.slice(1)) % 2 === 1) === isKept);

/** Two letters swapped in the longest word: a finger that was too quick. */
export const slipped = (query: string): string => {
  const longest = query.split(' ').sort((one, other) => other.length - one.length)[0] ?? '';
  const at = Math.floor(longest.length / 2);
  if (longest.length < 5) return query;
  const wrong = `${longest.slice(0, at - 1)}${longest[at]}${longest[at - 1]}${longest.slice(at + 1)}`;
  return query.replace(longest, wrong);
};

function measure({ texts, queries }: Pick<Judgement, 'texts' | 'queries'>) {
  const bytes = buildIndex(texts);
  const started = performance.now();
  const index = openIndex(bytes);
  const opened = performance.now() - started;
  let [first, five, slowest] = [0, 0, 0];
  const asked = performance.now();
  for (const { query, wanted } of queries) {
    const began = performance.now();
    const at = search(index, query).findIndex(({ id }) => wanted.includes(id));
    slowest = Math.max(slowest, performance.now() - began);
    if (at === 0) first += 1;
    if (at >= 0 && at < 5) five += 1;
  }
  const count = Math.max(1, queries.length);
  return {
    ...{
      first: first / count,
      five: five / count,
      bytes: bytes.length,
      opened,
      slowest,
      count: queries.length,
    },
    each: (performance.now() - asked) / count,
  };
}

function rowsOf({ title, ...judged }: Judgement): Row[] {
  const { first, five, count } = measure(judged);
  return [
    share(`${title} (${count}): first`, first, 0.45),
    share(`${title} (${count}): among five`, five, 0.65),
  ];
}

/** What people type and what it leads to: our own authority always, official articles when they lie on this machine. */
export async function knowledge(): Promise<Part> {
  const { procedures, articles } = readContent('val-clair');
  const texts = [...articles.map(articleText), ...procedures.map(procedureText)];
  const queries = queriesOf('val-clair.jsonl').map((query) => ({
    ...query,
    wanted: query.wanted.map((id) => (id.startsWith('p:') ? `procedure:${id.slice(2)}` : `article:${id}`)),
  }));
  const kept = half(queries, true);
  const official = officialSets(process.env.REFERENCE_DATA);
  const largest = official[0] ?? { title: '', texts, queries };
  const { each, slowest, opened, bytes } = measure(largest);
  return {
    title: 'Finding knowledge',
    rows: [
      ...rowsOf({ title: 'Val-Clair, queries read while tuning', texts, queries: half(queries, false) }),
      ...rowsOf({ title: 'Val-Clair, queries kept apart', texts, queries: kept }),
      ...rowsOf({
        title: 'Val-Clair, kept apart, two letters swapped',
        texts,
        queries: kept.map((one) => ({ ...one, query: slipped(one.query) })),
      }),
      ...official.flatMap(rowsOf),
      {
        name: `${largest.texts.length} texts: a query`,
        value: `${each.toFixed(1)} ms`,
        wanted: '< 20 ms',
        ok: each < 20,
      },
      told('slowest query', `${slowest.toFixed(1)} ms`),
      told('loading the index', `${opened.toFixed(0)} ms`),
      told('index', `${(bytes / 1e6).toFixed(2)} MB`),
    ],
    notes: [
      'Queries of `queries/` were written for this project from the titles alone, before the table of plain words, but by the same hand: they flatter it. The links and folder names of the official articles and their questions are of another hand.',
      'Weights were chosen on the even halves; the odd halves were measured and not read.',
      official.length > 0
        ? 'Official articles: the 2020 collection, 503 drawn for each half around those that are asked for; `question` searches the text without its title.'
        : 'Official articles were not measured: say where they are with REFERENCE_DATA (a folder that holds service-public-2020).',
    ],
  };
}
