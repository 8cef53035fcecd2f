import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { operations } from '../../functions/settings/operations.ts';
import { operation } from '../../functions/shared/api.ts';
import { handle, http } from '../../functions/shared/http.adapter.ts';

const secret = 'Jeanne\r\n{"level":"error"}\u001b[31m';
const broken = operation({
  ...{ method: 'GET', path: '/api/agent/broken/{id}', roles: ['instructor'], summary: 'Broken' },
  params: z.object({ id: z.string() }),
  response: z.object({ ok: z.boolean() }),
});
const said: string[] = [];
const call = async (agent: () => Promise<never | null>) => {
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const failing = handle(broken, async () => {
    throw new Error(secret);
  });
  const event = {
    ...{
      rawPath: '/api/agent/broken/x',
      rawQueryString: `name=${encodeURIComponent(secret)}`,
      cookies: ['a=b'],
      isBase64Encoded: false,
    },
    headers: { 'user-agent': secret },
    requestContext: { requestId: 'r-1', http: { method: 'GET', sourceIp: '192.0.2.1' } },
  } as unknown as APIGatewayProxyEventV2;
  const door = { publicUrl: 'https://x.example', sessions: { agent, citizen: async () => null } };
  const answer = await http(door, failing)(event, {} as Context, {} as never);
  spy.mockRestore();
  return answer as { statusCode: number; body: string };
};
afterEach(() => {
  said.length = 0;
});

describe('what goes wrong tells nothing and opens nothing', () => {
  it('a log line is one line of JSON with its time in UTC, codes and ids, and nothing that somebody sent', async () => {
    const agent = {
      login: 'a',
      email: '',
      givenName: '',
      familyName: '',
      title: '',
      roles: ['instructor'],
      departments: [],
    };
    const { statusCode, body } = await call(async () => agent as never);
    expect(statusCode).toBe(500);
    expect(body).not.toContain('Jeanne');
    const lines = said.join('').trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const { time } = JSON.parse(line);
      if (time) expect(time).toMatch(/Z$/);
      expect(line).not.toContain('Jeanne');
    }
  });

  it('a refused right is logged', async () => {
    const stranger = {
      login: 'a',
      email: '',
      givenName: '',
      familyName: '',
      title: '',
      roles: ['scanning'],
      departments: [],
    };
    expect((await call(async () => stranger as never)).statusCode).toBe(403);
    expect(said.join('')).toContain('http-forbidden');
  });

  it('sessions that cannot be read fail closed', async () => {
    const answer = await call(async () => {
      throw new Error('the table is away');
    });
    expect(answer.statusCode).toBe(500);
    expect(said.join('')).not.toContain('away');
  });

  it('no address takes a name, a mail address, a number or a code that opens something', () => {
    const telling = /name|mail|phone|birth|iban|nir|trackingCode|password|token|secret/i;
    const wrong = operations.flatMap(([name, { path, query }]) => {
      const shape = (query as { shape?: Record<string, unknown> } | undefined)?.shape ?? {};
      return [...path.matchAll(/\{(\w+)\}/g)]
        .map((found) => found[1] as string)
        .concat(Object.keys(shape))
        .filter((one) => telling.test(one))
        .map((one) => `${name}: ${one}`);
    });
    // RFC 8058: a mail program posts to the address of its header, which can carry nothing else.
    expect(wrong).toEqual(['stopByMail: token']);
  });
});
