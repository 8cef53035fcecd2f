import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { impatient } from '../../shared/aws.adapter.ts';
import { busEvents } from '../../shared/events.ts';

const Env = z.object({ MACHINE_ARN: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const states = new SFNClient(impatient);
const Event = z.object({ detail: busEvents['scan-received'].extend({ cause: z.string().optional() }) });
const longestName = 80;

/**
 * A file is read by one execution, named after it: an event that comes twice starts nothing twice. One that clerks
 * changed after it was closed is gone through again, once for each cause.
 */
export const handler = async (event: unknown): Promise<void> => {
  const { batchId, fileId, cause } = Event.parse(event).detail;
  await states
    .send(
      new StartExecutionCommand({
        stateMachineArn: env.MACHINE_ARN,
        name: (cause ? `${fileId}-${cause}` : fileId).slice(0, longestName),
        input: JSON.stringify({ batchId, fileId }),
      }),
    )
    .catch((error: Error) => {
      if (error.name !== 'ExecutionAlreadyExists') throw error;
    });
};
