import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { spelled } from '../../../functions/letters/short-code.ts';
import { idOf } from '../../../infra/local/gateway/index.ts';
import { readAssembly } from '../../../infra/local/template/assembly.ts';
import { madeAssembly } from '../../../infra/making/places.ts';
import { report } from '../../support/citizens.ts';
import { holdCase } from '../harness.ts';
import { type Answered, rawTo } from './caller.ts';

const at = (world: { url: string }) => {
  const raw = rawTo(world.url);
  return (from: string, answers: object, headers: Record<string, string> = {}): Promise<Answered> =>
    raw({
      ...{ method: 'POST', path: '/api/public/forms', from },
      headers: {
        'content-type': 'application/json',
        'x-parvis-csrf': '1',
        'idempotency-key': randomUUID(),
        ...headers,
      },
      body: JSON.stringify({ procedure: 'signalement', revision: 1, answers }),
    });
};
/** So many at once, as a machine would send them. */
const flood = async <T>(times: number, send: (at: number) => Promise<T>, abreast = 16): Promise<T[]> => {
  const done: T[] = [];
  let next = 0;
  const worker = async () => {
    for (let turn = next++; turn < times; turn = next++) done.push(await send(turn));
  };
  await Promise.all(Array.from({ length: abreast }, worker));
  return done;
};

holdCase(
  36,
  'a thousand forms of one address are cut short with when to come back, others pass meanwhile',
  { own: true, timeout: 300_000 },
  async (world) => {
    const post = at(world);
    // Nothing is opened by a form that lacks what is asked: what is counted is the call.
    const refused = await flood(1_000, (n) =>
      post('127.0.7.7', {}, { 'x-forwarded-for': `198.51.100.${n % 250}` }),
    );
    const limited = refused.filter(({ status }) => status === 429);
    expect(refused.filter(({ status }) => ![422, 429].includes(status))).toEqual([]);
    expect(limited.length).toBeGreaterThan(100);
    for (const { headers, text } of limited) {
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
      expect(JSON.parse(text).code).toBe('too-many-requests');
    }
    const other = await post('127.0.7.8', report('Un trou', `.calm${world.run}`));
    expect(other.status, other.text).toBe(201);
    // The town's own network, shared with whoever flooded: a minute later it is served again.
    await world.clock({ advance: 'PT61S' });
    const shared = await post('127.0.7.7', report('Un autre trou', `.nat${world.run}`));
    expect(shared.status, shared.text).toBe(201);
    await world.quiet();
    // What the flood itself cost: the calls of two windows at most are written down, whatever came.
    const counted = (await world.store.scan(/Sessions/)).filter(({ pk }) =>
      pk.startsWith('CALLS#flood#form#127.0.7.7'),
    );
    expect(counted.reduce((sum, { calls }) => sum + Number(calls), 0)).toBeLessThan(2_000);
    return { inputs: 2 };
  },
);

holdCase(
  36,
  'a thousand addresses that send one form each are a busy day, and none is turned away',
  { timeout: 240_000 },
  async (world) => {
    const post = at(world);
    const replies = await flood(1_000, (n) => post(`127.1.${Math.floor(n / 250)}.${(n % 250) + 1}`, {}));
    expect(replies.filter(({ status }) => status !== 422).map(({ status, text }) => [status, text])).toEqual(
      [],
    );
    return { inputs: 0 };
  },
);

holdCase(
  36,
  'codes and letters are not guessed: tries are counted by address and by what is tried',
  {},
  async (world) => {
    const raw = rawTo(world.url);
    const tries: [string, object][] = [
      ['/api/public/codes', { code: spelled('123412341234'), birthDate: '1980-01-01' }],
      ['/api/public/shared', { code: 'AAAA-AAAA-AAAA', secret: 'aaaaaaaaaaaaaaaaaaaaaa' }],
      ['/api/public/sign-in/codes', { email: `somebody${world.run}@courriel.example` }],
    ];
    for (const [path, body] of tries) {
      const headers = {
        'content-type': 'application/json',
        'x-parvis-csrf': '1',
        'idempotency-key': randomUUID(),
      };
      const ask = () => raw({ method: 'POST', path, headers, body: JSON.stringify(body), from: '127.0.9.9' });
      const statuses = (await flood(60, ask, 4)).map(({ status }) => status);
      expect(
        statuses.filter((status) => status >= 500),
        path,
      ).toEqual([]);
      if (!statuses.includes(400)) expect(statuses.at(-1), `${path} ${statuses}`).toBe(429);
    }
  },
);

/** Where the API of the product answers beside the edge, as on AWS its own name would. */
const besideTheEdge = (): string => {
  const { stacks } = readAssembly(madeAssembly('val-clair'), { region: '', accountId: '' });
  for (const { name: stack, template } of stacks)
    for (const [logicalId, { Type }] of Object.entries(template.Resources ?? {}))
      if (Type === 'AWS::ApiGatewayV2::Api') return `/_api/${idOf({ stack, logicalId })}`;
  throw new Error('the template has no API');
};

holdCase(
  36,
  'the own address of the API answers nobody who did not come by the edge, whatever they claim',
  {},
  async (world) => {
    const raw = rawTo(world.url);
    const api = besideTheEdge();
    const forms = {
      'content-type': 'application/json',
      'x-parvis-csrf': '1',
      'idempotency-key': randomUUID(),
    };
    const body = JSON.stringify({ procedure: 'signalement', revision: 1, answers: report('Un trou', '.x') });
    const claims: Record<string, string>[] = [
      {},
      { 'x-forwarded-for': '198.51.100.7, 130.176.0.1' },
      { 'x-parvis-edge': 'k'.repeat(48), via: '2.0 local.cloudfront.net (CloudFront)' },
      { 'x-parvis-edge': '' },
    ];
    for (const claim of claims) {
      const read = await raw({ path: `${api}/api/public/procedures`, headers: claim });
      expect([read.status, JSON.parse(read.text).code]).toEqual([403, 'forbidden']);
      const sent = await raw({
        ...{ method: 'POST', path: `${api}/api/public/forms`, body },
        headers: { ...forms, ...claim },
      });
      expect([sent.status, JSON.parse(sent.text).code]).toEqual([403, 'forbidden']);
    }
    // By the edge the same words are answered, and a key that a visitor writes there is not what arrives.
    for (const claim of claims)
      expect((await raw({ path: '/api/public/procedures', headers: claim })).status).toBe(200);
    return { inputs: 0 };
  },
);
