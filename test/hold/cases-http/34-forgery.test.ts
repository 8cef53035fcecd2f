import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { report } from '../../support/citizens.ts';
import { holdCase } from '../harness.ts';
import { describe, rawTo, wellFormed } from './caller.ts';

holdCase(
  34,
  'a page of another site does nothing in a visitor’s name, on any operation',
  {},
  async (world) => {
    const raw = rawTo(world.url);
    const { host } = new URL(world.url);
    const body = JSON.stringify({
      procedure: 'signalement',
      revision: 1,
      answers: report('Un trou', `.csrf${world.run}`),
    });
    const tries: [string, Record<string, string>, number][] = [
      ['without the header that no form can set', { 'x-parvis-csrf': '' }, 403],
      ['with another value of it', { 'x-parvis-csrf': 'true' }, 403],
      ['from another site', { origin: 'https://evil.example' }, 403],
      ['from a name that only begins like ours', { origin: `http://${host}.evil.example` }, 403],
      ['from another port of ours', { origin: 'http://127.0.0.1:1' }, 403],
      ['from a sandboxed page', { origin: 'null' }, 403],
      ['as plain text', { 'content-type': 'text/plain' }, 415],
      ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
      ['as something that only begins like JSON', { 'content-type': 'application/json-evil' }, 415],
      ['without saying what it is', { 'content-type': '' }, 415],
    ];
    const usual = {
      'content-type': 'application/json',
      'x-parvis-csrf': '1',
      'idempotency-key': randomUUID(),
    };
    for (const [how, headers, status] of tries) {
      const answer = await raw({
        method: 'POST',
        path: '/api/public/forms',
        headers: { ...usual, ...headers },
        body,
      });
      expect(answer.status, how).toBe(status);
    }
    const api = await describe(world);
    const [agent, citizen] = [await world.signIn('admin'), await world.signIn('jeanne.aubry')];
    const cookie = `${agent.cookie}; ${citizen.cookie}`;
    const wrong: string[] = [];
    for (const one of api.operations.filter(({ method }) => method !== 'GET')) {
      const { 'x-parvis-csrf': _, ...headers } = wellFormed(one, api).headers;
      const { status } = await raw({
        ...wellFormed(one, api),
        headers: { ...headers, cookie, 'content-type': 'text/plain' },
      });
      // Read by whoever's mail program shows a button for it: the secret of its address is its proof (RFC 8058).
      if (status !== 403 && one.name !== 'stopByMail' && one.name !== 'notifyPayment')
        wrong.push(`${one.name}: ${status}`);
    }
    expect(wrong).toEqual([]);
    return { inputs: 0 };
  },
);

holdCase(34, 'the tools of the machine are closed to every page', { fast: true }, async (world) => {
  const raw = rawTo(world.url);
  const { port } = new URL(world.url);
  const foreign = { origin: 'https://evil.example', 'content-type': 'text/plain' };
  const target = { ...foreign, 'x-amz-target': 'DynamoDB_20120810.ListTables' };
  const refused = await Promise.all([
    raw({ method: 'POST', path: '/local/sign-in', headers: foreign, body: '{"as":"admin"}' }),
    raw({ method: 'POST', path: '/local/clock', headers: foreign, body: '{"advance":"P1D"}' }),
    raw({ method: 'POST', path: '/local/faults', headers: foreign, body: '{"rules":[]}' }),
    raw({ method: 'POST', path: '/_aws/dynamodb/', headers: target, body: '{}' }),
    raw({ method: 'POST', path: '/_aws/sns/', headers: foreign, body: 'Action=ListTopics' }),
    raw({ path: '/local/people', headers: { 'sec-fetch-site': 'cross-site' } }),
    raw({ path: '/local/people', headers: { host: 'evil.example' } }),
    raw({ path: '/', headers: { host: `127.0.0.1.evil.example:${port}` } }),
  ]);
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
});

