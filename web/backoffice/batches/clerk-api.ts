import type { readProgress } from '../../../functions/documents/batches/agent-api.ts';
import type {
  decidePages,
  readDoubts,
  readScanning,
  searchBatches,
  settleFile,
  startPageUpload,
  undoDeed,
} from '../../../functions/documents/batches/clerk-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';

export type Strip = AnswerOf<typeof readDoubts>;
export type Row = Strip['rows'][number];
export type StripPage = Row['pages'][number];
export type Place = Row['places'][number];
export type Done = AnswerOf<typeof decidePages>;
export type AskedDeed = InputOf<typeof decidePages>['body'];
export type Scanning = AnswerOf<typeof readScanning>;
export type FoundLetters = AnswerOf<typeof searchBatches>;
export type InFile = { id: string; fileId: string };

/** What a scanning clerk reads and decides. A key is made once per intention, not per try. */
export const clerkApi = {
  scanning: () => call<typeof readScanning>('GET /api/agent/scanning', {}),
  progress: (id: string) =>
    call<typeof readProgress>('GET /api/agent/batches/{id}/progress', { params: { id } }),
  search: (q: string, after?: string) =>
    call<typeof searchBatches>('POST /api/agent/batches/search', { body: { q, after } }),
  doubts: (params: InFile, rows: 'doubtful' | 'all') =>
    call<typeof readDoubts>('GET /api/agent/batches/{id}/files/{fileId}/doubts', { params, query: { rows } }),
  decide: (params: InFile, body: AskedDeed, key: string) =>
    call<typeof decidePages>('POST /api/agent/batches/{id}/files/{fileId}/deeds', {
      params,
      body,
      headers: { 'idempotency-key': key },
    }),
  undo: (params: InFile, deedId: string) =>
    call<typeof undoDeed>('POST /api/agent/batches/{id}/files/{fileId}/deeds/{deedId}/undo', {
      params: { ...params, deedId },
    }),
  settle: (params: InFile) =>
    call<typeof settleFile>('POST /api/agent/batches/{id}/files/{fileId}/settle', { params }),
  upload: (params: InFile, body: InputOf<typeof startPageUpload>['body']) =>
    call<typeof startPageUpload>('POST /api/agent/batches/{id}/files/{fileId}/uploads', { params, body }),
};
