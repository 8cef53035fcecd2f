import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { impatient } from '../../shared/aws.adapter.ts';
import { busEvents } from '../../shared/events.ts';

const Env = z.object({ MACHINE_ARN: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const states = new SFNClient(impatient);
const Event = z.object({ detail: busEvents['scan-received'] });

/** A file is read by one execution, named after it: an event that comes twice starts nothing twice. */
export const handler = async (event: unknown): Promise<void> => {
  const { detail } = Event.parse(event);
  await states
    .send(
      new StartExecutionCommand({
        stateMachineArn: env.MACHINE_ARN,
        name: detail.fileId,
        input: JSON.stringify(detail),
      }),
    )
    .catch((error: Error) => {
      if (error.name !== 'ExecutionAlreadyExists') throw error;
    });
};
