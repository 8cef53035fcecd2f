import type { SFNClient } from '@aws-sdk/client-sfn';
import { SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { log } from '../shared/aws.adapter.ts';

const over = ['TaskDoesNotExist', 'TaskTimedOut', 'InvalidToken'];

/** Ends a machine's wait. A wait that is over already needs nothing: its machine went on by itself. */
export const succeed =
  (states: SFNClient) =>
  async (taskToken: string, output: unknown): Promise<void> => {
    try {
      await states.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
    } catch (error) {
      if (!(error instanceof Error) || !over.includes(error.name)) throw error;
      log('info', 'wait-was-over', { reason: error.name });
    }
  };
