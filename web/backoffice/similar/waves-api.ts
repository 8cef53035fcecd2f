import type {
  groupWave,
  leaveWave,
  listWaves,
  readWave,
  readWaveOf,
} from '../../../functions/qualification/similar/agent-api.ts';
import { type AnswerOf, call } from '../../ui/api.ts';

export type WavePage = AnswerOf<typeof readWave>;
export type Wave = WavePage['wave'];
export type Member = WavePage['members'][number];

/** Waves of similar requests, and what is done with them. */
export const wavesApi = {
  list: (department?: string) => call<typeof listWaves>('GET /api/agent/waves', { query: { department } }),
  read: (waveId: string, after?: string) =>
    call<typeof readWave>('GET /api/agent/waves/{waveId}', { params: { waveId }, query: { after } }),
  of: (reference: string) =>
    call<typeof readWaveOf>('GET /api/agent/requests/{reference}/wave', { params: { reference } }),
  group: (waveId: string, lead: string, references: string[], key: string) =>
    call<typeof groupWave>('POST /api/agent/waves/{waveId}/group', {
      params: { waveId },
      headers: { 'idempotency-key': key },
      body: { lead, references },
    }),
  leave: (waveId: string, reference: string, isOut: boolean, key: string) =>
    call<typeof leaveWave>('POST /api/agent/waves/{waveId}/leave', {
      params: { waveId },
      headers: { 'idempotency-key': key },
      body: { reference, isOut },
    }),
};
