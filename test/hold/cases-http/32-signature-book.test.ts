import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { generalRequest } from '../../support/citizens.ts';
import { fair, hole } from '../../support/instruction-answers.ts';
import { holdCase, type World } from '../harness.ts';

/** The product of the case under way. */
let product: World;
type Signed = Awaited<ReturnType<World['signIn']>>;
const run = Date.now().toString(36);
const text = 'Nous reboucherons lundi prochain le trou que vous signalez dans votre rue.';
let count = 0;

const put = async ({ cookie }: Signed, path: string, body: unknown) => {
  const response = await fetch(`${product.url}${path}`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json', 'x-parvis-csrf': '1' },
    body: JSON.stringify(body),
  });
  return response.status;
};
const opened = async (answers: Record<string, unknown>) => {
  const { status, body } = await product.submit('demande-generale', answers);
  expect(status, JSON.stringify(body)).toBe(201);
  await product.quiet();
  return { reference: body.reference as string, code: body.trackingCode as string };
};
const roads = () => {
  count += 1;
  return opened(hole(`.hostile${run}${count}`));
};
const submit = async (agent: Signed, reference: string, over: object = {}) => {
  const { version } = (await agent.get(`/api/agent/requests/${reference}`)).body;
  return agent.post(`/api/agent/requests/${reference}/letters`, {
    ...{ version, outcome: 'answered', text, ...over },
  });
};
const bookOf = (reference: string, letterId: string) => `/api/agent/signature-book/${reference}/${letterId}`;
const typesOf = async (reference: string): Promise<string[]> =>
  (await product.records({ reference })).requests[0]?.journal.map(({ type }) => type) ?? [];

holdCase(
  32,
  'the signature book in hostile hands lets no head of another department read, approve, return or take out a letter',
  { timeout: 240_000 },
  async (world) => {
    product = world;
    const samira = await product.signIn('samira.haddad');
    const { reference } = await roads();
    const { body } = await submit(samira, reference);
    const path = bookOf(reference, body.letterId);
    const { sha256 } = (await samira.get(path)).body;
    const louise = await product.signIn('louise.perrin');
    for (const part of ['', '/pages/1', '/pdf', '/evidence'])
      expect((await louise.get(`${path}${part}`)).status, part).toBe(403);
    expect((await louise.post(`${path}/recall`, {})).status).toBe(403);
    const seen = { reference, letterId: body.letterId, step: 0, sha256 };
    expect((await louise.post(`${path}/return`, { step: 0, sha256, reason: 'Pour voir.' })).status).not.toBe(
      200,
    );
    for (const forged of [seen, { ...seen, step: 7 }, { ...seen, sha256: '0'.repeat(64) }]) {
      const approved = await louise.post('/api/agent/signature-book/approve', { letters: [forged] });
      expect(approved.body.results[0].approved).toBe(false);
    }
    expect(await typesOf(reference)).not.toContain('letter-recalled');
  },
);

holdCase(
  32,
  'the signature book in hostile hands takes twenty approvals at once for one',
  { timeout: 240_000 },
  async (world) => {
    product = world;
    const samira = await product.signIn('samira.haddad');
    const marc = await product.signIn('marc.delmas');
    const { reference } = await roads();
    const { letterId } = (await submit(samira, reference)).body;
    const { sha256 } = (await marc.get(bookOf(reference, letterId))).body;
    const letters = [{ reference, letterId, step: 0, sha256 }];
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => marc.post('/api/agent/signature-book/approve', { letters })),
    );
    expect(replies.some(({ body }) => body.results?.[0]?.approved)).toBe(true);
    await product.quiet();
    const types = await typesOf(reference);
    for (const once of ['letter-approved', 'letter-sealed', 'answer-decided'])
      expect(
        types.filter((type) => type === once),
        once,
      ).toHaveLength(1);
    const answers = (await product.outbox()).filter(
      (sent) => sent.requestReference === reference && sent.attachments.length > 0,
    );
    expect(answers).toHaveLength(1);
  },
);

holdCase(
  32,
  'the signature book in hostile hands has a refusal signed, whatever template is chosen for it',
  { timeout: 240_000 },
  async (world) => {
    product = world;
    const samira = await product.signIn('samira.haddad');
    const { reference } = await roads();
    const bare = { template: 'acte-envoye', outcome: 'refused', text: 'Votre demande est refusée.' };
    expect((await submit(samira, reference, bare)).body.code).toBe('letter-not-ready');
    const reasons =
      'En droit : article L. 2212-2 du code général des collectivités territoriales.\n\nEn fait : la voie que vous signalez est privée et la commune n’y travaille pas.';
    const { status, body } = await submit(samira, reference, { ...bare, text: reasons });
    expect([status, body.state, body.waiting?.[0]?.kind]).toEqual([201, 'circulating', 'signature']);
  },
);

