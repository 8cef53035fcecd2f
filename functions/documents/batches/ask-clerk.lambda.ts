import * as z from 'zod';
import { documentClient } from '../../shared/aws.adapter.ts';
import { now } from '../../shared/clock.adapter.ts';
import { accountPages } from './accounts.ts';
import { batchTable } from './batch-table.adapter.ts';
import { pageTable } from './page-table.adapter.ts';

const Env = z.object({ BATCHES_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const batches = batchTable(db, env.BATCHES_TABLE);
const pages = pageTable(db, env.BATCHES_TABLE);
const Input = z.object({
  batchId: z.string(),
  fileId: z.string(),
  doubts: z.number().int(),
  pages: z.number().int(),
  taskToken: z.string(),
});

/** The sure documents of a file are filed: it waits for a clerk, who is shown the doubtful places. */
export const handler = async (input: unknown): Promise<void> => {
  const { batchId, fileId, doubts, taskToken, pages: count } = Input.parse(input);
  const file = await batches.readFile(batchId, fileId);
  const known = await pages.listPages(fileId);
  const { lost: _waiting, ...counts } = accountPages(known, file.pages);
  const documents = new Set(known.flatMap(({ contactId }) => contactId ?? [])).size;
  await pages.keepDoubtToken({ batchId, fileId, since: now(), places: doubts, pages: count }, taskToken);
  await batches.saveFile(batchId, { ...file, ...counts, documents, doubts, state: 'doubtful', reason: null });
};
