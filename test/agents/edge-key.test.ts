import { describe, expect, it } from 'vitest';
import { edgeHeader } from '../../functions/agents/caller-address.ts';
import { behindTheEdge } from '../../functions/agents/edge-key.adapter.ts';

const now = 'k'.repeat(48);
const before = 'b'.repeat(48);
const call = (headers: Record<string, string>) => ({ requestContext: { http: { method: 'GET' } }, headers });
const context = {} as never;
const echo = (event: unknown) => event;
const guarded = behindTheEdge(echo, `${now} ${before}`);
const statusOf = (answer: unknown) => (answer as { statusCode?: number }).statusCode;

describe('the API answers CloudFront alone', () => {
  it.each([
    ['nothing is said', {}],
    ['something else of the same length is said', { [edgeHeader]: 'x'.repeat(48) }],
    ['both keys are said at once', { [edgeHeader]: `${now} ${before}` }],
    ['the beginning of a key is said', { [edgeHeader]: now.slice(0, 20) }],
    ['nothing is said, with an address to believe', { 'x-forwarded-for': '198.51.100.1, 130.176.0.1' }],
  ])('refuses when %s', (_, headers) => {
    expect(statusOf(guarded(call(headers), context))).toBe(403);
  });

  it.each([now, before])(
    'lets through what CloudFront says now and said before, without passing it on',
    (key) => {
      const headers = { 'x-forwarded-for': '198.51.100.1, 130.176.0.1' };
      expect(guarded(call({ ...headers, [edgeHeader]: key }), context)).toEqual(call(headers));
    },
  );

  it.each(['', ' '])('answers nobody while it knows no key', (keys) => {
    for (const said of ['', ' ', now])
      expect(statusOf(behindTheEdge(echo, keys)(call({ [edgeHeader]: said }), context))).toBe(403);
  });

  it('leaves alone what no browser calls: events, queues, machines', () => {
    const events = [{ Records: [] }, { detail: {}, source: 'parvis' }, null];
    for (const event of events) expect(guarded(event, context)).toBe(event);
  });
});
