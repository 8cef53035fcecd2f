import type {
  approveLetters,
  recallLetter,
  returnLetter,
  takeBackApproval,
} from '../../../functions/signatures/agent-api.ts';
import type {
  readBook,
  readEvidence,
  readLetter,
  readLetterPage,
  readLetterPdf,
} from '../../../functions/signatures/book-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';

export type Book = AnswerOf<typeof readBook>;
export type BookItem = Book['items'][number];
export type BookLetter = AnswerOf<typeof readLetter>;
export type View = 'waiting' | 'done' | 'sent';
export type Seen = InputOf<typeof approveLetters>['body']['letters'][number];
export type LetterName = { reference: string; letterId: string };

const key = (idempotency: string) => ({ 'idempotency-key': idempotency });
const params = ({ reference, letterId }: LetterName) => ({ reference, letterId });

export const bookApi = {
  list: (view: View, after?: string) =>
    call<typeof readBook>('GET /api/agent/signature-book', { query: { view, after, limit: 100 } }),
  letter: (name: LetterName) =>
    call<typeof readLetter>('GET /api/agent/signature-book/{reference}/{letterId}', { params: params(name) }),
  page: (name: LetterName, page: number) =>
    call<typeof readLetterPage>('GET /api/agent/signature-book/{reference}/{letterId}/pages/{page}', {
      params: { ...params(name), page: String(page) },
    }),
  pdf: (name: LetterName) =>
    call<typeof readLetterPdf>('GET /api/agent/signature-book/{reference}/{letterId}/pdf', {
      params: params(name),
    }),
  evidence: (name: LetterName) =>
    call<typeof readEvidence>('GET /api/agent/signature-book/{reference}/{letterId}/evidence', {
      params: params(name),
    }),
  approve: (letters: Seen[]) =>
    call<typeof approveLetters>(
      'POST /api/agent/signature-book/approve',
      { body: { letters } },
      { patience: 29_000 },
    ),
  sendBack: (name: LetterName, body: { step: number; sha256: string; reason: string }, idempotency: string) =>
    call<typeof returnLetter>('POST /api/agent/signature-book/{reference}/{letterId}/return', {
      params: params(name),
      headers: key(idempotency),
      body,
    }),
  takeBack: (name: LetterName, step: number, idempotency: string) =>
    call<typeof takeBackApproval>('POST /api/agent/signature-book/{reference}/{letterId}/take-back', {
      params: params(name),
      headers: key(idempotency),
      body: { step },
    }),
  recall: (name: LetterName, idempotency: string) =>
    call<typeof recallLetter>('POST /api/agent/signature-book/{reference}/{letterId}/recall', {
      params: params(name),
      headers: key(idempotency),
      body: {},
    }),
};

/** Address of a letter of the book in this application. */
export const letterAddress = (base: string, { reference, letterId }: LetterName): string =>
  `${base}/parapheur/${encodeURIComponent(reference)}/${encodeURIComponent(letterId)}`;
export const nameKey = ({ reference, letterId }: LetterName): string => `${reference}/${letterId}`;
