import * as z from 'zod';
import { documentClient, log } from '../shared/aws.adapter.ts';
import { migratePage, none } from './migration.ts';
import { migrationTables } from './migration-table.adapter.ts';
import { migrations } from './migrations.ts';

const Env = z.object({ REQUESTS_TABLE: z.string(), SETTINGS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const go = migratePage(
  migrationTables(documentClient(), { requests: env.REQUESTS_TABLE, settings: env.SETTINGS_TABLE }),
);
const count = z.number().int();
const Input = z.object({
  migration: z.string(),
  apply: z.boolean().default(false),
  after: z.record(z.string(), z.string()).nullable().default(null),
  counted: z.object({ seen: count, old: count, changed: count, overtaken: count }).default(none),
});

/** Task of migrate-data: one page; answers what was counted so far and where to go on. Keys only, never an item. */
export const handler = async (given: unknown) => {
  const { migration: id, apply, after, counted } = Input.parse(given);
  const migration = migrations.find((one) => one.id === id);
  if (!migration) throw new Error('unknown-migration');
  const done = await go(migration, { apply, after, counted });
  log('info', 'migrated', { migration: id, apply: String(apply), ...done.counted });
  return { migration: id, apply, ...done };
};
