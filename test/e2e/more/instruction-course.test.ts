import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { hole } from '../../support/instruction-answers.ts';
import { walkedAnswers, walkedProcedure } from '../../support/instruction-procedure.ts';
import { requestOf, sentOn, typesOf } from '../../support/instruction-world.ts';
import { running } from '../../support/outer.ts';

const product = running();
const id = `essai-${Date.now().toString(36)}`;
const long = 180_000;
type Agent = Awaited<ReturnType<typeof product.signIn>>;

/** An agent in front of one request: reads it, and acts on the version just read. */
const desk = (agent: Agent, reference: string) => {
  const path = `/api/agent/requests/${reference}`;
  const read = async () => (await agent.get(path)).body;
  return {
    read,
    do: async (what: string, body: object = {}) => {
      const { version } = await read();
      const reply = await agent.post(`${path}/${what}`, { version, ...body });
      await product.quiet();
      return { status: reply.status, body: reply.body };
    },
  };
};
const open = async (procedure: string, answers: Record<string, unknown>) => {
  const { status, body } = await product.submit(procedure, answers);
  expect(status, JSON.stringify(body)).toBe(201);
  await product.quiet();
  return { reference: body.reference as string, code: body.trackingCode as string };
};
const done = { status: 200 };

beforeAll(async () => {
  const admin = await product.signIn('admin');
  const { status, body } = await admin.post('/api/agent/procedures', walkedProcedure(id));
  expect(status, JSON.stringify(body)).toBe(201);
});

describe('the steps that a procedure says', () => {
  it('are walked in order, by those who have the right, to the answer', { timeout: long }, async () => {
    const { reference } = await open(id, walkedAnswers('.walk'));
    const samira = desk(await product.signIn('samira.haddad'), reference);
    const stateOf = async () =>
      (await samira.read()).instruction.workflow.map(({ state }: { state: string }) => state);
    expect(await stateOf()).toEqual(['current', 'to-come', 'to-come', 'to-come']);
    expect(await samira.do('decision', { outcome: 'granted' })).toMatchObject({ status: 409 });
    expect(await samira.do('checks', { step: 'verifier', points: ['assurance'] })).toMatchObject(done);
    expect((await samira.read()).instruction.current).toBe('verifier');
    expect(await samira.do('checks', { step: 'verifier', points: ['assurance', 'plan'] })).toMatchObject(
      done,
    );

    const asked = (await samira.read()).instruction.opinions;
    expect(asked.map(({ department }: { department: string }) => department)).toEqual([
      'finances',
      'etat-civil',
    ]);
    const julie = await product.signIn('julie.morand');
    const board = (await julie.get('/api/agent/board?view=departments&department=finances&limit=100')).body
      .items;
    expect(board).toContainEqual(expect.objectContaining({ kind: 'opinion', reference }));
    const opinion = { result: 'favourable', text: 'Aucun obstacle.' };
    const give = (agent: Agent, opinionId: string, body: object) =>
      agent.post(`/api/agent/requests/${reference}/opinions/${opinionId}`, body);
    const stranger = await product.signIn('lea.fontaine');
    expect((await give(stranger, asked[0].opinionId, opinion)).status).toBe(403);
    expect((await give(julie, asked[0].opinionId, opinion)).status).toBe(200);
    expect((await give(julie, asked[0].opinionId, opinion)).status).toBe(409);
    expect((await give(julie, asked[1].opinionId, opinion)).status).toBe(403);
    await product.quiet();
    expect((await samira.read()).instruction.current).toBe('avis');
    const paul = await product.signIn('paul.girard');
    expect((await give(paul, asked[1].opinionId, { ...opinion, result: 'reserved' })).status).toBe(200);
    await product.quiet();

    expect((await samira.read()).instruction.current).toBe('decider');
    expect(await samira.do('decision', { outcome: 'granted' })).toMatchObject(done);
    expect((await samira.read()).instruction.current).toBe('ecrire');
    const answer = { outcome: 'granted', text: 'Bonjour, vous pouvez vous installer.', uploads: [] };
    expect(await samira.do('answer', { ...answer, outcome: 'refused' })).toMatchObject({ status: 409 });
    expect(await samira.do('answer', answer)).toMatchObject(done);
    const after = await requestOf(product, reference);
    expect(after.state).toBe('closed');
    expect(typesOf(after).filter((type) => type === 'step-completed')).toHaveLength(3);
  });

  it('leave out what does not concern the request', { timeout: long }, async () => {
    const { reference } = await open(id, walkedAnswers('.small', 10));
    const samira = desk(await product.signIn('samira.haddad'), reference);
    const ids = (await samira.read()).instruction.workflow.map((step: { id: string }) => step.id);
    expect(ids).toEqual(['verifier', 'decider', 'ecrire']);
    expect((await samira.read()).instruction.documents).toMatchObject([{ code: 'plan' }, { code: 'photo' }]);
    const nothing = { documents: [{ code: 'photo' }], stopsClock: true };
    expect(await samira.do('documents-requests', nothing)).toMatchObject({ status: 400 });
    expect(await samira.do('suspend', { reason: 'on-site-visit', note: 'Visite jeudi' })).toMatchObject(done);
    expect((await samira.read()).instruction.suspended).toMatchObject({ reason: 'on-site-visit' });
    expect(await samira.do('resume')).toMatchObject(done);
    expect(await samira.do('escalate', { reason: 'Avis du chef' })).toMatchObject(done);
    expect((await samira.read()).instruction.escalated.to).toBe('marc.delmas');
  });
});

