import { SendTaskSuccessCommand, type SFNClient } from '@aws-sdk/client-sfn';
import type { Tell } from './read-pack.adapter.ts';

const tooLate = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];

/** Ends waits of a machine; told twice, or later than it waits, changes nothing. */
export const teller =
  (states: SFNClient): Tell =>
  async (taskToken, output) => {
    await states
      .send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }))
      .catch((error: Error) => {
        if (!tooLate.includes(error.name)) throw error;
      });
  };
