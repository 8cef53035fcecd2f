import type * as api from '../../../functions/knowledge/agent-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';

export type Found = AnswerOf<typeof api.searchForAgents>['results'][number];
export type FoundAnswer = AnswerOf<typeof api.searchAnswers>['results'][number];
export type Line = AnswerOf<typeof api.listManagedArticles>['articles'][number];
export type ArticleBody = InputOf<typeof api.saveArticle>['body']['article'];

export const knowledgeApi = {
  search: (body: InputOf<typeof api.searchForAgents>['body']) =>
    call<typeof api.searchForAgents>('POST /api/agent/knowledge/search', { body }),
  answers: (body: InputOf<typeof api.searchAnswers>['body']) =>
    call<typeof api.searchAnswers>('POST /api/agent/knowledge/answers', { body }),
  list: (withdrawn: 'yes' | 'no', after?: string) =>
    call<typeof api.listManagedArticles>('GET /api/agent/articles', { query: { withdrawn, after } }),
  read: (id: string, version?: number) =>
    call<typeof api.readManagedArticle>('GET /api/agent/articles/{id}', {
      params: { id },
      query: { version },
    }),
  versions: (id: string) =>
    call<typeof api.listArticleVersions>('GET /api/agent/articles/{id}/versions', { params: { id } }),
  save: (article: ArticleBody, version: number) =>
    call<typeof api.saveArticle>('PUT /api/agent/articles/{id}', {
      ...{ params: { id: article.id }, body: { article, version } },
    }),
  withdraw: (id: string) =>
    call<typeof api.withdrawArticle>('POST /api/agent/articles/{id}/withdraw', { params: { id } }),
};
