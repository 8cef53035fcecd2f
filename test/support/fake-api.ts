import { chooseDelivery, readDelivery } from '../../functions/delivery/public-api.ts';
import { provideDocuments, withdrawOwn } from '../../functions/instruction/public-api.ts';
import { startUpload, submitForm } from '../../functions/intake/public-api.ts';
import { articleIn } from '../../functions/knowledge/article-language.ts';
import { type Article, listArticles, readArticle } from '../../functions/knowledge/public-api.ts';
import { openByCode } from '../../functions/letters/public-api.ts';
import { inLanguage } from '../../functions/procedures/in-language.ts';
import type { Procedure } from '../../functions/procedures/procedure.ts';
import { listMostAsked, listProcedures, readProcedure } from '../../functions/procedures/public-api.ts';
import { inWhich } from '../../functions/procedures/translation.ts';
import {
  type Message,
  readDocument,
  receipt,
  trackRequest,
  writeMessage,
} from '../../functions/requests/public-api.ts';
import { csrfHeader, type Operation } from '../../functions/shared/api.ts';
import { type RefusalCode, refusalStatus } from '../../functions/shared/refusal.ts';
import { readNotices } from '../../functions/telephony/public-api.ts';
import { trackedRequest } from './tracked-request.ts';

export type FakeRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: Buffer;
};
export type FakeReply = { status: number; headers?: Record<string, string>; body?: string | Buffer };
/** What a test changes: a delay, or a failure, for the operations whose path matches. */
export type Trouble = {
  path: RegExp;
  delay?: number;
  status?: number;
  code?: string;
  cut?: boolean;
  times?: number;
};

export const fakeCode = 'KLAR7TUN';
export const fakeReference = 'VC-2026-000123-W';
export const fakeBirth = '1984-05-06';

/** What a page asks for its own language, as the operations read it. */
const languageOf = ({ query }: FakeRequest): 'fr' | 'en' | 'facile' =>
  inWhich().parse({ language: query?.get('language') ?? undefined }).language;

/** The public API as the contracts say it, in memory: replies are checked by the same schemas as the real ones. */
export class FakeApi {
  readonly calls: { operation: string; headers: Record<string, string>; body: unknown }[] = [];
  readonly uploads = new Map<string, Buffer>();
  readonly sent = new Map<string, unknown>();
  troubles: Trouble[] = [];
  request = trackedRequest();
  /** Procedures that figures put first. */
  mostAsked: string[] = [];
  /** Answers before the public API does, see fake-citizen-api.ts. */
  also?: (request: FakeRequest) => { status?: number; body?: unknown; problem?: string } | undefined;
  readonly #procedures: readonly Procedure[];
  readonly #articles: readonly Article[];

  constructor(procedures: readonly Procedure[], articles: readonly Article[]) {
    this.#procedures = procedures;
    this.#articles = articles;
  }

  reset(): void {
    this.calls.length = 0;
    this.uploads.clear();
    this.sent.clear();
    this.troubles = [];
    this.request = trackedRequest();
  }

  async answer(request: FakeRequest): Promise<FakeReply | 'cut'> {
    const trouble = this.troubles.find(({ path, times = 1 }) => path.test(request.path) && times > 0);
    if (trouble) {
      if (trouble.times !== undefined) trouble.times -= 1;
      await new Promise((done) => setTimeout(done, trouble.delay ?? 0));
      if (trouble.cut) return 'cut';
      if (trouble.status) return problem(trouble.code ?? 'unexpected', trouble.status);
    }
    if (request.path === '/upload') return this.#receive(request);
    if (request.method !== 'GET' && request.headers[csrfHeader] !== '1') return problem('forbidden', 403);
    const more = this.also?.(request);
    if (more?.problem) return problem(more.problem, more.status ?? 500);
    if (more)
      return {
        status: more.status ?? 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(more.body),
      };
    const found = this.#operations().find(([operation]) => matches(operation, request));
    return found ? found[1](request, paramsOf(found[0], request.path)) : problem('not-found', 404);
  }

