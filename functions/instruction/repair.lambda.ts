import * as z from 'zod';
import { repairReasons } from '../requests/items.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { askRepair } from './instruct.ts';

const Env = z.object({ REQUESTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const Input = z.object({ reference: z.string(), reason: z.enum(repairReasons) });
const use = askRepair(requestTable(documentClient(), env.REQUESTS_TABLE), now);

export const handler = (input: unknown) => use(Input.parse(input));
