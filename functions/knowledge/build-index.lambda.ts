import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { documentClient, impatient, log } from '../shared/aws.adapter.ts';
import { articleTable } from './article-table.adapter.ts';
import { indexKnowledge } from './index-knowledge.ts';
import { writeIndex } from './index-object.adapter.ts';

const Env = z.object({
  ARTICLES_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const index = indexKnowledge({
  articles: articleTable(db, env.ARTICLES_TABLE),
  procedures: procedureTable(db, env.PROCEDURES_TABLE).list,
  write: writeIndex(new S3Client(impatient), env.DOCUMENTS_BUCKET),
});

/** Builds the index anew after a change of any article or procedure: what changed does not matter, and a repeat harms nothing. */
export const handler = async (): Promise<void> => {
  log('info', 'knowledge-indexed', await index());
};
