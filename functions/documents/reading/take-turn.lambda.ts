import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { documentClient, impatient } from '../../shared/aws.adapter.ts';
import { now } from '../../shared/clock.adapter.ts';
import { teller } from './tell.adapter.ts';
import { turns } from './turns.adapter.ts';

const Env = z.object({ BATCHES_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const waiting = turns(documentClient(), env.BATCHES_TABLE, teller(new SFNClient(impatient)));
const Input = z.object({
  batchId: z.string(),
  fileId: z.string(),
  pages: z.number().int(),
  taskToken: z.string(),
});

/** A file of a long batch waits for its turn; the machine goes on when it is told. */
export const handler = async (input: unknown): Promise<void> => waiting.wait(Input.parse(input), now());
