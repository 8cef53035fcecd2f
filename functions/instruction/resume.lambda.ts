import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { requestTable } from '../requests/request-table.adapter.ts';
import { waitTable } from '../requests/wait-table.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { succeed } from './token.adapter.ts';
import { resume } from './wait.ts';

const Env = z.object({ REQUESTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const Event = z.object({ 'detail-type': z.string(), detail: z.object({ reference: z.string() }) });
const { snapshot } = requestTable(db, env.REQUESTS_TABLE);
const use = resume({
  ...waitTable(db, env.REQUESTS_TABLE),
  snapshot,
  succeed: succeed(new SFNClient(impatient)),
});

/** Bus events `request-qualified`, `request-answered`, `request-withdrawn`. */
export const handler = (event: unknown) => use(Event.parse(event));
