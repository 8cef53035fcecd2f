import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { requestTable } from '../requests/request-table.adapter.ts';
import { waitTable } from '../requests/wait-table.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { succeed } from './token.adapter.ts';
import { wait } from './wait.ts';

const Env = z.object({ REQUESTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const Input = z.object({ reference: z.string(), token: z.string(), seq: z.number() });
const use = wait({
  ...waitTable(db, env.REQUESTS_TABLE),
  snapshot: requestTable(db, env.REQUESTS_TABLE).snapshot,
  succeed: succeed(new SFNClient(impatient)),
});

/** Called by the machine with its task token and the last line of the journal it has seen. */
export const handler = (input: unknown) => use(Input.parse(input));
