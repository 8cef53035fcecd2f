import * as z from 'zod';
import { suppressionTable } from '../delivery/suppression-table.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { BounceEvent, takeBounce } from './bounce.ts';
import { subscriberTable } from './subscriber-table.adapter.ts';

const Env = z.object({ SUBSCRIPTIONS_TABLE: z.string(), REQUESTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const take = takeBounce({
  now,
  subscribers: subscriberTable(db, env.SUBSCRIPTIONS_TABLE),
  suppress: suppressionTable(db, env.REQUESTS_TABLE).put,
});

export const handler = (event: unknown) => take(BounceEvent.parse(event));
