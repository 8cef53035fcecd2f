import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { sniff } from '../../intake/sniff.adapter.ts';
import { documentClient, impatient } from '../../shared/aws.adapter.ts';
import { busEvents } from '../../shared/events.ts';
import { objects } from '../../shared/objects.adapter.ts';
import { batchTable } from '../batches/batch-table.adapter.ts';
import { pageTable } from '../batches/page-table.adapter.ts';
import { fileSources } from '../source/file-source.adapter.ts';
import { readingKeeper } from './keep-reading.adapter.ts';
import { preparePages } from './prepare-pages.adapter.ts';

const Env = z.object({
  BATCHES_TABLE: z.string(),
  EVIDENCE_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const stored = objects(new S3Client(impatient));
const batches = batchTable(db, env.BATCHES_TABLE);
const pages = pageTable(db, env.BATCHES_TABLE);
const { openFile, openScan } = fileSources({ objects: stored, evidenceBucket: env.EVIDENCE_BUCKET, sniff });
const places = { pages, objects: stored, documentsBucket: env.DOCUMENTS_BUCKET };
const deps = { ...places, openScan, keepWords: readingKeeper(places).keepWords };
const Input = busEvents['scan-received'].extend({
  from: z.number().int(),
  to: z.number().int(),
  retry: z.number().int().default(0),
});

/** Makes a range of pages ready and answers those that have to be read. */
export const handler = async (input: unknown, context: { getRemainingTimeInMillis(): number }) => {
  const isLate = () => context.getRemainingTimeInMillis() < 60_000;
  const { batchId, fileId, from, to, retry } = Input.parse(input);
  const opened = await openFile(await batches.readFile(batchId, fileId));
  if ('failure' in opened) throw new Error(opened.failure);
  return { toRead: await preparePages({ fileId, from, to, retry }, opened.source, { ...deps, isLate }) };
};
