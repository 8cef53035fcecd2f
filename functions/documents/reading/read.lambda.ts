import * as z from 'zod';
import { ReadingEnv, readingServices } from './reading-services.adapter.ts';

export type Env = ReadingEnv;
const { reader } = readingServices(ReadingEnv.parse(process.env));
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
