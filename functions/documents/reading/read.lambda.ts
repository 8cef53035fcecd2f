import * as z from 'zod';
import { readingServices } from './reading-services.adapter.ts';

const Env = z.object({
  BATCHES_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  READ_TOPIC_ARN: z.string(),
  TEXTRACT_ROLE_ARN: z.string(),
  PAGES_PER_DAY: z.string(),
  TIME_ZONE: z.string(),
});
export type Env = z.infer<typeof Env>;
const { reader } = readingServices(Env.parse(process.env));
const Input = z.object({
  batchId: z.string(),
  fileId: z.string(),
  pages: z.array(z.number().int()),
  isAlone: z.boolean(),
  isResumed: z.boolean(),
  taskToken: z.string(),
});

/** Begins to read pages together; the machine waits by its token until Textract's notice (read-completed.lambda.ts). */
export const handler = async (input: unknown): Promise<void> => reader.begin(Input.parse(input));
