import type { startUpload } from '../../../functions/intake/public-api.ts';
import type {
  findAddress,
  findNear,
  followReport,
  leaveReport,
  listReports,
  readSetting,
  sendReport,
} from '../../../functions/reports/public-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';
import { inThisLanguage } from '../written.ts';

export type Setting = AnswerOf<typeof readSetting>;
export type PublicReport = AnswerOf<typeof listReports>['reports'][number];
export type NearReport = AnswerOf<typeof findNear>['reports'][number];
export type Point = { latitude: number; longitude: number };
export type Address = AnswerOf<typeof findAddress>['addresses'][number];
export type Sent = AnswerOf<typeof sendReport>;
export type Filters = InputOf<typeof listReports>['query'];

/** Everything the pages of reports ask for; no place and no address stands in the address of a call. */
export const reportsApi = {
  setting: () => call<typeof readSetting>('GET /api/public/reports/setting', { query: inThisLanguage }),
  list: (query: Filters) => call<typeof listReports>('GET /api/public/reports', { query }),
  near: (point: Point, category: string) =>
    call<typeof findNear>('POST /api/public/reports/near', { body: { point, category } }),
  addresses: (text: string, signal: AbortSignal) =>
    call<typeof findAddress>(
      'POST /api/public/reports/addresses',
      { body: { text } },
      { signal, patience: 4_000 },
    ),
  send: (body: InputOf<typeof sendReport>['body'], key: string) =>
    call<typeof sendReport>(
      'POST /api/public/reports',
      { body, headers: { 'idempotency-key': key } },
      { patience: 40_000 },
    ),
  follow: (id: string, email: string) =>
    call<typeof followReport>('POST /api/public/reports/{id}/followers', { params: { id }, body: { email } }),
  leave: (secret: string) =>
    call<typeof leaveReport>('POST /api/public/reports/following/end', {
      headers: { 'x-follow-secret': secret },
    }),
  upload: (file: { name: string; contentType: string; size: number }) =>
    call<typeof startUpload>('POST /api/public/uploads', { body: file }),
};
