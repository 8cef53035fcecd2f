import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import { within } from '../agents/acting.ts';
import { type Agent, roles as agentRoles } from '../agents/agent.ts';
import type { Caller, Citizen } from '../agents/caller.ts';
import { callerAddress } from '../agents/caller-address.ts';
import {
  type Answer,
  csrfHeader,
  type Download,
  type InputOf,
  type Operation,
  type Redirect,
} from './api.ts';
import { faultOf, log, measure } from './aws.adapter.ts';
import { parseJson, queryOf } from './json.ts';
import { type FieldProblem, Refusal, refusalStatus } from './refusal.ts';

/** Who stands behind the cookies of a call; `null` when nobody, or no longer. */
export type Sessions = {
  agent(cookies: readonly string[]): Promise<Agent | null>;
  citizen(cookies: readonly string[]): Promise<Citizen | null>;
};
/** `publicUrl`: scheme and host of the site, no slash at the end. Without `sessions` only public operations answer. */
export type Door = { publicUrl: string; sessions?: Sessions };

/** The caller an operation may meet: without `public` among its roles, never an anonymous one. */
export type CallerOf<O extends Operation> = 'public' extends O['roles'][number]
  ? Caller
  : 'citizen' extends O['roles'][number]
    ? Exclude<Caller, { kind: 'anonymous' }>
    : Extract<Caller, { kind: 'agent' }>;

export type Handled = { operation: Operation; run: (input: never, caller: never) => Promise<unknown> };
/** Binds an operation to its use case; types of input, caller and reply come from the operation. */
export const handle = <const O extends Operation>(
  operation: O,
  run: (input: InputOf<O>, caller: CallerOf<O>) => Promise<Answer<O>>,
): Handled => ({ operation, run });

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;
const largestBody = 1024 * 1024;
const guarded = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};

const route = ({ operation, run }: Handled) => {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] as string);
  const shape = operation.path.replace(/[.]/g, '\\$&').replace(/\{\w+\}/g, '([^/]+)');
  return { operation, run, names, pattern: new RegExp(`^${shape}$`) };
};

const codeOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'wrong-type';
  const isBound = issue.code === 'too_small' || issue.code === 'too_big';
  if (isBound && !['string', 'array'].includes(issue.origin)) return 'out-of-range';
  return (
    { too_small: 'too-short', too_big: 'too-long', unrecognized_keys: 'unknown-field' }[
      issue.code as string
    ] ?? 'invalid'
  );
};
const parse = (schema: z.ZodType | undefined, value: unknown): unknown => {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Refusal(
    'invalid-input',
    parsed.error.issues
      .slice(0, 50)
      .map((issue): FieldProblem => ({ field: issue.path.join('.'), code: codeOf(issue) })),
  );
};

const jsonOf = ({ body, isBase64Encoded, headers }: Event): unknown => {
  const text = isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? '');
  if (Buffer.byteLength(text) > largestBody) throw new Refusal('too-large');
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    throw new Refusal('unsupported-type');
  return parseJson(text);
};
/** Nothing of ours has a name longer than a key of a table may be. */
const longestName = 300;
const decoded = (text: string): string => {
  if (text.length > longestName) throw new Refusal('not-found');
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal('not-found');
  }
};

/** The same machine is reached by two names while developing; elsewhere both are equal. */
const twin = (url: string): string => url.replace('//127.0.0.1', '//localhost');
const refuseForgery = ({ headers, requestContext }: Event, { publicUrl }: Door): void => {
  if (requestContext.http.method === 'GET') return;
  const foreign = headers.origin !== undefined && twin(headers.origin) !== twin(publicUrl);
  if (headers[csrfHeader] !== '1' || foreign) throw new Refusal('forbidden');
};

