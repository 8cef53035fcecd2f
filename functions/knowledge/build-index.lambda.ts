import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { documentClient, impatient, log } from '../shared/aws.adapter.ts';
import { articleTable } from './article-table.adapter.ts';
import { writeIndex } from './index-object.adapter.ts';
import { articleText, procedureText } from './knowledge-texts.ts';
import { buildIndex } from './search/build-index.ts';
import type { SearchText } from './search/fields.ts';

const Env = z.object({
  ARTICLES_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const articles = articleTable(db, env.ARTICLES_TABLE);
const procedures = procedureTable(db, env.PROCEDURES_TABLE);
const write = writeIndex(new S3Client(impatient), env.DOCUMENTS_BUCKET);
const together = 50;

/** Builds the index anew after a change of any article or procedure: what changed does not matter, and a repeat harms nothing. */
export const handler = async (): Promise<void> => {
  const texts: SearchText[] = (await procedures.list()).map(procedureText);
  let after: string | undefined;
  do {
    const { articles: cards, next } = await articles.list(after, together);
    for (const article of await articles.several(cards.map(({ id }) => id))) texts.push(articleText(article));
    after = next ?? undefined;
  } while (after);
  const bytes = buildIndex(texts.sort((one, other) => (one.id < other.id ? -1 : 1)));
  await write(bytes);
  log('info', 'knowledge-indexed', { texts: texts.length, bytes: bytes.length });
};
