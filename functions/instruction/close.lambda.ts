import * as z from 'zod';
import { requestTable } from '../requests/request-table.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { close } from './instruct.ts';

const Env = z.object({ REQUESTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const Input = z.object({ reference: z.string() });
const use = close(requestTable(documentClient(), env.REQUESTS_TABLE));

export const handler = (input: unknown) => use(Input.parse(input));
