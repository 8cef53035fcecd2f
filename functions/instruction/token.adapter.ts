import type { SFNClient } from '@aws-sdk/client-sfn';
import { SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { log } from '../shared/aws.adapter.ts';

const over = ['TaskDoesNotExist', 'TaskTimedOut', 'InvalidToken'];

/** Ends a machine's wait; false when the wait was over already: its machine went on, or is no more. */
export const succeed =
  (states: SFNClient) =>
  async (taskToken: string): Promise<boolean> => {
    try {
      await states.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));
      return true;
    } catch (error) {
      if (!(error instanceof Error) || !over.includes(error.name)) throw error;
      log('info', 'wait-was-over', { reason: error.name });
      return false;
    }
  };
