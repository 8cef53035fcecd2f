import type { search } from '../../../functions/search/agent-api.ts';
import { type AnswerOf, call } from '../../ui/api.ts';
import { base } from '../routes.ts';

export type Result = AnswerOf<typeof search>['results'][number];
export type Kind = Result['kind'];

export const searchApi = (q: string, limit: number, kind?: Kind) =>
  call<typeof search>('POST /api/agent/search', { body: { q, limit, kind } });

export const pageOf = ({ kind, id }: Pick<Result, 'kind' | 'id'>): string =>
  kind === 'person' ? `${base}/personnes/${encodeURIComponent(id)}` : `${base}/demandes/${id}`;
