import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mealLetters } from '../bench/understanding/habit-letters.ts';
import { goTo } from '../support/instruction-world.ts';
import { type Outer, outer } from '../support/outer.ts';
import { type Product, startProduct } from '../support/product.ts';

/** A product of one's own, since the calendar moves; `PARVIS_OWN_…` names one that runs, for who writes tests. */
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

const [bills, others] = [mealLetters('taught', 14, 21), mealLetters('held', 5, 22)];
let sent = 0;
const send = async ({ subject, text }: { subject: string; text: string }): Promise<void> => {
  sent += 1;
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
  const from = `Parent <parent-${sent}-${Date.now()}@courriel.example>`;
  await transport.sendMail({ from, to: 'contact@val-clair.example', subject, text });
  transport.close();
};
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
const share = (contacts: Contact[]): number =>
  contacts.filter(({ department }) => department === 'finances').length / contacts.length;
/** What came in of them. */
const sendAll = async (letters: { subject: string; text: string }[]): Promise<Contact[]> => {
  const known = new Set((await world.records()).contacts.map(({ id }) => id));
  for (const letter of letters) await send(letter);
  await world.quiet(240_000);
  const found = (await world.records()).contacts.filter(({ id }) => !known.has(id));
  expect(found).toHaveLength(letters.length);
  return found;
};

describe('a town sends the bills of school meals to its finances', () => {
  it('is followed after one Sunday night, and gone back on in one gesture', {
    timeout: 600_000,
  }, async () => {
    await goTo(world, '2026-12-02T10:00:00+01:00');
    const before = share(await sendAll(others));
    const received = await sendAll(bills);
    const claire = await world.signIn('claire.monnier');
    for (const contact of received) await correct(claire, contact);
    await world.quiet(240_000);

    await goTo(world, '2026-12-06T02:40:00+01:00');
    const quality = await world.signIn('agnes.roche');
    const { body: learnt } = await quality.get('/api/agent/learning');
    expect(learnt.lastRun).toMatchObject({ verdict: 'published' });
    expect(learnt.inUse.by).toBe('auto');
    expect(learnt.corrections[0]).toMatchObject({ from: 'education', to: 'finances' });
    const [version] = learnt.versions;
    expect(version.trial.held.next.right).toBeGreaterThan(version.trial.held.present.right);

    const after = share(await sendAll(others));
    expect(after).toBeGreaterThan(before);
    expect(after).toBeGreaterThanOrEqual(0.8);

    expect((await quality.post('/api/agent/learning/versions/shipped/use', {})).status).toBe(200);
    await world.clock({ advance: 'PT2M' });
    expect(share(await sendAll(others))).toBe(before);
    expect((await quality.post(`/api/agent/learning/versions/${version.version}/use`, {})).status).toBe(200);
    const sorting = await world.signIn('claire.monnier');
    expect((await sorting.get('/api/agent/learning')).status).toBe(403);
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