  #operations(): [Operation, (request: FakeRequest, params: Record<string, string>) => FakeReply][] {
    return [
      [readDelivery, () => json(readDelivery, delivery)],
      [readNotices, () => json(readNotices, { notices: [] })],
      [
        chooseDelivery,
        (request) => {
          const { prefers } = chooseDelivery.body.parse(this.#note('chooseDelivery', request));
          return json(chooseDelivery, { ...delivery, prefers, portalConsent: prefers === 'portal' });
        },
      ],
      [
        listProcedures,
        (request) =>
          json(listProcedures, {
            procedures: this.#procedures.map((each) => inLanguage(each, languageOf(request))),
          }),
      ],
      [
        listMostAsked,
        () =>
          json(listMostAsked, {
            procedures: this.mostAsked.map((id) => this.#procedures.find((one) => one.id === id)),
          }),
      ],
      [
        readProcedure,
        (request, { id }) =>
          this.#one(
            readProcedure,
            this.#procedures.map((each) => inLanguage(each, languageOf(request))),
            id,
          ),
      ],
      [listArticles, () => json(listArticles, { articles: this.#articles.map(card), next: null })],
      [
        readArticle,
        (request, { id }) =>
          this.#one(
            readArticle,
            this.#articles.map((each) => articleIn(each, languageOf(request))),
            id,
          ),
      ],
      [startUpload, (request) => this.#startUpload(request)],
      [submitForm, (request) => this.#submit(request)],
      [
        trackRequest,
        (request, params) => this.#guard(request, params, () => json(trackRequest, this.request)),
      ],
      [
        openByCode,
        (request) => {
          const { birthDate } = openByCode.body.parse(this.#note('openByCode', request));
          const opened = { reference: fakeReference, trackingCode: fakeCode, document: null };
          return birthDate === fakeBirth ? json(openByCode, opened) : refuse('wrong-tracking-code');
        },
      ],
      [writeMessage, (request, params) => this.#guard(request, params, () => this.#write(request))],
      [provideDocuments, (request, params) => this.#guard(request, params, () => this.#provide(request))],
      [
        withdrawOwn,
        (request, params) =>
          this.#guard(request, params, () => {
            this.#note('withdrawOwn', request);
            this.request = trackedRequest({ state: 'withdrawn', mayWrite: false });
            this.request.instruction.mayWithdraw = false;
            return json(withdrawOwn, { state: 'withdrawn' });
          }),
      ],
      [
        readDocument,
        (request, params) =>
          this.#guard(request, params, () => json(readDocument, { url: '/theme/logo.svg' })),
      ],
      [receipt, () => ({ status: 200, headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7' })],
    ];
  }

  #one(operation: Operation, list: readonly { id: string }[], id: string | undefined): FakeReply {
    const found = list.find((each) => each.id === id);
    return found ? json(operation, found) : refuse('not-found');
  }

  #note(operation: string, request: FakeRequest): unknown {
    const body = JSON.parse(request.body.toString('utf8'));
    this.calls.push({ operation, headers: request.headers, body });
    return body;
  }

  #startUpload(request: FakeRequest): FakeReply {
    const body = startUpload.body.parse(this.#note('startUpload', request));
    const uploadId = `u${this.uploads.size + 1}-${body.name.replace(/\W/g, '')}`;
    return json(startUpload, { uploadId, url: '/upload', fields: { key: uploadId } }, 201);
  }

  #receive(request: FakeRequest): FakeReply {
    const key = /name="key"\r\n\r\n([^\r]+)/.exec(request.body.toString('latin1'))?.[1] ?? '';
    this.uploads.set(key, request.body);
    return { status: 204 };
  }

  #submit(request: FakeRequest): FakeReply {
    const body = submitForm.body.parse(this.#note('submitForm', request));
    const key = request.headers['idempotency-key'] ?? '';
    this.sent.set(key, this.sent.get(key) ?? body);
    return json(
      submitForm,
      {
        reference: fakeReference,
        trackingCode: fakeCode,
        receivedAt: '2026-11-22T10:12:00.000Z',
        commitmentDays: 30,
      },
      201,
    );
  }

  #write(request: FakeRequest): FakeReply {
    const { text } = writeMessage.body.parse(this.#note('writeMessage', request));
    const message: Message = {
      ...{ id: `m${this.request.messages.length + 1}`, from: 'citizen', kind: 'message' },
      ...{ at: this.request.now, author: null, subject: '', text, attachments: [], delivery: null },
    };
    this.request = { ...this.request, yourTurn: false, messages: [...this.request.messages, message] };
    return json(writeMessage, { messageId: message.id }, 201);
  }

  #provide(request: FakeRequest): FakeReply {
    const { documents } = provideDocuments.body.parse(this.#note('provideDocuments', request));
    const { instruction } = this.request;
    const codes = documents.map(({ code }) => code);
    const wanted = instruction.awaited?.documents.map((one) =>
      codes.includes(one.code) ? { ...one, isProvided: true } : one,
    );
    const missing = (wanted ?? []).filter(({ isProvided }) => !isProvided).map(({ code }) => code);
    const awaited =
      instruction.awaited && wanted && missing.length > 0
        ? { ...instruction.awaited, documents: wanted }
        : null;
    this.request = { ...this.request, instruction: { ...instruction, awaited } };
    return json(provideDocuments, { missing }, 201);
  }

  #guard(request: FakeRequest, params: Record<string, string>, act: () => FakeReply): FakeReply {
    const right =
      request.headers['x-tracking-code'] === fakeCode &&
      [fakeReference, fakeReference.slice(0, -2)].includes(params.reference ?? '');
    return right ? act() : refuse('wrong-tracking-code');
  }
}

const card = ({ id, title, summary, keywords, department }: Article) => ({
  ...{ id, title, summary, keywords, department },
});
const pattern = (path: string): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+)')}$`);
const matches = (operation: Operation, { method, path }: FakeRequest): boolean =>
  operation.method === method && pattern(operation.path).test(path);
function paramsOf(operation: Operation, path: string): Record<string, string> {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const values = pattern(operation.path).exec(path)?.slice(1) ?? [];
  return Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(values[at] ?? '')]));
}
const delivery = {
  ...{ prefers: 'email', portalConsent: false, phone: null },
  ...{ email: 'j•••ne@example.org', address: '99100 Val-Clair' },
};
const json = (operation: Operation, reply: unknown, status = 200): FakeReply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(operation.response?.parse(reply)),
});
const problem = (code: string, status: number): FakeReply => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify({ type: `/problems/${code}`, title: code, status, code, fields: [] }),
});
const refuse = (code: RefusalCode): FakeReply => problem(code, refusalStatus[code]);
