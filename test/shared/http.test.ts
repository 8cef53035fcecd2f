import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Agent } from '../../functions/agents/agent.ts';
import { operation } from '../../functions/shared/api.ts';
import { handle, http } from '../../functions/shared/http.adapter.ts';
import { Refusal } from '../../functions/shared/refusal.ts';

const agent: Agent = {
  login: 'claire',
  email: 'claire@example.org',
  givenName: 'Claire',
  familyName: 'Petit',
  title: 'Gestionnaire',
  roles: ['instructor'],
  departments: ['voirie'],
};
const echo = operation({
  method: 'POST',
  path: '/api/agent/things/{id}',
  roles: ['instructor', 'head'],
  summary: 'Echo',
  params: z.object({ id: z.string() }),
  query: z.object({ limit: z.coerce.number().max(10).default(3) }),
  body: z.strictObject({
    text: z.string().min(1).max(20),
    more: z.record(z.string(), z.unknown()).default({}),
  }),
  status: 201,
  response: z.object({ id: z.string(), limit: z.number(), text: z.string(), by: z.string() }),
});
const open = operation({
  method: 'GET',
  path: '/api/public/x.json',
  roles: ['public'],
  summary: 'Open',
  response: z.object({ ok: z.boolean() }),
});
const file = operation({
  method: 'GET',
  path: '/api/public/file',
  roles: ['public'],
  summary: 'File',
  download: 'application/pdf',
});
const away = operation({
  method: 'GET',
  path: '/api/public/away',
  roles: ['public'],
  summary: 'Away',
  status: 302,
});
const broken = operation({
  method: 'GET',
  path: '/api/public/broken',
  roles: ['public'],
  summary: 'Broken',
  response: z.object({}),
});
const refused = operation({
  method: 'GET',
  path: '/api/public/refused',
  roles: ['public'],
  summary: 'Refused',
  response: z.object({}),
});

const whence = operation({
  method: 'GET',
  path: '/api/public/whence',
  roles: ['public'],
  summary: 'Whence',
  response: z.object({ address: z.string() }),
});

const sessions = {
  agent: async (cookies: readonly string[]) =>
    cookies.includes('s=claire')
      ? agent
      : cookies.includes('s=scan')
        ? { ...agent, roles: ['scanning' as const] }
        : null,
  citizen: async () => null,
};
const handler = http(
  { publicUrl: 'http://127.0.0.1:3150', sessions },
  handle(echo, async ({ params, query, body }, caller) => ({
    id: params.id,
    limit: query.limit,
    text: body.text,
    by: caller.agent.login,
    secret: 'not declared',
  })),
  handle(open, async () => ({ ok: true })),
  handle(file, async () => ({ bytes: new TextEncoder().encode('%PDF'), name: 'été.pdf' })),
  handle(away, async () => ({ location: '/agents/', cookies: ['a=b'] })),
  handle(broken, async () => {
    throw new Error('Jean Dupont, 12 rue des Lilas');
  }),
  handle(whence, async (_, { address }) => ({ address })),
  handle(refused, async () => {
    throw new Refusal('already-closed');
  }),
);

type Sent = {
  body?: unknown;
  raw?: string;
  headers?: Record<string, string>;
  cookies?: string[];
  query?: string;
};
const call = async (
  method: string,
  path: string,
  { body, raw, headers = {}, cookies = ['s=claire'], query = '' }: Sent = {},
) => {
  const event = {
    rawPath: path,
    rawQueryString: query,
    cookies,
    headers: { 'content-type': 'application/json', 'x-parvis-csrf': '1', ...headers },
    body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    isBase64Encoded: false,
    requestContext: { requestId: 'r-1', http: { method, path, sourceIp: '192.0.2.1' } },
  } as unknown as APIGatewayProxyEventV2;
  const result = (await handler(event, {} as Context)) as APIGatewayProxyStructuredResultV2;
  const json = result.body && !result.isBase64Encoded ? JSON.parse(result.body) : undefined;
  return { status: result.statusCode, json, result };
};
const post = (sent: Sent) => call('POST', '/api/agent/things/a%20b', sent);

