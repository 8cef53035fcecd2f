import * as z from 'zod';
import { safeTable } from '../safe/safe-table.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { busEvents } from '../shared/events.ts';
import { householdTable } from './household-table.adapter.ts';
import { moveHousehold } from './join-households.ts';

const Env = z.object({ HOUSEHOLDS_TABLE: z.string(), SAFE_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const safe = safeTable(db, env.SAFE_TABLE);
const Event = z.object({ detail: busEvents['account-joined'] });

/** Bus event `account-joined`: household and safe of the account that ends are those of the one that stays. */
export const handler = async (event: unknown): Promise<void> => {
  const { from, into } = Event.parse(event).detail;
  await moveHousehold(householdTable(db, env.HOUSEHOLDS_TABLE), from, into);
  for (const document of await safe.all(from)) await safe.move(document, into);
};
