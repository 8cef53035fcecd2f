import type {
  listCallBacks,
  listNotices,
  readCallBack,
  readCallStatistics,
  setNotice,
  tryCallBack,
} from '../../../functions/telephony/agent-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';
import { newKey } from '../data/queries.ts';
import { readNotices } from './notices-api.ts';

export type CallBacks = AnswerOf<typeof listCallBacks>;
export type CallBackItem = CallBacks['items'][number];
export type CallBack = AnswerOf<typeof readCallBack>;
export type Statistics = AnswerOf<typeof readCallStatistics>;
export type Line = Statistics['hours'][number];
export type Notice = AnswerOf<typeof listNotices>['notices'][number];
export type Outcome = InputOf<typeof tryCallBack>['body'];

export const callsApi = {
  callBacks: (after: string | null) =>
    call<typeof listCallBacks>('GET /api/agent/call-backs', { query: after ? { after } : {} }),
  callBack: (contactId: string) =>
    call<typeof readCallBack>('GET /api/agent/call-backs/{contactId}', { params: { contactId } }),
  tryBack: (contactId: string, body: Outcome) =>
    call<typeof tryCallBack>('POST /api/agent/call-backs/{contactId}/tries', {
      params: { contactId },
      headers: { 'idempotency-key': newKey() },
      body,
    }),
  statistics: (query: InputOf<typeof readCallStatistics>['query']) =>
    call<typeof readCallStatistics>('GET /api/agent/calls/statistics', { query }),
  notices: readNotices,
  setNotice: (body: InputOf<typeof setNotice>['body']) =>
    call<typeof setNotice>('PUT /api/agent/notices', { body }),
};

/** `06 39 98 00 12`, as it is said. */
export const spoken = (number: string): string =>
  /^\+33\d{9}$/.test(number) ? `0${number.slice(3)}`.replace(/(\d\d)(?=\d)/g, '$1 ') : number;
