import type * as z from 'zod';
import type { Operation } from '../../functions/shared/api.ts';
import type { FieldProblem } from '../../functions/shared/refusal.ts';
import { spokenFor } from './whom.ts';

type In<S> = S extends z.ZodType ? z.input<S> : undefined;
type Part<K extends string, S> = S extends z.ZodType ? { [P in K]: z.input<S> } : unknown;
export type InputOf<O extends Operation> = Part<'params', O['params']> &
  Part<'query', O['query']> &
  Part<'headers', O['headers']> &
  Part<'body', O['body']>;
export type AnswerOf<O extends Operation> = O['response'] extends z.ZodType
  ? z.output<O['response']>
  : O['download'] extends string
    ? Blob
    : In<undefined>;

/** Why a call failed: the API's code, or `network`, `timeout`, `unexpected`. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: readonly FieldProblem[];
  constructor(code: string, status = 0, fields: readonly FieldProblem[] = []) {
    super(code);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.fields = fields;
  }
}

type Loose = {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  headers?: Record<string, string>;
  body?: unknown;
};
type Options = { signal?: AbortSignal; patience?: number; onRetry?: (attempt: number) => void };

/** By how many milliseconds the service's clock is ahead of the machine's: a page may stay open overnight. */
let ahead = 0;
/** The service's own idea of the present, from its last answer; the machine's before the first one. */
export const lastNow = (): string => new Date(Date.now() + ahead).toISOString();

/**
 * Calls one operation of the contracts: `call<typeof trackRequest>('GET /api/public/requests/{reference}', {…})`. Method
 * and path are checked against the contract by the compiler. What may be repeated (a read, or a write that carries an
 * Idempotency-Key) is tried three times when the network or the service fails. Throws `ApiProblem`.
 */
export async function call<O extends Operation>(
  operation: `${O['method']} ${O['path']}`,
  input: InputOf<O>,
  options: Options = {},
): Promise<AnswerOf<O>> {
  const [method = 'GET', path = ''] = operation.split(' ');
  const { params = {}, query = {}, headers = {}, body } = input as Loose;
  const url = `${path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}${search(query)}`;
  const init: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: {
      ...headers,
      ...(method !== 'GET' && { 'x-parvis-csrf': '1', ...spokenFor() }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
  const mayRepeat = method === 'GET' || 'idempotency-key' in headers;
  for (let attempt = 1; ; attempt++) {
    try {
      return (await once(url, init, options)) as AnswerOf<O>;
    } catch (error) {
      const passing = error instanceof ApiProblem && (error.status === 0 || error.status >= 502);
      if (!passing || !mayRepeat || attempt === 3 || options.signal?.aborted) throw error;
      options.onRetry?.(attempt);
      await new Promise((resolve) => setTimeout(resolve, attempt * 900));
    }
  }
}

async function once(url: string, init: RequestInit, options: Options): Promise<unknown> {
  const timeout = AbortSignal.timeout(options.patience ?? 20_000);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  const response = await fetch(url, { ...init, signal }).catch(() => {
    throw new ApiProblem(timeout.aborted ? 'timeout' : 'network');
  });
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return undefined;
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) return await response.blob();
  const reply = await response.json();
  setClock(typeof reply?.now === 'string' ? reply.now : response.headers.get('date'));
  return reply;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const problem = await response.json().catch(() => ({}));
  const code = typeof problem?.code === 'string' ? problem.code : 'unexpected';
  return new ApiProblem(code, response.status, Array.isArray(problem?.fields) ? problem.fields : []);
}

function setClock(said: string | null): void {
  const time = Date.parse(said ?? '');
  if (!Number.isNaN(time)) ahead = time - Date.now();
}

function search(query: Record<string, unknown>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}