const identify = async (event: Event, operation: Operation, { sessions }: Door): Promise<Caller> => {
  const cookies = event.cookies ?? [];
  const { requestId } = event.requestContext;
  const call = { requestId, address: callerAddress(event), cookies };
  const meant = event.headers['x-parvis-for'];
  const { roles } = operation;
  const forAgents = agentRoles.some((role) => roles.includes(role));
  const agent = forAgents ? await sessions?.agent(cookies) : null;
  if (agent?.roles.some((role) => roles.includes(role))) return { ...call, kind: 'agent', agent };
  const citizen = roles.includes('citizen') ? await sessions?.citizen(cookies) : null;
  if (citizen) return { ...call, kind: 'citizen', citizen: within(citizen, operation, meant) };
  if (roles.includes('public')) return { ...call, kind: 'anonymous' };
  throw new Refusal(agent ? 'forbidden' : 'unauthenticated');
};

const reply = (operation: Operation, answer: unknown): Result => {
  const { cookies, location, bytes, name } = (answer ?? {}) as Partial<Redirect & Download>;
  if (operation.download && bytes) {
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name ?? 'document')}`;
    const headers = { 'content-type': operation.download, 'content-disposition': disposition };
    return { statusCode: 200, headers, body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true };
  }
  if (operation.status === 302) return { statusCode: 302, headers: { location: location ?? '/' }, cookies };
  if (!operation.response) return { statusCode: operation.status ?? 204, cookies };
  const body = JSON.stringify(operation.response.parse(answer));
  return {
    statusCode: operation.status ?? 200,
    headers: { 'content-type': 'application/json' },
    cookies,
    body,
  };
};

/** A refusal says its code and its fields; a fault says nothing, and its place goes to the log. */
const problem = (error: unknown, { requestContext }: Event): Result => {
  const refusal = error instanceof Refusal ? error : null;
  const code = refusal?.code ?? 'fault';
  const status = refusal ? refusalStatus[refusal.code] : 500;
  const ids = { requestId: requestContext.requestId, method: requestContext.http.method };
  if (!refusal) {
    log('error', 'http-fault', { ...ids, ...faultOf(error) });
    measure('Faults', 1, { by: { Part: process.env.PART ?? 'nowhere' } });
  }
  if (status === 403) log('warn', 'http-forbidden', ids);
  const said = {
    type: `urn:parvis:problem:${code}`,
    title: code,
    status,
    code,
    fields: refusal?.fields ?? [],
  };
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' };
  if (refusal?.retryAfter) headers['retry-after'] = String(refusal.retryAfter);
  return { statusCode: status, headers, body: JSON.stringify(said) };
};
const harden = (result: Result | null | undefined, { requestContext }: Event): Result => ({
  ...result,
  headers: { ...guarded, 'x-request-id': requestContext.requestId, ...result?.headers },
});

/** The one way in for HTTP: finds the operation, checks origin, caller and input, answers, maps every error once. */
export const http = (door: Door, ...handled: Handled[]) => {
  const routes = handled.map(route);
  const dispatch = async (event: Event): Promise<Result> => {
    const { method } = event.requestContext.http;
    const found = routes.find(
      ({ operation, pattern }) => operation.method === method && pattern.test(event.rawPath),
    );
    if (!found) throw new Refusal('not-found');
    const { operation, run, names, pattern } = found;
    refuseForgery(event, door);
    const caller = await identify(event, operation, door);
    const values = pattern.exec(event.rawPath)?.slice(1) ?? [];
    const input = {
      params: parse(
        operation.params,
        Object.fromEntries(names.map((name, at) => [name, decoded(values[at] ?? '')])),
      ),
      query: parse(operation.query, queryOf(event.rawQueryString)),
      headers: parse(operation.headers, event.headers),
      body: operation.body ? parse(operation.body, jsonOf(event)) : undefined,
    };
    return reply(operation, await run(input as never, caller as never));
  };
  return middy<Event, Result>({ timeoutEarlyInMillis: 0 })
    .onError((request) => {
      request.response = harden(problem(request.error, request.event), request.event);
    })
    .after((request) => {
      request.response = harden(request.response, request.event);
    })
    .handler(dispatch);
};