holdCase(
  32,
  'the signature book in hostile hands lets no decision leave unsigned once the portal is no longer wanted',
  { timeout: 240_000 },
  async (world) => {
    product = world;
    const admin = await product.signIn('admin');
    const samira = await product.signIn('samira.haddad');
    const circuit = [{ kind: 'visa', by: { agent: 'samira.haddad' } }];
    const template = {
      ...{ title: `Sans signature ${run}`, kind: 'decision', outcome: 'granted', mode: 'unsigned', circuit },
      body: 'Votre demande est acceptée par nos services.',
    };
    const id = `sans-signature-${run}`;
    expect(await put(admin, `/api/agent/letter-templates/${id}`, { template, revision: 0 })).toBe(200);
    const { reference, code } = await roads();
    const choose = (body: object) =>
      product.post(`/api/public/requests/${reference}/delivery`, body, {
        ...{ 'x-tracking-code': code, 'idempotency-key': randomUUID() },
      });
    expect((await choose({ prefers: 'portal' })).status).toBe(400);
    expect((await choose({ prefers: 'portal', consent: true })).status).toBe(200);
    const { letterId } = (await submit(samira, reference, { template: id, outcome: 'granted' })).body;
    const { sha256, mode } = (await samira.get(bookOf(reference, letterId))).body;
    expect(mode).toBe('unsigned');
    expect((await choose({ prefers: 'email' })).status).toBe(200);
    const letters = [{ reference, letterId, step: 0, sha256 }];
    const { body } = await samira.post('/api/agent/signature-book/approve', { letters });
    expect(body.results[0]).toMatchObject({ approved: false, code: 'not-allowed-in-state' });
    expect(await typesOf(reference)).not.toContain('answer-decided');
  },
);

holdCase(
  32,
  'the signature book in hostile hands keeps what is reserved from signatories who are not named for it',
  { timeout: 240_000 },
  async (world) => {
    product = world;
    const { reference } = await opened(
      generalRequest('Pour le président', 'Une affaire que je confie au président seul.', `.cab${run}`),
    );
    const admin = await product.signIn('admin');
    const { version } = (await admin.get(`/api/agent/requests/${reference}`)).body;
    const given = { version, department: 'cabinet', agent: null, reason: null };
    expect((await admin.post(`/api/agent/requests/${reference}/assign`, given)).status).toBe(200);
    await product.quiet();
    const { letterId } = (await submit(await product.signIn('louise.perrin'), reference)).body;
    for (const login of ['helene.rousset', 'bernard.tissot', 'marc.delmas', 'agnes.roche']) {
      const agent = await product.signIn(login);
      expect((await agent.get(bookOf(reference, letterId))).status, login).toBe(403);
      const { items } = (await agent.get('/api/agent/signature-book?limit=100')).body;
      expect(JSON.stringify(items)).not.toContain(reference);
    }
  },
);

holdCase(
  32,
  'a request grouped under another is answered by its own letter when it has to be signed',
  { timeout: 240_000 },
  async (world) => {
    product = world;
    const admin = await product.signIn('admin');
    const act = async (reference: string, deed: string, body: object) => {
      const { version } = (await admin.get(`/api/agent/requests/${reference}`)).body;
      return admin.post(`/api/agent/requests/${reference}/${deed}`, { version, ...body });
    };
    const lead = await roads();
    const { body } = await product.submit('buvette-temporaire', fair(`.group${run}`));
    const member = body.reference as string;
    await product.quiet();
    const { department } = (await product.records({ reference: member })).requests[0] ?? {};
    await act(lead.reference, 'assign', { department, agent: null, reason: null });
    await product.quiet();
    expect((await act(member, 'group', { lead: lead.reference })).status).toBe(200);
    expect((await submit(admin, member)).status).toBe(409);
    const answer = { outcome: 'answered', text, uploads: [] };
    expect((await act(lead.reference, 'answer', answer)).status).toBe(200);
    await product.quiet();
    const types = await typesOf(member);
    expect(types).toContain('request-ungrouped');
    expect(types).not.toContain('answer-decided');
  },
);

holdCase(
  32,
  'rights that end opens nothing any more to somebody who has left',
  { timeout: 240_000 },
  async (world) => {
    product = world;
    const admin = await product.signIn('admin');
    const yann = await product.signIn('yann.kervella');
    expect((await yann.get('/api/agent/board')).status).toBe(200);
    const departure = '/api/agent/people/yann.kervella/departure';
    try {
      expect(await put(admin, departure, { leftOn: '2020-01-01' })).toBe(200);
      expect((await yann.get('/api/agent/board')).status).toBe(401);
    } finally {
      expect(await put(admin, departure, { leftOn: null })).toBe(200);
    }
  },
);

holdCase(
  32,
  'a citizen who sends too much is told how many files go at once, before any is taken',
  { timeout: 240_000 },
  async (world) => {
    product = world;
    const samira = await product.signIn('samira.haddad');
    const { reference, code } = await roads();
    const { version } = (await samira.get(`/api/agent/requests/${reference}`)).body;
    const documents = Array.from({ length: 6 }, (_, index) => ({ code: null, label: `Pièce ${index}` }));
    const { body } = await samira.post(`/api/agent/requests/${reference}/documents-requests`, {
      ...{ version, documents, stopsClock: false },
    });
    const file = Buffer.from('%PDF-1.4\n%%EOF\n');
    const uploadId = await product.upload(file, 'piece.pdf', 'application/pdf');
    const send = (files: number, upload = uploadId) =>
      product.post(
        `/api/public/requests/${reference}/documents`,
        {
          askId: body.askId,
          documents: documents.map((_, index) => ({
            code: `other-${index + 1}`,
            uploads: Array.from({ length: files }, () => ({ uploadId: upload, name: 'piece.pdf' })),
          })),
        },
        { 'x-tracking-code': code, 'idempotency-key': randomUUID() },
      );
    expect((await send(5)).body).toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'documents', code: 'too-many' }],
    });
    expect((await send(4)).body).toEqual({ missing: [] });
    expect(await typesOf(reference)).toContain('documents-completed');
  },
);
