import { randomUUID } from 'node:crypto';
import { request as send } from 'node:http';
import { describe, expect, it } from 'vitest';
import { report } from '../support/citizens.ts';
import { running } from '../support/outer.ts';

const product = running();
const { host, hostname, port } = new URL(product.url);
type Asked = { method?: string; path: string; headers?: Record<string, string | string[]>; body?: string };

/** As no library would ask: paths stay as written and every header is possible. */
const raw = ({ method = 'GET', path, headers = {}, body }: Asked) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const asked = send({ hostname, port, method, path, headers }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.on('error', reject).end(body);
  });
const form = (body: string, headers: Record<string, string> = {}) =>
  raw({
    method: 'POST',
    path: '/api/public/forms',
    headers: {
      'content-type': 'application/json',
      'x-parvis-csrf': '1',
      'idempotency-key': randomUUID(),
      ...headers,
    },
    body,
  });
const filled = (more: object = {}) =>
  JSON.stringify({ procedure: 'signalement', revision: 1, answers: report('Un trou', '.http'), ...more });
const nested = (open: string, close: string) =>
  `{"procedure":"signalement","revision":1,"answers":{"details":${open.repeat(100_000)}1${close.repeat(100_000)}}}`;

describe('a page of another site can do nothing in a visitor’s name', () => {
  it.each([
    ['without the header that no form can set', { 'x-parvis-csrf': '' }, 403],
    ['from another site', { origin: 'https://evil.example' }, 403],
    ['from a name that only begins like ours', { origin: `http://${host}.evil.example` }, 403],
    ['from a sandboxed page', { origin: 'null' }, 403],
    ['as plain text', { 'content-type': 'text/plain' }, 415],
    ['as something that only begins like JSON', { 'content-type': 'application/json-evil' }, 415],
  ])('%s, a form is refused', async (_how, headers, status) => {
    expect((await form(filled(), headers)).status).toBe(status);
  });

  it('has no way to the tools and services of the machine', async () => {
    const foreign = { origin: 'https://evil.example', 'content-type': 'text/plain' };
    const body = '{"as":"admin"}';
    const target = { ...foreign, 'x-amz-target': 'DynamoDB_20120810.ListTables' };
    const refused = await Promise.all([
      raw({ method: 'POST', path: '/local/sign-in', headers: foreign, body }),
      raw({ method: 'POST', path: '/local/clock', headers: foreign, body: '{"advance":"P1D"}' }),
      raw({ method: 'POST', path: '/_aws/dynamodb/', headers: target, body: '{}' }),
      raw({ method: 'POST', path: '/_aws/sns/', headers: foreign, body: 'Action=ListTopics' }),
      raw({ path: '/local/people', headers: { 'sec-fetch-site': 'cross-site' } }),
      raw({ path: '/local/people', headers: { host: 'evil.example' } }),
      raw({ path: '/', headers: { host: `127.0.0.1.evil.example:${port}` } }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
  });
});

describe('whatever is sent is answered by a refusal, never by a fault', () => {
  it.each([
    ['a list in a list without end', nested('[', ']'), 400],
    ['an object in an object without end', nested('{"a":', '}'), 400],
    ['a key of the prototype', '{"procedure":"x","revision":1,"answers":{"__proto__":{}}}', 400],
    [
      'the same key written otherwise',
      '{"procedure":"x","revision":1,"answers":{"\\u005f_proto__":{}}}',
      400,
    ],
    ['a field that grants something', filled({ role: 'administrator' }), 400],
    ['more than a megabyte', filled({ answers: { details: 'a'.repeat(1024 * 1024) } }), 413],
    ['eleven megabytes', 'a'.repeat(11 * 1024 * 1024), 413],
    ['a broken text', '{"procedure":', 400],
    ['a name longer than any name', filled({ procedure: 'a'.repeat(3_000) }), 400],
    ['a revision that never was', filled({ revision: -1 }), 404],
    ['an answer of a megabyte less a little', filled({ answers: { details: 'a'.repeat(900_000) } }), 422],
  ])('%s', async (_what, body, status) => {
    const answer = await form(body);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toMatch(/at .*\.(mjs|ts|js)|node_modules|DynamoDB|arn:aws/);
  });

  it.each([
    ['with two slashes', '//api/public/procedures'],
    ['that climbs', '/api/public/../agent/me'],
    ['that climbs in disguise', '/api/public/%2e%2e/agent/me'],
    ['with hidden slashes', '/api%2fagent%2fme'],
    ['to a file of the machine', '/../../../../etc/passwd'],
    ['to such a file in disguise', '/..%2f..%2f..%2fetc%2fpasswd'],
    ['with nothing in it', '/agents/%00'],
    ['of twelve thousand letters', `/${'a'.repeat(12_000)}`],
    ['to a name of three thousand', `/api/public/procedures/${'a'.repeat(3_000)}`],
    ['that is no text', '/api/public/procedures/%E0%A4%A'],
    ['to an article of nothing', '/api/public/articles/%00'],
    ['as a proxy is asked', 'http://evil.example/local/people'],
  ])('a path %s leads nowhere', async (_what, path) => {
    const answer = await raw({ path });
    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('root:');
  });

  it('reads a parameter said twice as what it is, and never another method', async () => {
    expect((await raw({ path: '/api/session/agents/start?to=/a&to=/b' })).status).toBe(400);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'])
      expect((await raw({ method, path: '/api/public/procedures' })).status).toBeGreaterThan(400);
    const overridden = { 'x-http-method-override': 'POST', 'x-parvis-csrf': '1' };
    expect((await raw({ path: '/api/public/forms', headers: overridden })).status).toBe(404);
  });

  it('turns half characters and hidden marks into text that can be kept', async () => {
    const answers = { ...report('Un trou', '.marks'), place: 'ici\u0000 \u202Etxt.exe' };
    const text = JSON.stringify({ procedure: 'signalement', revision: 1, answers });
    const answer = await form(text.replace('Un trou', 'Un trou \\ud800 profond'));
    expect(answer.status).toBe(201);
    await product.quiet();
    const { contacts } = await product.records(`?reference=${JSON.parse(answer.text).reference}`);
    expect(contacts[0]?.text).toContain('Un trou \uFFFD profond');
    expect(contacts[0]?.text).not.toMatch(/(?!\n)\p{Cc}|\u202E/u);
  });
});

describe('a session belongs to one person, and ends', () => {
  const cookieOf = (response: Response) => response.headers.getSetCookie()[0] ?? '';

  it('is held in a cookie that no script reads and no other host sets', async () => {
    const response = await fetch(`${product.url}/local/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"as":"paul.girard"}',
    });
    const cookie = cookieOf(response);
    expect(cookie).toMatch(/^__Host-parvis-agent=[\w-]{22,};/);
    for (const flag of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(flag);
    expect(cookie).not.toContain('Domain');
  });

  it('cannot be chosen, guessed, nor used for the other audience', async () => {
    const agent = await product.signIn('paul.girard');
    const citizen = await product.signIn('jeanne.aubry');
    const me = (path: string, cookie: string) =>
      product.json(path, { headers: { cookie } }).then((reply) => reply.status);
    expect(await me('/api/agent/me', agent.cookie)).toBe(200);
    expect(await me('/api/citizen/me', citizen.cookie)).toBe(200);
    expect(await me('/api/citizen/me', agent.cookie.replace('-agent', '-citizen'))).toBe(401);
    expect(await me('/api/agent/me', citizen.cookie.replace('-citizen', '-agent'))).toBe(401);
    expect(await me('/api/agent/me', '__Host-parvis-agent=chosen-by-somebody-else')).toBe(401);
    expect(await me('/api/agent/me', `__Host-parvis-agent=${'x'.repeat(8_000)}`)).toBe(401);
  });

  it('is over everywhere at once when it ends, and only its owner’s pages end it', async () => {
    const agent = await product.signIn('paul.girard');
    const end = (headers: Record<string, string>) =>
      fetch(`${product.url}/api/session/agents/end`, { method: 'POST', headers });
    expect((await end({ cookie: agent.cookie })).status).toBe(403);
    expect((await agent.get('/api/agent/me')).status).toBe(200);
    expect((await end({ cookie: agent.cookie, 'x-parvis-csrf': '1' })).status).toBe(204);
    expect((await agent.get('/api/agent/me')).status).toBe(401);
  });

  it('begins for nobody who brings a forged answer of the identity provider', async () => {
    const start = await fetch(`${product.url}/api/session/agents/start?to=//evil.example`, {
      redirect: 'manual',
    });
    const state = new URL(start.headers.get('location') ?? '').searchParams.get('state');
    const back = (path: string, cookie = '') =>
      fetch(`${product.url}${path}`, { redirect: 'manual', headers: { cookie } });
    const kept = cookieOf(start).split(';')[0];
    for (const answer of [
      await back('/api/session/agents/callback?code=x&state=forged', kept),
      await back(`/api/session/citizens/callback?code=x&state=${state}`, kept),
      await back(`/api/session/agents/callback?code=x&state=${state}`),
      await back(`/api/session/agents/callback?code=x&state=${state}`, kept),
    ]) {
      expect(answer.headers.get('location')).toMatch(/^\/(agents\/)?connexion\?error=sign-in-failed$/);
      expect(answer.headers.getSetCookie().join()).not.toMatch(/parvis-(agent|citizen)=\w/);
    }
  });
});
