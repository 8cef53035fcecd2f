import type {
  discardDeadLetters,
  listDeadLetters,
  readDeadLetters,
  replayDeadLetters,
} from '../../../functions/operations/agent-api.ts';
import { type AnswerOf, call } from '../../ui/api.ts';

export type Failures = AnswerOf<typeof listDeadLetters>;
export type FailedQueue = Failures['queues'][number];
export type FailedLetter = AnswerOf<typeof readDeadLetters>['letters'][number];

/** What administrators ask about operations that failed. */
export const operationsApi = {
  list: () => call<typeof listDeadLetters>('GET /api/agent/dead-letters', {}),
  read: (queue: string) =>
    call<typeof readDeadLetters>('GET /api/agent/dead-letters/{queue}', { params: { queue } }),
  replay: (queue: string, letter?: string) =>
    call<typeof replayDeadLetters>('POST /api/agent/dead-letters/{queue}/replays', {
      params: { queue },
      body: { letter },
    }),
  discard: (queue: string, letter: string, reason: string) =>
    call<typeof discardDeadLetters>('POST /api/agent/dead-letters/{queue}/discards', {
      params: { queue },
      body: { letter, reason },
    }),
};
