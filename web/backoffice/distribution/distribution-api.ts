import type {
  listShared,
  moveShared,
  readDistribution,
  saveRules,
  saveWork,
  tryRules,
} from '../../../functions/instruction/distribution/agent-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';

export type Distribution = AnswerOf<typeof readDistribution>;
export type Worker = Distribution['agents'][number];
export type Counts = Distribution['basket'];
export type Rules = NonNullable<Distribution['rules']>;
export type Rule = Rules['rules'][number];
export type Work = Worker['work'];
export type Shared = AnswerOf<typeof listShared>['items'][number];
export type Trial = AnswerOf<typeof tryRules>;
export type Move = InputOf<typeof moveShared>['body']['moves'][number];
export type Moved = AnswerOf<typeof moveShared>['results'][number];

export const distributionApi = {
  read: (department: string) =>
    call<typeof readDistribution>('GET /api/agent/distribution', { query: { department } }),
  list: (query: { department: string; agent?: string; after?: string }) =>
    call<typeof listShared>('GET /api/agent/distribution/requests', { query }),
  move: (department: string, moves: Move[], key: string) =>
    call<typeof moveShared>('POST /api/agent/distribution/moves', {
      headers: { 'idempotency-key': key },
      body: { department, moves },
    }),
  save: (department: string, version: number, rules: Rules) =>
    call<typeof saveRules>('PUT /api/agent/distribution/{department}/rules', {
      params: { department },
      body: { version, rules },
    }),
  tryOut: (department: string, rules: Rules) =>
    call<typeof tryRules>('POST /api/agent/distribution/{department}/trial', {
      params: { department },
      body: { rules },
    }),
  work: (login: string, body: Work) =>
    call<typeof saveWork>('PUT /api/agent/people/{login}/work', { params: { login }, body }),
};
