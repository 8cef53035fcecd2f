import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { documentClient, impatient, log } from '../../shared/aws.adapter.ts';
import { now } from '../../shared/clock.adapter.ts';
import { objects } from '../../shared/objects.adapter.ts';
import { teller } from '../reading/tell.adapter.ts';
import { turns } from '../reading/turns.adapter.ts';
import { scanFailures } from './batch.ts';
import { batchTable } from './batch-table.adapter.ts';
import { closeFile } from './close-file.adapter.ts';
import { pageTable } from './page-table.adapter.ts';

const Env = z.object({ BATCHES_TABLE: z.string(), DROP_BUCKET: z.string(), TIME_ZONE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const deps = {
  batches: batchTable(db, env.BATCHES_TABLE),
  pages: pageTable(db, env.BATCHES_TABLE),
  objects: objects(new S3Client(impatient)),
  dropBucket: env.DROP_BUCKET,
  timeZone: env.TIME_ZONE,
  leaveTurn: turns(db, env.BATCHES_TABLE, teller(new SFNClient(impatient))).leave,
  log: (code: string, ids: Record<string, string | number>) => log('warn', code, ids),
};
const Input = z.object({ batchId: z.string(), fileId: z.string(), failure: z.enum(scanFailures).nullable() });

/** The end of a file, read or not: every page accounted for, the drop tidied, the clerk told. */
export const handler = async (input: unknown) => closeFile({ ...Input.parse(input), now: now() }, deps);
