import * as z from 'zod';
import { documentClient } from '../../shared/aws.adapter.ts';
import { pageTable } from '../batches/page-table.adapter.ts';
import { derivedId } from '../derived-id.adapter.ts';
import { sortOf } from './sorting.ts';
import { splitPages } from './split.ts';

const Env = z.object({ BATCHES_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const pages = pageTable(documentClient(), Env.parse(process.env).BATCHES_TABLE);
const Input = z.object({ fileId: z.string() });

/** Plans the documents of a file whose pages are read; answers their numbers. */
export const handler = async (input: unknown) => {
  const { fileId } = Input.parse(input);
  const { documents } = splitPages((await pages.listPages(fileId)).map(sortOf));
  for (const [index, document] of documents.entries())
    await pages.savePlan(fileId, {
      ...document,
      number: index + 1,
      contactId: derivedId('scan', fileId, document.pages[0] ?? 0),
    });
  return { documents: documents.map((_, index) => index + 1) };
};