describe('a request that is not ours, or not alone', () => {
  it('goes to the competent administration, and its author is told', { timeout: long }, async () => {
    const { reference } = await open('demande-generale', hole('.transfer'));
    const samira = desk(await product.signIn('samira.haddad'), reference);
    expect(await samira.do('transfer', { to: { code: 'nowhere' } })).toMatchObject({ status: 400 });
    expect(await samira.do('transfer', { to: { code: 'prefecture' } })).toMatchObject(done);
    expect((await requestOf(product, reference)).state).toBe('transferred');
    const sent = await sentOn(product, reference);
    const notice = sent.find(({ text }) => text.includes('L. 114-2') && text.includes('Préfecture'));
    expect(notice?.to).toContain('jeanne.aubry.transfer');
    const toBody = sent.find(({ subject }) => subject.includes('Transmission d’une demande'));
    expect(toBody?.to).toContain('courrier@prefecture-haute-clairette.example');
    expect(await samira.do('reopen', { reason: 'mistake' })).toMatchObject(done);
    expect((await requestOf(product, reference)).state).toBe('in-progress');
    expect(await samira.do('withdraw', { reason: 'Par téléphone' })).toMatchObject(done);
    expect((await requestOf(product, reference)).state).toBe('withdrawn');
  });

  it('is answered with those it is grouped with', { timeout: long }, async () => {
    const lead = await open('demande-generale', hole('.lead'));
    const other = await open('demande-generale', hole('.other'));
    const agent = await product.signIn('samira.haddad');
    const [first, second] = [desk(agent, lead.reference), desk(agent, other.reference)];
    const similar = (await agent.get(`/api/agent/requests/${other.reference}/similar`)).body.requests;
    expect(similar.map((one: { reference: string }) => one.reference)).toContain(lead.reference);
    expect(await second.do('group', { lead: lead.reference })).toMatchObject(done);
    expect((await first.read()).instruction.group.members).toEqual([other.reference]);
    const answer = { outcome: 'answered', text: 'Bonjour, la rue est refaite en mai.', uploads: [] };
    expect(await first.do('answer', answer)).toMatchObject(done);
    await product.quiet();
    for (const { reference } of [lead, other]) {
      expect((await requestOf(product, reference)).state).toBe('closed');
      const answers = (await sentOn(product, reference)).filter(({ text }) =>
        text.includes('refaite en mai'),
      );
      expect(answers).toHaveLength(1);
    }
  });

  it('is given up by its citizen, once', { timeout: long }, async () => {
    const { reference, code } = await open('demande-generale', hole('.up'));
    const headers = { 'x-tracking-code': code, 'idempotency-key': randomUUID() };
    const give = () =>
      product.post(`/api/public/requests/${reference}/withdraw`, { reason: 'Réparé' }, headers);
    expect([(await give()).body, (await give()).body]).toEqual([
      { state: 'withdrawn' },
      { state: 'withdrawn' },
    ]);
    const other = { ...headers, 'idempotency-key': randomUUID() };
    expect((await product.post(`/api/public/requests/${reference}/withdraw`, {}, other)).status).toBe(409);
    const wrong = { ...other, 'x-tracking-code': 'AAAAA-AAAAA' };
    expect((await product.post(`/api/public/requests/${reference}/withdraw`, {}, wrong)).status).toBe(404);
  });
});

describe('somebody who is not there', () => {
  const put = (agent: Agent, path: string, body: object) =>
    product.json(`/api/agent/people/${path}`, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: { cookie: agent.cookie, 'content-type': 'application/json', 'x-parvis-csrf': '1' },
    });
  it('keeps no request: the substitute has it, else everybody of the department', {
    timeout: long,
  }, async () => {
    const admin = await product.signIn('admin');
    const today = (await admin.get('/api/agent/people')).body.today;
    const { reference } = await open('demande-generale', hole('.away'));
    const marc = desk(await product.signIn('marc.delmas'), reference);
    const give = (agent: string | null) => marc.do('assign', { department: 'voirie', agent, reason: null });
    const heldBy = async () => (await marc.read()).agent;
    expect(await give('samira.haddad')).toMatchObject(done);
    expect(await heldBy()).toBe('samira.haddad');
    const away = (substitute: string | null) => ({ absence: { from: today, to: today, substitute } });
    try {
      expect((await put(admin, 'samira.haddad/absence', away('marc.delmas'))).status).toBe(200);
      await product.quiet();
      expect(await heldBy()).toBe('marc.delmas');
      expect(await give('samira.haddad')).toMatchObject(done);
      expect(await heldBy()).toBe('marc.delmas');
      expect((await put(admin, 'samira.haddad/absence', away(null))).status).toBe(200);
      expect(await give('samira.haddad')).toMatchObject(done);
      expect(await heldBy()).toBeNull();
    } finally {
      await put(admin, 'samira.haddad/absence', { absence: null });
    }
    expect(await give('samira.haddad')).toMatchObject(done);
    expect(await heldBy()).toBe('samira.haddad');
  });
});
