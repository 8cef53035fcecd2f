import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mealLetters } from '../bench/understanding/habit-letters.ts';
import { type Outer, outer, until } from '../support/outer.ts';
import { type Product, startProduct } from '../support/product.ts';

/** A product of one's own, since what it learns changes it; `PARVIS_OWN_…` names one that runs, for who writes tests. */
const { PARVIS_OWN_URL, PARVIS_OWN_DATA, PARVIS_OWN_SMTP } = process.env;
let product: Product | undefined;
let world: Outer;
let smtpPort = Number(PARVIS_OWN_SMTP);
const dataDir = PARVIS_OWN_DATA ?? mkdtempSync(join(tmpdir(), 'parvis-learning-'));
beforeAll(async () => {
  if (!PARVIS_OWN_URL) product = await startProduct({ dataDir });
  smtpPort = product?.smtpPort ?? smtpPort;
  world = outer(PARVIS_OWN_URL ?? product?.url ?? '', dataDir);
  await world.quiet(120_000);
}, 240_000);
afterAll(async () => {
  await product?.stop();
  if (product) rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

/** As few as a model is still published for: what more of them do is `npm run bench:understanding -- habit`. */
const [bills, others] = [mealLetters('taught', 18, 21), mealLetters('held', 3, 22)];
let sent = 0;
type Contact = Awaited<ReturnType<Outer['records']>>['contacts'][number] & { department?: string };
type Agent = Awaited<ReturnType<Outer['signIn']>>;

/** Claire gives it to finances, whether it waited for her or was routed alone to the schools. */
const correct = async (agent: Agent, contact: Contact): Promise<void> => {
  const finances = 'finances';
  if (contact.requestReference) {
    const path = `/api/agent/requests/${contact.requestReference}`;
    const { body } = await agent.get(path);
    if (body.department === finances) return;
    const moved = { version: body.version, department: finances, agent: null, reason: null };
    expect((await agent.post(`${path}/assign`, moved)).status).toBe(200);
    return;
  }
  const { body } = await agent.get(`/api/agent/contacts/${contact.id}`);
  const { sender, version, proposal } = body;
  const chosen = { procedure: null, urgency: 'normal', subject: contact.subject || 'Cantine', sender };
  expect(proposal).not.toBeNull();
  const path = `/api/agent/contacts/${contact.id}/accept`;
  expect((await agent.post(path, { version, department: finances, ...chosen })).status).toBe(202);
};
/** What came in of them. */
const sendAll = async (letters: { subject: string; text: string }[]): Promise<Contact[]> => {
  const known = new Set((await world.contacts()).map(({ id }) => id));
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true, pool: true });
  const to = 'contact@val-clair.example';
  const mails = letters.map(({ subject, text }) => {
    sent += 1;
    return { from: `Parent <parent-${sent}-${Date.now()}@courriel.example>`, to, subject, text };
  });
  await Promise.all(mails.map((mail) => transport.sendMail(mail)));
  transport.close();
  await world.quiet(120_000);
  const found = (await world.contacts()).filter(({ id }) => !known.has(id));
  expect(found).toHaveLength(letters.length);
  return found;
};

describe('a town sends the bills of school meals to its finances', () => {
  it('is followed after one night of learning, and gone back on in one gesture', {
    timeout: 240_000,
  }, async () => {
    const received = await sendAll(bills);
    const claire = await world.signIn('claire.monnier');
    for (const contact of received) await correct(claire, contact);
    await world.quiet(120_000);

    const quality = await world.signIn('agnes.roche');
    const path = '/api/agent/learning';
    expect((await quality.post(`${path}/runs`, {})).status).toBe(202);
    const learnt = await until(
      'a version in use',
      async () => {
        const { body } = await quality.get(path);
        return body.lastRun?.verdict !== 'published' || body.lastRun.isFollowed
          ? body.lastRun && body
          : undefined;
      },
      120_000,
    );
    expect(learnt.lastRun).toMatchObject({ verdict: 'published', isFollowed: true });
    expect(learnt.inUse).toMatchObject({ by: 'auto', isMissing: false });
    expect(learnt.corrections[0]).toMatchObject({ from: 'education', to: 'finances', agents: 1 });
    const [version] = learnt.versions;
    expect(version.trial.held.next.right).toBeGreaterThan(version.trial.held.present.right);

    await world.clock({ advance: 'PT2M' });
    const followed = (await sendAll(others)).filter(({ department }) => department === 'finances');
    expect(followed.length).toBeGreaterThanOrEqual(2);

    expect((await quality.post(`${path}/versions/shipped/use`, {})).status).toBe(200);
    expect((await quality.get(path)).body).toMatchObject({
      inUse: { version: 'shipped', by: 'agent:agnes.roche' },
      lastRun: { isFollowed: false },
    });
    expect((await claire.get(path)).status).toBe(403);
  });

  it('says whose a request is that changed departments three times', { timeout: 120_000 }, async () => {
    await world.quiet(120_000);
    const { reference } =
      (await world.records()).requests.findLast(({ state }) => state === 'assigned') ?? {};
    const path = `/api/agent/requests/${reference}`;
    const claire = await world.signIn('claire.monnier');
    const give = async (department: string) => {
      const { version } = (await claire.get(path)).body;
      return claire.post(`${path}/assign`, { version, department, agent: null, reason: null });
    };
    const first = (await claire.get(path)).body.department;
    const passed = ['logement', 'mobilite', 'voirie'].filter((code) => code !== first);
    for (const department of [...passed, first].slice(0, 3))
      expect((await give(department)).status).toBe(200);
    expect(await give('education')).toMatchObject({ status: 409, body: { code: 'awaits-arbitration' } });
    await world.quiet(120_000);

    const quality = await world.signIn('agnes.roche');
    const waiting = (await quality.get('/api/agent/learning')).body.arbitrations;
    const mine = waiting.find((one: { reference: string }) => one.reference === reference);
    expect(mine).toMatchObject({ moves: 3, mayDecide: true });
    const decided = { version: mine.version, department: 'education', reason: 'Les repas sont aux écoles.' };
    const decide = `/api/agent/learning/arbitrations/${reference}`;
    expect((await claire.post(decide, decided)).status).toBe(403);
    expect((await quality.post(decide, decided)).status).toBe(200);
    await world.quiet(120_000);
    expect((await quality.get('/api/agent/learning')).body.arbitrations).not.toContainEqual(mine);
    expect((await quality.get(path)).body).toMatchObject({ department: 'education', arbitration: null });
    expect((await give('voirie')).status).toBe(200);
  });
});
