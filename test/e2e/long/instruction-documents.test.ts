import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fair, hole } from '../../support/instruction-answers.ts';
import { countOf, goTo, ownProduct, requestOf, sentOn, silenceOf } from '../../support/instruction-world.ts';

const held = ownProduct();
const long = 300_000;
type Opened = { reference: string; code: string };
const open = async (procedure: string, answers: Record<string, unknown>): Promise<Opened> => {
  const { status, body } = await held.world.submit(procedure, answers);
  expect(status, JSON.stringify(body)).toBe(201);
  await held.world.quiet();
  return { reference: body.reference, code: body.trackingCode };
};
/** Asks for two documents that a text demands, with this many days. */
const ask = async ({ reference }: Opened, login: string, days: number): Promise<string> => {
  const agent = await held.world.signIn(login);
  const { body } = await agent.get(`/api/agent/requests/${reference}`);
  const documents = ['Plan de situation', 'Attestation d’assurance'].map((label) => ({
    ...{ code: null, label, requiredBy: 'arrêté du 8 juin 2020' },
  }));
  const asked = { version: body.version, documents, days, stopsClock: true };
  const reply = await agent.post(`/api/agent/requests/${reference}/documents-requests`, asked);
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  await held.world.quiet();
  return reply.body.askId;
};
const send = async ({ reference, code }: Opened, askId: string, ...codes: string[]) => {
  const { world } = held;
  const documents = [];
  for (const one of codes) {
    const name = `${one}.pdf`;
    const uploadId = await world.upload(Buffer.from('%PDF-1.4\n%%EOF\n'), name, 'application/pdf');
    documents.push({ code: one, uploads: [{ uploadId, name }] });
  }
  const reply = await world.post(
    `/api/public/requests/${reference}/documents`,
    { askId, documents },
    { 'x-tracking-code': code, 'idempotency-key': randomUUID() },
  );
  await world.quiet();
  return reply;
};
const reminders = async ({ reference }: Opened): Promise<number> => {
  const sent = (await sentOn(held.world, reference)).filter(({ subject }) => subject.includes('Rappel'));
  expect(countOf(await requestOf(held.world, reference), 'reminder-queued')).toBe(sent.length);
  return sent.length;
};

describe('a request for documents and the clock of the law', () => {
  it('stops a refusal and resumes it early, restarts an acceptance, across the change of hour', {
    timeout: long,
  }, async () => {
    const { world } = held;
    await goTo(world, '2027-03-10T10:00:00+01:00');
    const early = await open('demande-generale', hole('.early'));
    const never = await open('demande-generale', hole('.never'));
    const restart = await open('buvette-temporaire', fair('.restart'));
    expect(silenceOf(await requestOf(world, early.reference)).due).toBe('2027-05-10');
    const asked = await ask(early, 'samira.haddad', 20);
    await ask(never, 'samira.haddad', 20);
    const again = await ask(restart, 'admin', 20);
    expect(silenceOf(await requestOf(world, early.reference))).toEqual({
      due: '2027-05-30',
      state: 'suspended',
    });
    expect(silenceOf(await requestOf(world, restart.reference))).toEqual({ due: null, state: 'suspended' });
    const request = (await sentOn(world, early.reference)).at(-1);
    for (const words of ['Plan de situation', '30 mars 2027', 'est suspendu', 'L. 114-5'])
      expect(request?.text).toContain(words);
    expect((await sentOn(world, restart.reference)).at(-1)?.text).toContain('il commencera le jour');

    const seen = await world.track(early.reference, early.code);
    expect(seen.body.yourTurn).toBe(true);
    expect(seen.body.instruction.awaited.documents).toHaveLength(2);
    const part = await send(early, asked, 'other-1');
    expect(part.body).toEqual({ missing: ['other-2'] });
    expect((await send(early, asked, 'unknown')).status).toBe(400);

    await goTo(world, '2027-03-23T08:58:00+01:00');
    expect(await reminders(never)).toBe(0);
    await goTo(world, '2027-03-23T09:01:00+01:00');
    expect([await reminders(never), await reminders(early)]).toEqual([1, 1]);
    expect((await sentOn(world, early.reference)).at(-1)?.text).not.toContain('Plan de situation');

    await goTo(world, '2027-03-26T10:00:00+01:00');
    expect((await send(early, asked, 'other-2')).body).toEqual({ missing: [] });
    expect((await send(restart, again, 'other-1', 'other-2')).body).toEqual({ missing: [] });
    const resumed = await requestOf(world, early.reference);
    expect(silenceOf(resumed)).toEqual({ due: '2027-05-26', state: 'running' });
    expect(resumed.state).toBe('in-progress');
    expect(silenceOf(await requestOf(world, restart.reference))).toEqual({
      due: '2027-05-26',
      state: 'running',
    });

    await goTo(world, '2027-03-30T08:58:00+02:00');
    expect(await reminders(never)).toBe(1);
    await goTo(world, '2027-03-30T09:01:00+02:00');
    expect(await reminders(never)).toBe(2);
    await goTo(world, '2027-03-30T23:59:00+02:00');
    expect(countOf(await requestOf(world, never.reference), 'documents-overdue')).toBe(0);
    await goTo(world, '2027-03-31T00:00:30+02:00');
    const overdue = await requestOf(world, never.reference);
    expect(countOf(overdue, 'documents-overdue')).toBe(1);
    expect(overdue.state).toBe('in-progress');
    expect(silenceOf(overdue)).toEqual({ due: '2027-05-30', state: 'running' });
    expect([await reminders(never), await reminders(early), await reminders(restart)]).toEqual([2, 1, 1]);
    const agent = await world.signIn('samira.haddad');
    const { body } = await agent.get('/api/agent/board?view=departments&limit=100');
    const shown = body.items.find((item: { reference: string }) => item.reference === never.reference);
    expect(shown.marks).toContain('overdue');
  });

  it('reminds once around 29 February, and takes what comes late', { timeout: long }, async () => {
    const { world } = held;
    await goTo(world, '2028-02-09T10:00:00+01:00');
    const leap = await open('demande-generale', hole('.leap'));
    const asked = await ask(leap, 'samira.haddad', 20);
    await goTo(world, '2028-02-22T09:01:00+01:00');
    expect(await reminders(leap)).toBe(1);
    await goTo(world, '2028-02-29T08:58:00+01:00');
    expect(await reminders(leap)).toBe(1);
    await goTo(world, '2028-02-29T09:01:00+01:00');
    expect(await reminders(leap)).toBe(2);
    await goTo(world, '2028-03-01T00:00:30+01:00');
    expect(countOf(await requestOf(world, leap.reference), 'documents-overdue')).toBe(1);
    await goTo(world, '2028-03-02T10:00:00+01:00');
    expect((await send(leap, asked, 'other-1', 'other-2')).body).toEqual({ missing: [] });
    const late = await requestOf(world, leap.reference);
    expect(countOf(late, 'documents-completed')).toBe(1);
    expect(await reminders(leap)).toBe(2);
  });
});
