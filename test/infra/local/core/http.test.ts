import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { functionOf, httpApi, idle, keyedTable, sdk, startOn, writeAssembly } from './assembly.ts';

type Started = Awaited<ReturnType<typeof startOn>>;
let runtime: Started;

const bundle = `${sdk('client-dynamodb', 'DynamoDBClient, PutItemCommand, GetItemCommand')}
const client = new DynamoDBClient({});
export const handler = async (event, context) => {
  if (event.rawPath === '/fail') throw new Error('no');
  if (event.rawPath === '/binary') return { statusCode: 200, isBase64Encoded: true, body: Buffer.from([0, 255, 1]).toString('base64') };
  if (event.rawPath === '/now') return { now: new Date().toISOString() };
  if (event.rawPath === '/write') {
    await client.send(new PutItemCommand({ TableName: process.env.TABLE, Item: { pk: { S: event.rawQueryString }, text: { S: 'a'.repeat(1500) } } }));
    return { statusCode: 201, body: 'kept' };
  }
  return { statusCode: 200, cookies: ['one=1; Path=/', 'two=2'], headers: { 'X-Thing': 'yes' }, body: JSON.stringify({ event, left: context.getRemainingTimeInMillis() }) };
};`;

beforeAll(async () => {
  runtime = await startOn(
    writeAssembly({
      resources: {
        Table: keyedTable(),
        Fn: functionOf('Fn', { Environment: { Variables: { TABLE: { Ref: 'Table' } } } }),
        ...httpApi('Fn', 'ANY /{proxy+}'),
      },
      bundles: { Fn: bundle },
    }),
  );
});
afterAll(() => runtime?.stop());

const get = (path: string, init?: RequestInit) => fetch(`${runtime.origin}${path}`, init);

describe('an HTTP API', () => {
  it('hands a function the whole request and gives its whole answer back', async () => {
    const answer = await get('/a%20b?x=1&x=2', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: 'k=v; z=y' },
      body: '{"accent":"é"}',
    });
    const { event, left } = (await answer.json()) as { event: Record<string, unknown>; left: number };
    expect(answer.status).toBe(200);
    expect(answer.headers.get('x-thing')).toBe('yes');
    expect(answer.headers.getSetCookie()).toEqual(['one=1; Path=/', 'two=2']);
    expect(left).toBeGreaterThan(5000);
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /{proxy+}',
      rawPath: '/a b',
      rawQueryString: 'x=1&x=2',
      queryStringParameters: { x: '1,2' },
      pathParameters: { proxy: 'a b' },
      cookies: ['k=v', 'z=y'],
      body: '{"accent":"é"}',
      isBase64Encoded: false,
      requestContext: { http: { method: 'POST', path: '/a b' }, stage: '$default' },
    });
  });

  it('carries bytes both ways', async () => {
    const back = await get('/binary');
    expect([...new Uint8Array(await back.arrayBuffer())]).toEqual([0, 255, 1]);
    const echoed = await get('/x', {
      method: 'PUT',
      headers: { 'content-type': 'application/pdf' },
      body: new Uint8Array([0, 255]),
    });
    const { event } = (await echoed.json()) as { event: { body: string; isBase64Encoded: boolean } };
    expect(event).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
  });

  it('says nothing of why a function failed', async () => {
    const answer = await get('/fail');
    expect([answer.status, await answer.json()]).toEqual([500, { message: 'Internal Server Error' }]);
  });
});

describe('the clock', () => {
  const clock = async (body: object) => {
    const answer = await get('/local/clock', { method: 'POST', body: JSON.stringify(body) });
    return { status: answer.status, ...((await answer.json()) as { now?: string; error?: string }) };
  };

  it('is followed by functions that are already running, forwards and backwards', async () => {
    await clock({ now: '2030-01-01T10:00:00+01:00' });
    const { now } = (await (await get('/now')).json()) as { now: string };
    expect(now.slice(0, 16)).toBe('2030-01-01T09:00');
    await clock({ advance: 'P10D' });
    expect(((await (await get('/now')).json()) as { now: string }).now.slice(0, 10)).toBe('2030-01-11');
    await clock({ now: '2026-01-01T00:00:00Z' });
    const answer = await get('/now');
    expect(((await answer.json()) as { now: string }).now.slice(0, 10)).toBe('2026-01-01');
    expect(new Date(answer.headers.get('date') ?? '').getUTCFullYear()).toBe(2026);
  });

  it('refuses what is not an instant or a duration', async () => {
    expect(await clock({ now: 'tomorrow' })).toMatchObject({ status: 400 });
    expect(await clock({ advance: '10 days' })).toMatchObject({ status: 400 });
    expect(await clock({})).toMatchObject({ status: 400 });
  });
});

describe('the meter', () => {
  it('puts the units of a write on the request it was made for', async () => {
    await get('/write?VC-2026-000123-W');
    await idle(runtime.origin);
    const answer = await get('/local/meter?reference=VC-2026-000123-W');
    const { requests } = (await answer.json()) as {
      requests: Record<
        string,
        { eur: number; calls: { service: string; operation: string; units: number }[] }
      >;
    };
    const cost = requests['VC-2026-000123-W'];
    expect(cost?.calls).toContainEqual(
      expect.objectContaining({ service: 'dynamodb', operation: 'write PutItem', units: 2 }),
    );
    expect(cost?.calls).toContainEqual(
      expect.objectContaining({ service: 'lambda', operation: 'invocation', units: 1 }),
    );
    expect(cost?.eur).toBeGreaterThan(0);
  });
});

describe('pages of other sites', () => {
  it('reach nothing here by a borrowed host name, and no tool at all', async () => {
    const status = (path: string, headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve, reject) => {
        request(`${runtime.origin}${path}`, { headers }, (answer) => resolve(answer.resume().statusCode))
          .on('error', reject)
          .end();
      });
    expect(await status('/x', { host: 'rebound.example' })).toBe(403);
    expect(await status('/local/clock', { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await status('/local/clock', { 'sec-fetch-site': 'same-origin' })).toBe(200);
  });
});
