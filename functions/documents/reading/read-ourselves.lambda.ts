import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { documentClient, impatient, log } from '../../shared/aws.adapter.ts';
import { dayIn, now } from '../../shared/clock.adapter.ts';
import { objects } from '../../shared/objects.adapter.ts';
import { batchTable } from '../batches/batch-table.adapter.ts';
import { pageTable } from '../batches/page-table.adapter.ts';
import { dailyPages } from './daily-pages.adapter.ts';
import { openEngine } from './engine.adapter.ts';
import { readingKeeper } from './keep-reading.adapter.ts';
import { readOurselves } from './read-ourselves.adapter.ts';

const Env = z.object({
  BATCHES_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  /** `yes` where no other reader counted the pages of the day before. */
  COUNTS_PAGES: z.enum(['yes', 'no']),
  PAGES_PER_DAY: z.string(),
  TIME_ZONE: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const places = {
  pages: pageTable(db, env.BATCHES_TABLE),
  objects: objects(new S3Client(impatient)),
  documentsBucket: env.DOCUMENTS_BUCKET,
};
const deps = {
  ...places,
  days: env.COUNTS_PAGES === 'yes' ? dailyPages(db, env.BATCHES_TABLE, Number(env.PAGES_PER_DAY)) : null,
  engine: openEngine({ workers: 1 }),
  keeping: readingKeeper(places),
  pause: batchTable(db, env.BATCHES_TABLE).pauseFile,
  log: (code: string, ids: Record<string, string | number>) => log('warn', code, ids),
  now,
  dayOf: (instant: string) => dayIn(env.TIME_ZONE, instant),
};
const Input = z.object({
  batchId: z.string(),
  fileId: z.string(),
  pages: z.array(z.number().int()),
  retry: z.number().int(),
  isResumed: z.boolean(),
});

/** Our own reader: the whole of the reading where the authority chose it, else what Textract left. */
export const handler = async (input: unknown) => readOurselves(Input.parse(input), deps);
