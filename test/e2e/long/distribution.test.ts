import { beforeAll, describe, expect, it } from 'vitest';
import { report } from '../../support/citizens.ts';
import { running } from '../../support/outer.ts';

const product = running();
type Agent = Awaited<ReturnType<typeof product.signIn>>;
const department = 'petite-enfance';
const long = 120_000;
const mark = Date.now().toString(36);
let agnes: Agent;
let samira: Agent;
let opened = 0;

const put = async ({ cookie }: Agent, path: string, body: object): Promise<number> => {
  const headers = { cookie, 'content-type': 'application/json', 'x-parvis-csrf': '1' };
  const reply = await fetch(`${product.url}${path}`, { method: 'PUT', headers, body: JSON.stringify(body) });
  return reply.status;
};

/** Requests of the roads department, passed on to another all at once, to nobody in particular. */
const passOn = async (count: number): Promise<string[]> => {
  const references = await Promise.all(
    Array.from({ length: count }, async () => {
      opened += 1;
      const answers = report('Un nid-de-poule profond devant la crèche.', `.share-${mark}-${opened}`);
      const { status, body } = await product.submit('signalement', answers);
      expect(status, JSON.stringify(body)).toBe(201);
      return body.reference as string;
    }),
  );
  await product.quiet();
  const given = await Promise.all(
    references.map(async (reference) => {
      const { version } = (await samira.get(`/api/agent/requests/${reference}`)).body;
      const body = { version, department, agent: null, reason: null };
      return (await samira.post(`/api/agent/requests/${reference}/assign`, body)).status;
    }),
  );
  expect(given).toEqual(references.map(() => 200));
  await product.quiet();
  return references;
};
const assignedOf = async (reference: string) => {
  const { agent, timeline } = (await agnes.get(`/api/agent/requests/${reference}`)).body;
  const last = timeline.findLast(({ type }: { type: string }) => type === 'request-assigned');
  return { agent: agent as string | null, by: last.by as string, why: String(last.detail.why ?? '') };
};
const share = async (reference: string, to: object) => {
  const { status, body } = await agnes.post('/api/agent/distribution/moves', {
    department,
    moves: [{ reference, to }],
  });
  expect(status, JSON.stringify(body)).toBe(200);
  await product.quiet();
  return body.results[0];
};
const absence = async (given: object | null) => {
  const path = '/api/agent/people/carla.mendes/absence';
  expect(await put(agnes, path, { absence: given })).toBe(200);
};
const rules = { rules: [], teams: [], rest: 'in-turn', cap: 200 };

beforeAll(async () => {
  agnes = await product.signIn('agnes.roche');
  samira = await product.signIn('samira.haddad');
  const { version } = (await agnes.get(`/api/agent/distribution?department=${department}`)).body;
  const path = `/api/agent/distribution/${department}/rules`;
  expect(await put(agnes, path, { version, rules })).toBe(200);
  expect(await put(agnes, path, { version, rules })).toBe(409);
});

describe('the requests of a department', () => {
  it('are shared out fairly though they come at once, and each says why', { timeout: long }, async () => {
    const given = await Promise.all((await passOn(6)).map(assignedOf));
    const of = (login: string) => given.filter(({ agent }) => agent === login).length;
    expect([of('lea.fontaine'), of('carla.mendes')].sort()).toEqual([3, 3]);
    for (const { by, why } of given) expect([by, why]).toEqual(['auto', 'in-turn:2']);
  });

  it('stay where their head puts them, the common basket included', { timeout: long }, async () => {
    const [reference = ''] = await passOn(1);
    const { agent } = await assignedOf(reference);
    const other = agent === 'lea.fontaine' ? 'carla.mendes' : 'lea.fontaine';
    expect(await share(reference, { agent: other })).toMatchObject({ code: 'moved', from: agent, to: other });
    expect(await share(reference, { agent: null })).toMatchObject({ code: 'moved', from: other, to: null });
    expect(await assignedOf(reference)).toMatchObject({ agent: null, by: 'agent:agnes.roche' });
    const basket = await agnes.get(`/api/agent/distribution/requests?department=${department}`);
    expect(basket.body.items).toContainEqual(expect.objectContaining({ reference }));
    expect(await share(reference, { agent: 'samira.haddad' })).toMatchObject({ code: 'invalid-input' });
    expect(await share(reference, { rules: true })).toMatchObject({ code: 'moved', why: ['in-turn:2'] });
  });

  it('go to somebody else while one is away', { timeout: long }, async () => {
    const { today } = (await agnes.get(`/api/agent/distribution?department=${department}`)).body;
    const [held = ''] = await passOn(1);
    await share(held, { agent: 'carla.mendes' });
    await absence({ from: today, to: today, substitute: null });
    try {
      await product.quiet();
      expect(await assignedOf(held)).toMatchObject({ agent: 'lea.fontaine', why: 'away:1,only-one' });
      const [reference = ''] = await passOn(1);
      expect(await assignedOf(reference)).toMatchObject({ agent: 'lea.fontaine', why: 'away:1,only-one' });
      expect(await share(reference, { agent: 'carla.mendes' })).toMatchObject({ code: 'absent' });
    } finally {
      await absence(null);
    }
  });

  it('show before rules are saved whom they would go to, to heads alone', { timeout: long }, async () => {
    const named = { name: 'Pour Carla', id: 'carla', when: {}, wants: { agents: ['carla.mendes'] } };
    const path = `/api/agent/distribution/${department}/trial`;
    const { body } = await agnes.post(path, { rules: { ...rules, rules: [named] } });
    expect(body.looked).toBeGreaterThan(0);
    for (const { would } of body.items) expect(would).toBe('carla.mendes');
    const lea = await product.signIn('lea.fontaine');
    expect((await lea.get(`/api/agent/distribution?department=${department}`)).status).toBe(403);
    expect((await agnes.get('/api/agent/distribution?department=cabinet')).status).toBe(403);
  });
});
