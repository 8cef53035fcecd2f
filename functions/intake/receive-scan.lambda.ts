import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { batchTable } from '../documents/batches/batch-table.adapter.ts';
import { derivedId } from '../documents/derived-id.adapter.ts';
import { documentClient, impatient, queue } from '../shared/aws.adapter.ts';
import { objects } from '../shared/objects.adapter.ts';
import { takeInScan } from './take-in-scan.adapter.ts';

const Env = z.object({ BATCHES_TABLE: z.string(), EVIDENCE_BUCKET: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const deps = {
  batches: batchTable(documentClient(), env.BATCHES_TABLE),
  objects: objects(new S3Client(impatient)),
  evidenceBucket: env.EVIDENCE_BUCKET,
  derivedId,
};
const Event = z.object({
  time: z.string(),
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({
      key: z.string(),
      size: z.number(),
      etag: z.string().default(''),
      'version-id': z.string().optional(),
      sequencer: z.string().default(''),
    }),
  }),
});

/** A file came into the drop: its evidence is kept, then its batch says so and its reading is announced. */
export const handler = queue(Event.parse, (event) => takeInScan(event, deps));
