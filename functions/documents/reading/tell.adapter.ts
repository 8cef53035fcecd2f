import { SendTaskSuccessCommand, type SFNClient } from '@aws-sdk/client-sfn';
import { log } from '../../shared/aws.adapter.ts';
import type { Tell } from './read-pack.adapter.ts';

const tooLate = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];

/** Ends waits of a machine; told twice, or later than it waits, changes nothing and leaves a line. */
export const teller =
  (states: SFNClient): Tell =>
  async (taskToken, output) => {
    await states
      .send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }))
      .catch((error: Error) => {
        if (!tooLate.includes(error.name)) throw error;
        log('warn', 'answer-too-late', { reason: error.name });
      });
  };
