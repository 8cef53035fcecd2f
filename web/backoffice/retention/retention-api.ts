import type {
  agreeToSlip,
  listSlips,
  noteVisaOfSlip,
  prepareRetention,
  previewRetention,
  readProofs,
  readRegister,
  readSlip,
  refuseSlip,
  trySlipNow,
} from '../../../functions/retention/agent-api.ts';
import { type AnswerOf, call } from '../../ui/api.ts';

export type Slip = AnswerOf<typeof listSlips>['slips'][number];
export type Proofs = AnswerOf<typeof readProofs>;
type Keep = { reference: string; reason: string }[];

/** What heads, the quality unit and administrators ask about what is kept. */
export const retentionApi = {
  list: () => call<typeof listSlips>('GET /api/agent/retention', {}),
  preview: () => call<typeof previewRetention>('GET /api/agent/retention/preview', {}),
  prepare: () => call<typeof prepareRetention>('POST /api/agent/retention/slips', {}),
  read: (id: string) => call<typeof readSlip>('GET /api/agent/retention/slips/{id}', { params: { id } }),
  agree: ({ id, version }: Slip, keep: Keep) =>
    call<typeof agreeToSlip>('POST /api/agent/retention/slips/{id}/agreement', {
      params: { id },
      body: { version, keep },
    }),
  noteVisa: ({ id, version }: Slip, visa: string, on: string) =>
    call<typeof noteVisaOfSlip>('POST /api/agent/retention/slips/{id}/visa', {
      params: { id },
      body: { version, visa, on },
    }),
  refuse: ({ id, version }: Slip, reason: string) =>
    call<typeof refuseSlip>('POST /api/agent/retention/slips/{id}/refusal', {
      params: { id },
      body: { version, reason },
    }),
  attempt: (id: string) =>
    call<typeof trySlipNow>('POST /api/agent/retention/slips/{id}/trial', { params: { id } }),
  register: () => call<typeof readRegister>('GET /api/agent/processing-register', {}),
  proofs: () => call<typeof readProofs>('GET /api/agent/proofs', {}),
};
export const slipFile = (id: string): string => `/api/agent/retention/slips/${encodeURIComponent(id)}/file`;
export const registerFile = '/api/agent/processing-register/file';
