import * as z from 'zod';
import { requestTable } from '../requests/request-table.adapter.ts';
import { documentClient, log } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { ifThere } from '../shared/refusal.ts';
import { eraseDue } from './due.ts';
import { laterTable } from './later.adapter.ts';
import { eraseRegister } from './register.adapter.ts';

const Env = z.object({ REQUESTS_TABLE: z.string(), PRIVACY_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const { snapshot } = requestTable(db, env.REQUESTS_TABLE);

/** Each night: requests that outlived their person's erasure and are over now. */
export const handler = async (): Promise<void> => {
  const count = await eraseDue({
    now,
    later: laterTable(db, env.PRIVACY_TABLE),
    snapshot: (reference) => ifThere(snapshot(reference)),
    ask: eraseRegister(db, env.PRIVACY_TABLE).ask,
  });
  log('info', 'erasures-due', { count });
};
