import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { report } from '../../support/citizens.ts';
import { holdCase } from '../harness.ts';
import { machinery, rawTo } from './caller.ts';

const filled = (more: object = {}) =>
  JSON.stringify({ procedure: 'signalement', revision: 1, answers: report('Un trou', '.http'), ...more });
const nested = (open: string, close: string, times = 100_000) =>
  `{"procedure":"signalement","revision":1,"answers":{"details":${open.repeat(times)}1${close.repeat(times)}}}`;

const bodies: [string, string, number][] = [
  ['a list in a list without end', nested('[', ']'), 400],
  ['an object in an object without end', nested('{"a":', '}'), 400],
  ['a megabyte of brackets', nested('[', ']', 500_000), 400],
  [
    'a key of the prototype',
    '{"procedure":"x","revision":1,"answers":{"__proto__":{"role":"administrator"}}}',
    400,
  ],
  ['the same key written otherwise', '{"procedure":"x","revision":1,"answers":{"\\u005f_proto__":{}}}', 400],
  ['a field that grants something', filled({ role: 'administrator' }), 400],
  ['another authority', filled({ orgId: 'other' }), 400],
  ['who it is by', filled({ openedBy: 'agent:admin', department: 'cabinet' }), 400],
  ['more than a megabyte', filled({ answers: { details: 'a'.repeat(1024 * 1024) } }), 413],
  ['eleven megabytes', 'a'.repeat(11 * 1024 * 1024), 413],
  ['a broken text', '{"procedure":', 400],
  ['nothing', '', 400],
  [
    'a number without end',
    filled({ revision: 0 }).replace('"revision":0', `"revision":1${'0'.repeat(5_000)}`),
    400,
  ],
  ['a name longer than any name', filled({ procedure: 'a'.repeat(3_000) }), 400],
  ['a revision that never was', filled({ revision: -1 }), 404],
  ['an answer of a megabyte less a little', filled({ answers: { details: 'a'.repeat(900_000) } }), 422],
];

holdCase(35, 'whatever body is sent, the answer is a refusal and never a fault', {}, async (world) => {
  const raw = rawTo(world.url);
  const post = (body: string, headers: Record<string, string> = {}) =>
    raw({
      ...{ method: 'POST', path: '/api/public/forms', body },
      headers: {
        'content-type': 'application/json',
        'x-parvis-csrf': '1',
        'idempotency-key': randomUUID(),
        ...headers,
      },
    });
  for (const [what, body, status] of bodies) {
    const answer = await post(body);
    expect(answer.status, what).toBe(status);
    expect(answer.text, what).not.toMatch(machinery);
  }
  expect(({} as Record<string, unknown>).role).toBeUndefined();
  // The last of two keys of one name counts, here as in every reader of JSON: nothing of ours reads the first.
  const twice = await post(filled().replace('"procedure":', '"procedure":"secret","procedure":'));
  expect(twice.status).toBe(201);
  const answers = { ...report('Un trou', `.marks${world.run}`), place: 'ici\u0000 \u202Etxt.exe' };
  const text = JSON.stringify({ procedure: 'signalement', revision: 1, answers });
  const marked = await post(text.replace('Un trou', 'Un trou \\ud800 profond'));
  expect(marked.status).toBe(201);
  await world.quiet();
  const { contacts } = await world.records({ reference: JSON.parse(marked.text).reference });
  expect(contacts[0]?.text).toContain('Un trou \uFFFD profond');
  expect(contacts[0]?.text).not.toMatch(/(?!\n)\p{Cc}|\u202E/u);
  return { inputs: 2 };
});

holdCase(
  35,
  'a path leads where it says or nowhere, and a method is itself',
  { fast: true },
  async (world) => {
    const raw = rawTo(world.url);
    const paths = [
      '//api/public/procedures',
      '/api/public/../agent/me',
      '/api/public/%2e%2e/agent/me',
      '/api%2fagent%2fme',
      '/../../../../etc/passwd',
      '/..%2f..%2f..%2fetc%2fpasswd',
      '/agents/%00',
      `/${'a'.repeat(12_000)}`,
      `/api/public/procedures/${'a'.repeat(3_000)}`,
      '/api/public/procedures/%E0%A4%A',
      '/api/public/articles/%00',
      '/api/public/procedures/__proto__',
      '/api/public/procedures/constructor',
      'http://evil.example/local/people',
    ];
    for (const path of paths) {
      const { status, text } = await raw({ path });
      expect([400, 403, 404], path).toContain(status);
      expect(text, path).not.toContain('root:');
    }
    expect((await raw({ path: '/api/session/agents/start?to=/a&to=/b' })).status).toBe(400);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'])
      expect((await raw({ method, path: '/api/public/procedures' })).status).toBeGreaterThan(400);
    for (const header of ['x-http-method-override', 'x-method-override', 'x-http-method']) {
      const headers = { [header]: 'POST', 'x-parvis-csrf': '1' };
      expect((await raw({ path: '/api/public/forms', headers })).status).toBe(404);
    }
  },
);

holdCase(35, 'nobody is somebody else by saying so in a header', { fast: true }, async (world) => {
  const raw = rawTo(world.url);
  const claims = {
    ...{
      'x-forwarded-for': '10.0.0.1',
      'x-forwarded-user': 'admin',
      'x-parvis-agent': 'admin',
      authorization: 'Bearer admin',
    },
    ...{
      'x-real-ip': '10.0.0.1',
      'x-amzn-oidc-identity': 'admin',
      'x-amz-user-agent': 'admin',
      cookie: 'parvis-agent=admin',
    },
  };
  for (const path of ['/api/agent/me', '/api/agent/board', '/api/citizen/me'])
    expect((await raw({ path, headers: claims })).status, path).toBe(401);
});
