import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { TextractClient } from '@aws-sdk/client-textract';
import * as z from 'zod';
import { documentClient, impatient } from '../../shared/aws.adapter.ts';
import { dayIn, now } from '../../shared/clock.adapter.ts';
import { objects } from '../../shared/objects.adapter.ts';
import { batchTable } from '../batches/batch-table.adapter.ts';
import { pageTable } from '../batches/page-table.adapter.ts';
import { dailyPages } from './daily-pages.adapter.ts';
import { readingKeeper } from './keep-reading.adapter.ts';
import { packTable } from './pack-table.adapter.ts';
import { packReader } from './read-pack.adapter.ts';
import { teller } from './tell.adapter.ts';
import { textDetection } from './text-detection.adapter.ts';

/** What the three functions around the reader are told by their environment. */
export const ReadingEnv = z.object({
  BATCHES_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  READ_TOPIC_ARN: z.string(),
  TEXTRACT_ROLE_ARN: z.string(),
  PAGES_PER_DAY: z.string(),
  TIME_ZONE: z.string(),
});
export type ReadingEnv = z.infer<typeof ReadingEnv>;

/** What begins a job, what hears that it ended and what looks for lost ones: three functions around one reader. */
export function readingServices(env: ReadingEnv) {
  const db = documentClient();
  const pages = pageTable(db, env.BATCHES_TABLE);
  const places = { pages, objects: objects(new S3Client(impatient)), documentsBucket: env.DOCUMENTS_BUCKET };
  const notice = { topicArn: env.READ_TOPIC_ARN, roleArn: env.TEXTRACT_ROLE_ARN };
  const tell = teller(new SFNClient(impatient));
  const reader = packReader({
    ...places,
    packs: packTable(db, env.BATCHES_TABLE),
    days: dailyPages(db, env.BATCHES_TABLE, Number(env.PAGES_PER_DAY)),
    detection: textDetection(new TextractClient(impatient), notice),
    keeping: readingKeeper(places),
    tell,
    pause: batchTable(db, env.BATCHES_TABLE).pauseFile,
    now,
    dayOf: (instant) => dayIn(env.TIME_ZONE, instant),
  });
  return { reader, tell, db };
}
