import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { mutants, oddPaths, oddQueries } from '../../security/mutants.ts';
import { sample } from '../../security/sample.ts';
import { holdCase } from '../harness.ts';
import { type Asked, describe, machinery, rawTo, wellFormed } from './caller.ts';

/** Answers a service outside may make us give; they are no fault. */
const isNoFault = (status: number) => status < 500 || status === 503;

holdCase(
  35,
  'every operation bears whatever its description does not allow',
  { own: true, timeout: 900_000 },
  async (world) => {
    const raw = rawTo(world.url);
    const api = await describe(world);
    const [agent, citizen] = [await world.signIn('admin'), await world.signIn('jeanne.aubry')];
    const cookie = `${agent.cookie}; ${citizen.cookie}`;
    const before = await world.records();
    const wrong: string[] = [];
    let asked = 0;
    let turn = 0;
    const judge = async (name: string, what: string, call: Asked) => {
      asked += 1;
      // From many addresses: what counts calls is tried elsewhere.
      const from = `127.${2 + (asked % 200)}.${1 + (Math.floor(asked / 200) % 200)}.9`;
      const { status, text, headers } = await raw({ ...call, from });
      const type = String(headers['content-type'] ?? '');
      if (!isNoFault(status)) wrong.push(`${name}, ${what}: ${status} ${text.slice(0, 120)}`);
      if (machinery.test(text)) wrong.push(`${name}, ${what}: tells of the machinery`);
      if (status >= 400 && text && !/json/.test(type)) wrong.push(`${name}, ${what}: ${status} as ${type}`);
      if (/html/.test(type)) wrong.push(`${name}, ${what}: answers a page`);
    };
    const work: (() => Promise<void>)[] = [];
    for (const one of api.operations) {
      if (one.path.startsWith('/api/session/')) continue;
      const good = wellFormed(one, api, { reference: 'VC-2026-000001-P' });
      const headers: Record<string, string> = { ...good.headers, cookie };
      const send = (what: string, change: Partial<Asked>) =>
        work.push(() => {
          const again = {
            ...headers,
            ...change.headers,
            ...(headers['idempotency-key'] ? { 'idempotency-key': randomUUID() } : {}),
          };
          return judge(one.name, what, { ...good, ...change, headers: again });
        });
      if (one.body) {
        const whole = sample(one.body, api, true);
        const all = mutants(whole);
        // Of the many, as many as time allows: each operation gets others, and all kinds are met.
        for (let n = 0; n < Math.min(14, all.length); n += 1) {
          const [what, body] = all[(turn + n * 7) % all.length] as [string, string];
          send(what, { body });
        }
        turn += 3;
        send('no body', { body: '' });
        send('of another type', { body: '<a/>', headers: { 'content-type': 'application/xml' } });
      }
      if (good.path.includes('0123456789abcdef') || good.path.includes('VC-2026'))
        for (const odd of [oddPaths[turn % oddPaths.length], oddPaths[(turn + 3) % oddPaths.length]])
          send(`path ${odd?.slice(0, 20)}`, {
            path: good.path.replace(/0123456789abcdef|VC-2026-000001-P/g, odd ?? ''),
          });
      if (one.method === 'GET')
        for (const odd of [
          oddQueries[turn % oddQueries.length],
          oddQueries[(turn + 5) % oddQueries.length],
        ]) {
          const names = one.parameters.filter((given) => given.in === 'query').map(({ name }) => name);
          const query = [...names, 'x'].map((name) => `${name}=${odd}`).join('&');
          send(`query ${odd?.slice(0, 20)}`, { path: `${good.path.split('?')[0]}?${query}` });
        }
      turn += 1;
    }
    let next = 0;
    const worker = async () => {
      for (let at = next++; at < work.length; at = next++) await work[at]?.();
    };
    await Promise.all(Array.from({ length: 6 }, worker));
    expect([...new Set(wrong)]).toEqual([]);
    expect(asked).toBeGreaterThan(api.operations.length * 3);
    await world.quiet(120_000);
    // What was there is there, and the sessions that did all this still know who they are.
    const after = await world.records();
    const lost = before.requests.filter(
      ({ reference }) => !after.requests.some((one) => one.reference === reference),
    );
    expect(lost).toEqual([]);
    expect((await agent.get('/api/agent/me')).body.me?.login).toBe('admin');
  },
);