describe('the door of every HTTP function', () => {
  it('gives the use case what was declared, and the caller only what was declared', async () => {
    expect(await post({ body: { text: 'bonjour' }, query: 'limit=5' })).toMatchObject({
      status: 201,
      json: { id: 'a b', limit: 5, text: 'bonjour', by: 'claire' },
    });
    expect((await post({ body: { text: 'bonjour' } })).json).not.toHaveProperty('secret');
  });

  it('lets nobody keep or frame what it answers', async () => {
    const { result } = await call('GET', '/api/public/x.json');
    expect(result.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': 'r-1',
    });
  });

  it.each([
    ['a field that is missing', { body: {} }, 400, [{ field: 'text', code: 'required' }]],
    ['a number out of its bounds', { query: 'limit=11' }, 400, [{ field: 'limit', code: 'out-of-range' }]],
    ['a field too long', { body: { text: 'x'.repeat(21) } }, 400, [{ field: 'text', code: 'too-long' }]],
    [
      'a field nobody asked for',
      { body: { text: 'x', role: 'administrator' } },
      400,
      [{ field: '', code: 'unknown-field' }],
    ],
    [
      'a parameter given twice',
      { body: { text: 'x' }, query: 'limit=1&limit=2' },
      400,
      [{ field: 'limit', code: 'wrong-type' }],
    ],
    ['a body cut short', { raw: '{"text":' }, 400, [{ field: '', code: 'malformed' }]],
    [
      'a key that reaches a prototype',
      { raw: '{"text":"x","more":{"__proto__":{"a":1}}}' },
      400,
      [{ field: '__proto__', code: 'unknown-field' }],
    ],
    [
      'the same key in disguise',
      { raw: '{"text":"x","more":{"\\u005f_proto__":{"a":1}}}' },
      400,
      [{ field: '__proto__', code: 'unknown-field' }],
    ],
    [
      'a body nested a million times',
      { raw: `{"text":"x","more":${'['.repeat(400_000)}` },
      400,
      [{ field: '', code: 'malformed' }],
    ],
    ['more than a megabyte', { raw: `{"text":"${'x'.repeat(1024 * 1024)}"}` }, 413, []],
    ['a form of another site', { raw: 'text=x', headers: { 'content-type': 'text/plain' } }, 415, []],
  ])('refuses %s and names the field', async (_, sent: Sent, status, fields) => {
    const { json, result } = await post(sent);
    expect([result.statusCode, json.fields]).toEqual([status, fields]);
    expect(result.headers).toMatchObject({ 'content-type': 'application/problem+json' });
  });

  it.each([
    ['nobody', { cookies: [] }, 401, 'unauthenticated'],
    ['an agent without the role', { cookies: ['s=scan'] }, 403, 'forbidden'],
    ['a call without the forgery header', { headers: { 'x-parvis-csrf': '' } }, 403, 'forbidden'],
    ['a call from another site', { headers: { origin: 'https://evil.example' } }, 403, 'forbidden'],
    ['a call from a sandboxed page', { headers: { origin: 'null' } }, 403, 'forbidden'],
  ])('refuses %s', async (_, sent: Sent, status, code) => {
    const { json } = await post({ body: { text: 'x' }, ...sent });
    expect(json).toMatchObject({ status, code });
  });

  it('knows its own address under both names of the machine', async () => {
    const sent = { body: { text: 'x' }, headers: { origin: 'http://localhost:3150' } };
    expect((await post(sent)).status).toBe(201);
  });

  it.each([
    ['192.0.2.1', {}],
    ['192.0.2.1', { 'x-forwarded-for': '192.0.2.1' }],
    ['203.0.113.7', { 'x-forwarded-for': '203.0.113.7, 192.0.2.1' }],
    ['203.0.113.7', { 'x-forwarded-for': '198.51.100.9, 203.0.113.7, 192.0.2.1' }],
    ['2001:db8:0:1::/64', { 'x-forwarded-for': '2001:DB8:0:1:aaaa::5, 192.0.2.1' }],
    ['2001:db8:0:1::/64', { 'x-forwarded-for': '2001:db8:0000:0001:b:c:d:e, 192.0.2.1' }],
    ['2001:db8:0:0::/64', { 'x-forwarded-for': '2001:db8::1, 192.0.2.1' }],
  ])('knows that %s calls by %j: not the edge, nor whom a caller says to be', async (address, headers) => {
    expect((await call('GET', '/api/public/whence', { headers })).json).toEqual({ address });
  });

  it('answers files, redirections and unknown addresses', async () => {
    const pdf = (await call('GET', '/api/public/file')).result;
    expect(pdf).toMatchObject({ statusCode: 200, isBase64Encoded: true, body: 'JVBERg==' });
    expect(pdf.headers?.['content-disposition']).toBe("attachment; filename*=UTF-8''%C3%A9t%C3%A9.pdf");
    const moved = (await call('GET', '/api/public/away')).result;
    expect(moved).toMatchObject({ statusCode: 302, cookies: ['a=b'], headers: { location: '/agents/' } });
    expect((await call('GET', '/api/public/xQjson')).status).toBe(404);
    expect((await call('GET', '/api/agent/things/%E0%A4%A')).status).toBe(404);
  });

  it('says the code of a refusal and nothing of a fault', async () => {
    expect((await call('GET', '/api/public/refused')).json).toMatchObject({
      status: 409,
      code: 'already-closed',
    });
    const { result } = await call('GET', '/api/public/broken');
    expect(result.statusCode).toBe(500);
    expect(JSON.stringify(result)).not.toContain('Dupont');
  });

  it('refuses what nests without end, before anybody walks it', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const raw = `{"text":"x","more":{"a":${open.repeat(100_000)}1${close.repeat(100_000)}}}`;
      expect(await post({ raw })).toMatchObject({ status: 400, json: { fields: [{ code: 'malformed' }] } });
    }
    const brackets = `{"text":"${'[{'.repeat(9)}","more":{}}`;
    expect((await post({ raw: brackets })).status).toBe(201);
  });

  it('keeps whole characters of what is half of one', async () => {
    expect((await post({ raw: '{"text":"a \\ud800 b"}' })).json.text).toBe('a \uFFFD b');
  });

  it('finds nothing under a name longer than any name is', async () => {
    const found = await call('POST', `/api/agent/things/${'a'.repeat(3_000)}`, { body: { text: 'bonjour' } });
    expect(found.status).toBe(404);
  });
});
