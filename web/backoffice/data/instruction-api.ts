import type {
  askDocuments,
  askOpinions,
  checkPoints,
  completeStep,
  decideOutcome,
  giveOpinion,
  receiveDocuments,
  untickDocument,
} from '../../../functions/instruction/agent-api.ts';
import type {
  closeRequest,
  escalateRequest,
  groupRequest,
  noteFirstReceipt,
  readChoices,
  reopenRequest,
  resumeRequest,
  similarRequests,
  suspendRequest,
  transferRequest,
  ungroupRequest,
  withdrawFor,
} from '../../../functions/instruction/course-api.ts';
import type { submitLetter } from '../../../functions/signatures/agent-api.ts';
import { call, type InputOf } from '../../ui/api.ts';
import type { RequestFile } from './agent-api.ts';

export type Instruction = RequestFile['instruction'];
type BodyOf<I> = I extends { body: infer B } ? B : never;
/** What an action sends beside the version, which every one of them carries. */
type Asked<I> = Omit<BodyOf<I>, 'version'>;

const at = (request: RequestFile, key: string) => ({
  params: { reference: request.reference },
  headers: { 'idempotency-key': key },
});

/** The acts of the instruction on one request. Each is done once by its key, on the version that was looked at. */
export const instructionApi = {
  choices: () => call<typeof readChoices>('GET /api/agent/instruction-choices', {}),
  similar: (reference: string) =>
    call<typeof similarRequests>('GET /api/agent/requests/{reference}/similar', { params: { reference } }),
  askDocuments: (request: RequestFile, body: Asked<InputOf<typeof askDocuments>>, key: string) =>
    call<typeof askDocuments>('POST /api/agent/requests/{reference}/documents-requests', {
      ...at(request, key),
      body: { ...body, version: request.version },
    }),
  receiveDocuments: (
    request: RequestFile,
    askId: string,
    body: Asked<InputOf<typeof receiveDocuments>>,
    key: string,
  ) =>
    call<typeof receiveDocuments>(
      'POST /api/agent/requests/{reference}/documents-requests/{askId}/received',
      {
        params: { reference: request.reference, askId },
        headers: { 'idempotency-key': key },
        body: { ...body, version: request.version },
      },
    ),
  untickDocument: (
    request: RequestFile,
    askId: string,
    body: Asked<InputOf<typeof untickDocument>>,
    key: string,
  ) =>
    call<typeof untickDocument>('POST /api/agent/requests/{reference}/documents-requests/{askId}/unticked', {
      params: { reference: request.reference, askId },
      headers: { 'idempotency-key': key },
      body: { ...body, version: request.version },
    }),
  askOpinions: (request: RequestFile, body: Asked<InputOf<typeof askOpinions>>, key: string) =>
    call<typeof askOpinions>('POST /api/agent/requests/{reference}/opinions', {
      ...at(request, key),
      body: { ...body, version: request.version },
    }),
  giveOpinion: (
    request: RequestFile,
    opinionId: string,
    body: BodyOf<InputOf<typeof giveOpinion>>,
    key: string,
  ) =>
    call<typeof giveOpinion>('POST /api/agent/requests/{reference}/opinions/{opinionId}', {
      params: { reference: request.reference, opinionId },
      headers: { 'idempotency-key': key },
      body,
    }),
  check: (request: RequestFile, step: string, points: string[], key: string) =>
    call<typeof checkPoints>('POST /api/agent/requests/{reference}/checks', {
      ...at(request, key),
      body: { version: request.version, step, points },
    }),
  completeStep: (request: RequestFile, step: string, reason: string, key: string) =>
    call<typeof completeStep>('POST /api/agent/requests/{reference}/steps/{step}/complete', {
      params: { reference: request.reference, step },
      headers: { 'idempotency-key': key },
      body: { version: request.version, reason },
    }),
  decide: (request: RequestFile, outcome: 'granted' | 'refused' | 'answered', key: string) =>
    call<typeof decideOutcome>('POST /api/agent/requests/{reference}/decision', {
      ...at(request, key),
      body: { version: request.version, outcome },
    }),
  transfer: (request: RequestFile, body: Asked<InputOf<typeof transferRequest>>, key: string) =>
    call<typeof transferRequest>('POST /api/agent/requests/{reference}/transfer', {
      ...at(request, key),
      body: { ...body, version: request.version },
    }),
  noteFirstReceipt: (request: RequestFile, on: string, key: string) =>
    call<typeof noteFirstReceipt>('POST /api/agent/requests/{reference}/first-receipt', {
      ...at(request, key),
      body: { version: request.version, on },
    }),
  suspend: (request: RequestFile, body: Asked<InputOf<typeof suspendRequest>>, key: string) =>
    call<typeof suspendRequest>('POST /api/agent/requests/{reference}/suspend', {
      ...at(request, key),
      body: { ...body, version: request.version },
    }),
  resume: (request: RequestFile, key: string) =>
    call<typeof resumeRequest>('POST /api/agent/requests/{reference}/resume', {
      ...at(request, key),
      body: { version: request.version },
    }),
  reopen: (request: RequestFile, body: Asked<InputOf<typeof reopenRequest>>, key: string) =>
    call<typeof reopenRequest>('POST /api/agent/requests/{reference}/reopen', {
      ...at(request, key),
      body: { ...body, version: request.version },
    }),
  withdraw: (request: RequestFile, reason: string, key: string) =>
    call<typeof withdrawFor>('POST /api/agent/requests/{reference}/withdraw', {
      ...at(request, key),
      body: { version: request.version, reason },
    }),
  close: (request: RequestFile, reason: string | null, key: string) =>
    call<typeof closeRequest>('POST /api/agent/requests/{reference}/close', {
      ...at(request, key),
      body: { version: request.version, reason },
    }),
  escalate: (request: RequestFile, reason: string | null, key: string) =>
    call<typeof escalateRequest>('POST /api/agent/requests/{reference}/escalate', {
      ...at(request, key),
      body: { version: request.version, reason },
    }),
  group: (request: RequestFile, lead: string, key: string) =>
    call<typeof groupRequest>('POST /api/agent/requests/{reference}/group', {
      ...at(request, key),
      body: { version: request.version, lead },
    }),
  ungroup: (request: RequestFile, key: string) =>
    call<typeof ungroupRequest>('POST /api/agent/requests/{reference}/ungroup', {
      ...at(request, key),
      body: { version: request.version },
    }),
  submitLetter: (request: RequestFile, body: Asked<InputOf<typeof submitLetter>>, key: string) =>
    call<typeof submitLetter>('POST /api/agent/requests/{reference}/letters', {
      ...at(request, key),
      body: { ...body, version: request.version },
    }),
};
