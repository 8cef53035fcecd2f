import type {
  decideArbitration,
  learnNow,
  readLearning,
  useVersion,
} from '../../../functions/qualification/learning/agent-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';

export type Learning = AnswerOf<typeof readLearning>;
export type Version = Learning['versions'][number];
export type Arbitration = Learning['arbitrations'][number];
const key = (idempotency: string) => ({ 'idempotency-key': idempotency });

export const learningApi = {
  read: () => call<typeof readLearning>('GET /api/agent/learning', {}),
  learnNow: (idempotency: string) =>
    call<typeof learnNow>('POST /api/agent/learning/runs', { headers: key(idempotency), body: {} }),
  use: (version: string, idempotency: string) =>
    call<typeof useVersion>('POST /api/agent/learning/versions/{version}/use', {
      params: { version },
      headers: key(idempotency),
      body: {},
    }),
  arbitrate: (reference: string, body: InputOf<typeof decideArbitration>['body'], idempotency: string) =>
    call<typeof decideArbitration>('POST /api/agent/learning/arbitrations/{reference}', {
      params: { reference },
      headers: key(idempotency),
      body,
    }),
};