holdCase(
  34,
  'a session belongs to one person and one audience, and ends everywhere at once',
  { fast: true },
  async (world) => {
    const begun = await fetch(`${world.url}/local/sign-in`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"as":"paul.girard"}' },
    });
    const line = begun.headers.getSetCookie()[0] ?? '';
    expect(line).toMatch(/^__Host-parvis-agent=[\w-]{22,};/);
    for (const flag of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(line).toContain(flag);
    expect(line).not.toContain('Domain');

    const [agent, citizen] = [await world.signIn('paul.girard'), await world.signIn('jeanne.aubry')];
    const me = (path: string, cookie: string) =>
      world.json(path, { headers: { cookie } }).then((reply) => reply.status);
    expect(await me('/api/agent/me', agent.cookie)).toBe(200);
    expect(await me('/api/citizen/me', citizen.cookie)).toBe(200);
    for (const [path, cookie] of [
      ['/api/citizen/me', agent.cookie.replace('-agent', '-citizen')],
      ['/api/agent/me', citizen.cookie.replace('-citizen', '-agent')],
      ['/api/agent/me', agent.cookie.replace('__Host-', '')],
      ['/api/agent/me', '__Host-parvis-agent=chosen-by-somebody-else'],
      ['/api/agent/me', `__Host-parvis-agent=${'x'.repeat(8_000)}`],
    ] as const)
      expect(await me(path, cookie), cookie.slice(0, 40)).toBe(401);

    const end = (headers: Record<string, string>) =>
      fetch(`${world.url}/api/session/agents/end`, { method: 'POST', headers });
    expect((await end({ cookie: agent.cookie })).status).toBe(403);
    expect((await agent.get('/api/agent/me')).status).toBe(200);
    expect((await end({ cookie: agent.cookie, 'x-parvis-csrf': '1' })).status).toBe(204);
    expect((await agent.get('/api/agent/me')).status).toBe(401);
  },
);

holdCase(34, 'somebody who has left opens nothing any more', {}, async (world) => {
  const admin = await world.signIn('admin');
  const yann = await world.signIn('yann.kervella');
  expect((await yann.get('/api/agent/board')).status).toBe(200);
  const depart = (leftOn: string | null) =>
    world.json('/api/agent/people/yann.kervella/departure', {
      ...{ method: 'PUT', body: JSON.stringify({ leftOn }) },
      headers: { cookie: admin.cookie, 'content-type': 'application/json', 'x-parvis-csrf': '1' },
    });
  try {
    expect((await depart('2020-01-01')).status).toBe(200);
    expect((await yann.get('/api/agent/board')).status).toBe(401);
  } finally {
    expect((await depart(null)).status).toBe(200);
  }
});

holdCase(
  34,
  'pages and answers bear the headers that keep them apart from others',
  { fast: true },
  async (world) => {
    const raw = rawTo(world.url);
    for (const path of ['/', '/agents/', '/demarches', '/signaler', '/connexion', '/nulle-part']) {
      const { headers, text } = await raw({ path });
      const csp = String(headers['content-security-policy']);
      for (const rule of [
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
      ])
        expect(csp, path).toContain(rule);
      expect(csp).toContain("frame-ancestors 'none'");
      expect(csp).not.toMatch(/unsafe|\*(?!\.)|http:\/\/(?!127)/);
      expect(headers['strict-transport-security']).toMatch(/max-age=(3153600\d|[4-9]\d{7})/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['referrer-policy']).toMatch(/same-origin|no-referrer/);
      expect(headers['permissions-policy']).toBeDefined();
      for (const told of ['server', 'x-powered-by']) expect(headers[told]).toBeUndefined();
      // Nothing stands in the page itself that a policy would have to let through.
      expect(text).not.toMatch(
        /<script(?![^>]*\bsrc=)[^>]*>(?!\s*[{[])|<[^>]+\son\w+=|<[^>]+\sstyle=|javascript:/i,
      );
    }
    for (const path of ['/api/public/procedures', '/api/agent/me', '/api/nowhere', '/api/openapi.json']) {
      const { headers, status } = await raw({ path });
      if (path !== '/api/nowhere') {
        expect(headers['cache-control'], path).toContain('no-store');
        expect(headers['content-security-policy'], path).toContain("default-src 'none'");
        expect(headers['x-content-type-options'], path).toBe('nosniff');
      }
      expect(headers['access-control-allow-origin'], path).toBeUndefined();
      expect(status).toBeLessThan(500);
    }
  },
);
