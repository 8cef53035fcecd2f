import * as z from 'zod';
import { documentClient } from '../shared/aws.adapter.ts';
import { complete } from './complete.ts';
import { indexTable } from './index-table.adapter.ts';

const Env = z.object({ SEARCH_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const Changed = z.object({
  detail: z.union([z.object({ personId: z.string() }), z.object({ reference: z.string() })]),
});
const run = complete(indexTable(documentClient(), env.SEARCH_TABLE));

/** `person-changed`, `request-opened` and `search-due`: what the transaction left of the index, and its words. */
export const handler = async (event: unknown): Promise<void> => {
  const { detail } = Changed.parse(event);
  if ('personId' in detail) await run('person', detail.personId);
  else await run('request', detail.reference);
};
