import * as z from 'zod';
import { customResource } from '../settings/custom-resource.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { operationsTable } from './operations-table.adapter.ts';

const Env = z.object({ SETTINGS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const { saveQueues } = operationsTable(documentClient(), Env.parse(process.env).SETTINGS_TABLE);
const Properties = z.object({ Part: z.string(), Queues: z.array(DeadLetterQueue) });

/** At each deployment a stack says which dead letters it has and how they are handed over again. */
export const handler = customResource(
  (properties) => Properties.parse(properties),
  ({ Part, Queues }) => saveQueues(Part, Queues),
);
