import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { sniff } from '../../intake/sniff.adapter.ts';
import { documentClient, impatient } from '../../shared/aws.adapter.ts';
import { busEvents } from '../../shared/events.ts';
import { objects } from '../../shared/objects.adapter.ts';
import { batchTable } from '../batches/batch-table.adapter.ts';
import { rangesOf } from '../reading/ranges.ts';
import { fileSources } from './file-source.adapter.ts';

const Env = z.object({ BATCHES_TABLE: z.string(), EVIDENCE_BUCKET: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const batches = batchTable(documentClient(), env.BATCHES_TABLE);
const open = fileSources({
  objects: objects(new S3Client(impatient)),
  evidenceBucket: env.EVIDENCE_BUCKET,
  sniff,
});

/** What a file is, how many pages it has, and why it cannot be read if so; answers the ranges of pages to make ready. */
export const handler = async (input: unknown) => {
  const { batchId, fileId } = busEvents['scan-received'].parse(input);
  const file = await batches.readFile(batchId, fileId);
  const opened = await open(file);
  if ('failure' in opened) return { failure: opened.failure, ranges: [] };
  await batches.saveFile(batchId, { ...file, pages: opened.source.pages });
  return { failure: null, ranges: rangesOf(opened.source.pages) };
};
