import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { hole } from '../../support/instruction-answers.ts';
import { type Outer, running, until } from '../../support/outer.ts';

const email = `suivi.${randomUUID().slice(0, 8)}@courriel.example`;
type Line = { reference: string; group: string; proof: string; appealOf: string | null };

/** Opens the account of an address by the code that is sent to it. */
const byCode = async (world: Outer) => {
  const { body } = await world.post('/api/public/sign-in/codes', { email });
  const mail = await until('the code', async () =>
    (await world.outbox()).find((one) => one.to === email && !one.requestReference),
  );
  const code = /\b\d{3} ?\d{3}\b/.exec(mail.text)?.[0].replace(' ', '') ?? '';
  const entered = await world.post('/api/public/sign-in/codes/enter', { ticket: body.ticket, code });
  expect(entered.status, JSON.stringify(entered.body)).toBe(200);
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return {
    get: (path: string) => world.json(path, { headers: { cookie } }),
    post: (path: string, given: unknown) =>
      world.post(path, given, { cookie, 'idempotency-key': randomUUID() }),
  };
};

it('gives a person what they asked before their account, its answer, a second one, and an appeal', {
  timeout: 120_000,
}, async () => {
  const world = running();
  const before = hole('.mine') as { email: string };
  const { body: sent } = await world.submit('demande-generale', { ...before, email });
  await world.quiet();
  const { reference } = sent;
  const mira = await byCode(world);
  const theo = await world.signIn('theo.lambert');
  const mine = async (): Promise<Line[]> => (await mira.get('/api/citizen/requests')).body.requests;
  await until('the earlier request', async () => (await mine()).some((one) => one.reference === reference));
  const address = `/api/public/requests/${reference}`;
  expect((await mira.get(address)).body).toMatchObject({ reference, isFollowed: true });
  expect((await theo.get(address)).body.code).toBe('wrong-tracking-code');
  expect((await world.json(address)).status).toBe(401);

  const answer = async () => {
    const agent = await world.signIn('samira.haddad');
    const { body } = await agent.get(`/api/agent/requests/${reference}`);
    const text = 'Bonjour,\n\nLe trou sera rebouché bientôt.\n\nCordialement';
    const said = { version: body.version, outcome: 'answered', text, uploads: [] };
    const reply = await agent.post(`/api/agent/requests/${reference}/answer`, said);
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    await world.quiet();
  };
  await answer();
  const mail = (await world.outbox()).filter(
    (one) => one.requestReference === reference && one.text.includes('vous a-t-elle aidé'),
  );
  const code = new RegExp(`${reference}:([A-Z0-9-]+)`).exec(mail.at(-1)?.text ?? '')?.[1] ?? '';
  const opened = await world.track(reference, code);
  expect(opened.body.answer).toMatchObject({ outcome: 'answered', mayRate: true });
  const rated = await world.post(
    `${address}/rating`,
    { score: 'unsatisfied', comment: 'Quand ?' },
    { 'x-tracking-code': code, 'idempotency-key': randomUUID() },
  );
  expect(rated.body).toEqual({ mayReopen: true });
  expect((await mira.post(`${address}/reopen`, { reason: 'Donnez une date.' })).body).toEqual({
    state: 'in-progress',
  });
  await world.quiet();
  await answer();

  const contested = await mira.post(`${address}/contest`, {
    kind: 'gracious',
    text: 'Toujours pas de date.',
    uploads: [],
  });
  expect(contested.status, JSON.stringify(contested.body)).toBe(201);
  await world.quiet();
  const appeal = await until('the appeal', async () =>
    (await mine()).find((one) => one.appealOf === reference),
  );
  const { body: seen } = await mira.get(`/api/public/requests/${appeal.reference}`);
  expect(seen.deadlines.find((one: { kind: string }) => one.kind === 'silence').due).toBe(
    contested.body.silenceOn,
  );
  expect(seen.department.code).toBe('voirie');

  const { body: file } = await mira.post(`${address}/file`, undefined);
  const zip = Buffer.from(await (await fetch(file.url)).arrayBuffer());
  expect(zip.length).toBe(file.size);
  expect(zip.subarray(0, 2).toString()).toBe('PK');
  expect(zip.includes('Donnez une date.')).toBe(true);
  const [held] = (await world.records({ reference })).requests;
  expect(held?.journal.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['follower-joined', 'answer-rated', 'request-reopened', 'appeal-lodged']),
  );
  const quality = await world.signIn('samira.haddad');
  expect((await quality.get('/api/agent/satisfaction?from=2026-01&to=2026-12')).status).toBeLessThan(404);
});
