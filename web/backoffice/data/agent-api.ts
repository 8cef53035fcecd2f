import type { endSession, listColleagues, me } from '../../../functions/agents/session-api.ts';
import type { listLetters, markPrinted } from '../../../functions/delivery/agent-api.ts';
import type { listBatches, readBatch } from '../../../functions/documents/batches/agent-api.ts';
import type { startAgentUpload } from '../../../functions/intake/agent-api.ts';
import type { listLetterTemplates } from '../../../functions/letters/agent-api.ts';
import type { listProcedures } from '../../../functions/procedures/public-api.ts';
import type {
  acceptContact,
  joinContact,
  quarantineContact,
  readContact,
  releaseContact,
} from '../../../functions/qualification/agent-api.ts';
import type { listWaiting, searchQuarantine } from '../../../functions/qualification/list-api.ts';
import type {
  addNote,
  answerRequest,
  assignRequest,
  readBoard,
  readRequest,
  sendMessage,
} from '../../../functions/requests/agent-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';

export type Session = AnswerOf<typeof me>;
export type Board = AnswerOf<typeof readBoard>;
export type Queue = AnswerOf<typeof listWaiting>;
export type Contact = AnswerOf<typeof readContact>;
export type RequestFile = AnswerOf<typeof readRequest>;
export type Batches = AnswerOf<typeof listBatches>;
export type Batch = AnswerOf<typeof readBatch>;
export type LetterTemplate = AnswerOf<typeof listLetterTemplates>['templates'][number];
export type Letters = AnswerOf<typeof listLetters>;
type BodyOf<I> = I extends { body: infer B } ? B : never;
export type Acceptance = BodyOf<InputOf<typeof acceptContact>>;
export type Answer = BodyOf<InputOf<typeof answerRequest>>;

const key = (idempotency: string) => ({ 'idempotency-key': idempotency });

/** Every operation the agents' pages call. An idempotency key is made once per intention, not per try. */
export const agentApi = {
  me: () => call<typeof me>('GET /api/agent/me', {}),
  signOut: () =>
    call<typeof endSession>('POST /api/session/{audience}/end', { params: { audience: 'agents' } }),
  colleagues: (department: string) =>
    call<typeof listColleagues>('GET /api/agent/colleagues', { query: { department } }),
  procedures: () => call<typeof listProcedures>('GET /api/public/procedures', { query: {} }),

  board: (query: InputOf<typeof readBoard>['query']) =>
    call<typeof readBoard>('GET /api/agent/board', { query }),
  contacts: (query: InputOf<typeof listWaiting>['query']) =>
    call<typeof listWaiting>('GET /api/agent/contacts', { query }),
  aside: (body: BodyOf<InputOf<typeof searchQuarantine>>) =>
    call<typeof searchQuarantine>('POST /api/agent/contacts/quarantine', { body }),
  batches: (after?: string, on?: string) =>
    call<typeof listBatches>('GET /api/agent/batches', { query: { after, on } }),
  letters: (after?: string) => call<typeof listLetters>('GET /api/agent/letters', { query: { after } }),

  contact: (contactId: string) =>
    call<typeof readContact>('GET /api/agent/contacts/{contactId}', { params: { contactId } }),
  accept: (contactId: string, body: Acceptance, idempotency: string) =>
    call<typeof acceptContact>('POST /api/agent/contacts/{contactId}/accept', {
      params: { contactId },
      body,
      headers: key(idempotency),
    }),
  join: (contactId: string, body: BodyOf<InputOf<typeof joinContact>>, idempotency: string) =>
    call<typeof joinContact>('POST /api/agent/contacts/{contactId}/join', {
      params: { contactId },
      body,
      headers: key(idempotency),
    }),
  quarantine: (contactId: string, body: BodyOf<InputOf<typeof quarantineContact>>, idempotency: string) =>
    call<typeof quarantineContact>('POST /api/agent/contacts/{contactId}/quarantine', {
      params: { contactId },
      body,
      headers: key(idempotency),
    }),
  release: (contactId: string, version: number, idempotency: string) =>
    call<typeof releaseContact>('POST /api/agent/contacts/{contactId}/release', {
      params: { contactId },
      body: { version },
      headers: key(idempotency),
    }),

  request: (reference: string) =>
    call<typeof readRequest>('GET /api/agent/requests/{reference}', { params: { reference } }),
  assign: (reference: string, body: BodyOf<InputOf<typeof assignRequest>>, idempotency: string) =>
    call<typeof assignRequest>('POST /api/agent/requests/{reference}/assign', {
      params: { reference },
      body,
      headers: key(idempotency),
    }),
  note: (reference: string, text: string, idempotency: string) =>
    call<typeof addNote>('POST /api/agent/requests/{reference}/notes', {
      params: { reference },
      body: { text },
      headers: key(idempotency),
    }),
  message: (reference: string, body: BodyOf<InputOf<typeof sendMessage>>, idempotency: string) =>
    call<typeof sendMessage>('POST /api/agent/requests/{reference}/messages', {
      params: { reference },
      body,
      headers: key(idempotency),
    }),
  answer: (reference: string, body: Answer, idempotency: string) =>
    call<typeof answerRequest>('POST /api/agent/requests/{reference}/answer', {
      params: { reference },
      body,
      headers: key(idempotency),
    }),
  letterTemplates: (reference: string) =>
    call<typeof listLetterTemplates>('GET /api/agent/requests/{reference}/letter-templates', {
      params: { reference },
    }),
  upload: (file: BodyOf<InputOf<typeof startAgentUpload>>) =>
    call<typeof startAgentUpload>('POST /api/agent/uploads', { body: file }),

  batch: (id: string) => call<typeof readBatch>('GET /api/agent/batches/{id}', { params: { id } }),
  printed: (messageId: string, reference: string) =>
    call<typeof markPrinted>('POST /api/agent/letters/{messageId}/printed', {
      params: { messageId },
      body: { reference },
    }),
};
