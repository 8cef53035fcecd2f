import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { impatient } from '../../shared/aws.adapter.ts';

/** Starts a night of learning, once for each name. */
export const startLearning = (machineArn: string) => {
  const states = new SFNClient(impatient);
  return async (name: string): Promise<void> => {
    await states
      .send(new StartExecutionCommand({ stateMachineArn: machineArn, name, input: '{}' }))
      .catch((error: Error) => {
        if (error.name !== 'ExecutionAlreadyExists') throw error;
      });
  };
};
