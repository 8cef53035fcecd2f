import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { sniff } from '../../intake/sniff.adapter.ts';
import { documentClient, impatient } from '../../shared/aws.adapter.ts';
import { busEvents } from '../../shared/events.ts';
import { objects } from '../../shared/objects.adapter.ts';
import { batchTable } from '../batches/batch-table.adapter.ts';
import { pageTable } from '../batches/page-table.adapter.ts';
import { fileSources } from './file-source.adapter.ts';
import { lookAtFile } from './look-at-file.adapter.ts';

const Env = z.object({ BATCHES_TABLE: z.string(), EVIDENCE_BUCKET: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const deps = {
  batches: batchTable(db, env.BATCHES_TABLE),
  pages: pageTable(db, env.BATCHES_TABLE),
  open: fileSources({
    objects: objects(new S3Client(impatient)),
    evidenceBucket: env.EVIDENCE_BUCKET,
    sniff,
  }).openFile,
};

/** What a file is and what there is to do about its pages. */
export const handler = async (input: unknown) => lookAtFile(busEvents['scan-received'].parse(input), deps);
