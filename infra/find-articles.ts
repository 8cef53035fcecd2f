import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { buildIndex } from '../functions/knowledge/search/build-index.ts';
import type { SearchText } from '../functions/knowledge/search/fields.ts';
import { openIndex } from '../functions/knowledge/search/open-index.ts';
import { search } from '../functions/knowledge/search/search.ts';

const usage =
  'npm run --silent search -- --index <articles.jsonl: id, title, text> --queries <queries.jsonl: query>';

type Line = Record<string, unknown>;

/** The objects of a file of one JSON object a line. @throws with the number of the line that cannot be read */
async function* linesOf(file: string): AsyncGenerator<Line> {
  let number = 0;
  for await (const written of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    const text = written.replace(/^\uFEFF/, '').trim();
    if (!text) continue;
    const line = parsed(text);
    if (line === null || typeof line !== 'object' || Array.isArray(line))
      throw new Error(`${file}, line ${number}: not a JSON object`);
    yield line as Line;
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const asText = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(asText).join('\n')
    : value === null || value === undefined
      ? ''
      : String(value);

async function articlesOf(file: string): Promise<SearchText[]> {
  const articles: SearchText[] = [];
  for await (const { id, title, text, body, summary, keywords } of linesOf(file))
    articles.push({
      id: asText(id),
      title: asText(title),
      summary: asText(summary),
      keywords: Array.isArray(keywords) ? keywords.map(asText) : [],
      body: asText(text ?? body),
    });
  return articles;
}

/** Answers a file of queries from a file of articles with the engine of the portal, for measurements from outside. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { index: { type: 'string' }, queries: { type: 'string' } } });
  if (!values.index || !values.queries) throw new Error(usage);
  const index = openIndex(buildIndex(await articlesOf(values.index)));
  for await (const { query } of linesOf(values.queries)) {
    const results = search(index, asText(query)).map(({ id, score }) => ({ id, score }));
    process.stdout.write(`${JSON.stringify({ query, results })}\n`);
  }
}

if (import.meta.main)
  main().catch((error) => {
    console.error((error as Error).message);
    process.exitCode = 1;
  });
