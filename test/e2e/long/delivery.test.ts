import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generalRequest } from '../../support/citizens.ts';
import { type Outer, outer, until } from '../../support/outer.ts';
import { type Product, startProduct } from '../../support/product.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'parvis-delivery-'));
let runtime: Product;
let product: Outer;
/** What the post sticks on a letter it brings back. */
const broughtBack = async (letter: ArrayBuffer): Promise<Buffer> => {
  const document = await PDFDocument.load(letter);
  document.getPage(0).drawText('NPAI', { x: 60, y: 700, size: 22 });
  return Buffer.from(await document.save());
};
/** The clock moves: this file has a product of its own. */
beforeAll(async () => {
  runtime = await startProduct({ dataDir });
  product = outer(runtime.url, dataDir);
  await product.clock({ now: '2026-12-01T09:00:00+01:00' });
  await product.quiet(120_000);
}, 240_000);
afterAll(async () => {
  await runtime?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

let count = 0;
const submitted = async (change: object): Promise<{ reference: string; code: string }> => {
  count += 1;
  const answers = {
    ...generalRequest('Un acte de naissance', 'Je voudrais un acte.', `.d${count}`),
    ...change,
  };
  const { status, body } = await product.submit('demande-generale', answers);
  expect({ status, body }).toMatchObject({ status: 201 });
  await product.quiet();
  return { reference: body.reference, code: body.trackingCode };
};
const administrator = () => product.signIn('admin');
const journalOf = async (reference: string) =>
  (await product.records({ reference })).requests[0]?.journal.map(({ type }) => type) ?? [];
const sentTo = async (reference: string) =>
  (await product.outbox()).filter((sent) => sent.requestReference === reference);
/** Gives the request to a department and answers it: the decision leaves. */
const decided = async (reference: string): Promise<void> => {
  const agent = await administrator();
  const path = `/api/agent/requests/${reference}`;
  const version = async () => (await agent.get(path)).body.version;
  const department = 'etat-civil';
  const assigned = { version: await version(), department, agent: null, reason: null };
  expect((await agent.post(`${path}/assign`, assigned)).status).toBe(200);
  await product.quiet();
  const text = 'Bonjour, votre demande est acceptée.';
  const answer = { version: await version(), outcome: 'granted', text, uploads: [] };
  expect((await agent.post(`${path}/answer`, answer)).status).toBe(200);
  await product.quiet();
};
const choose = (reference: string, code: string, body: object) =>
  product.post(`/api/public/requests/${reference}/delivery`, body, {
    'x-tracking-code': code,
    'idempotency-key': crypto.randomUUID(),
  });
const repairs = async (reference: string) =>
  (await product.records()).tasks.filter(
    ({ kind, requestReference }) => kind === 'repair' && requestReference === reference,
  );
const batchOf = async (...references: string[]) => {
  const agent = await administrator();
  await agent.post('/api/agent/print-batches', {});
  await product.quiet();
  const { body } = await agent.get('/api/agent/print-batches');
  const [latest] = body.batches;
  const found = (await agent.get(`/api/agent/print-batches/${latest.id}`)).body;
  const mine = found.letters.filter((one: { reference: string }) => references.includes(one.reference));
  return { agent, batch: found.batch, mine };
};

describe('what the authority writes reaches the person', () => {
  it('by mail, then by text message, then on paper; the letter that comes back makes a task', async () => {
    const { reference } = await submitted({ email: 'nobody@bounce.example', phone: '06 00 00 00 00' });
    const kinds = (await sentTo(reference)).map(({ kind }) => kind);
    expect(kinds).toEqual(['email', 'letter']);
    expect(await repairs(reference)).toHaveLength(0);

    const { agent, batch, mine } = await batchOf(reference);
    expect(mine).toHaveLength(1);
    const [part] = batch.parts;
    const pdf = await (await fetch(part.url)).arrayBuffer();
    const pages = (await PDFDocument.load(pdf)).getPageCount();
    expect(pages).toBeGreaterThan(2);
    expect(pages % 2).toBe(0);
    const posted = `/api/agent/print-batches/${batch.id}/parts/${mine[0].part}/posted`;
    const first = await agent.post(posted, { failed: [] });
    expect(first.body).toEqual(await agent.post(posted, { failed: [] }).then(({ body }) => body));
    await product.quiet();
    expect((await journalOf(reference)).filter((type) => type === 'letter-printed')).toHaveLength(1);

    const back = { code: reference, reason: 'unknown-address' };
    expect((await agent.post('/api/agent/returned-letters', back)).status).toBe(200);
    await product.quiet();
    expect(await repairs(reference)).toHaveLength(1);
    const seen = (await agent.get(`/api/agent/requests/${reference}/deliveries`)).body;
    expect(seen.frozen).toEqual(['email', 'phone', 'address']);
    expect(seen.messages[0].state).toBe('failed');

    const again = `/api/agent/requests/${reference}/messages/${seen.messages[0].messageId}/send-again`;
    expect((await agent.post(again, {})).status).toBe(400);
    expect((await agent.post(again, { email: 'found@courriel.example' })).status).toBe(200);
    await product.quiet();
    expect((await sentTo(reference)).at(-1)).toMatchObject({ kind: 'email', to: 'found@courriel.example' });
    expect(await repairs(reference)).toHaveLength(0);
  }, 120_000);

  it('or comes back to the scanner, which recognises its own letter and opens no request', async () => {
    const { reference } = await submitted({ email: 'gone@bounce.example', phone: '' });
    const { agent, batch, mine } = await batchOf(reference);
    await agent.post(`/api/agent/print-batches/${batch.id}/parts/${mine[0].part}/posted`, { failed: [] });
    await product.quiet();
    const letter = (await sentTo(reference)).find(({ kind }) => kind === 'letter');
    const pdf = await fetch(new URL(letter?.attachments[0]?.url ?? '', product.url));
    const before = (await product.records({ limit: '1000' })).requests.length;
    await product.drop('retours.pdf', await broughtBack(await pdf.arrayBuffer()));
    await until('the batch of returns', async () =>
      (await product.batches()).some(({ file, state }) => file === 'retours.pdf' && state === 'done'),
    );
    await product.quiet(120_000);
    const { contacts, requests } = await product.records({ limit: '1000' });
    const scanned = contacts.filter(
      ({ channel, requestReference }) => channel === 'scan' && requestReference === reference,
    );
    expect(scanned.map(({ state }) => state)).toEqual(['joined']);
    expect(requests).toHaveLength(before);
    expect(await journalOf(reference)).toContain('letter-came-back');
    expect(await repairs(reference)).toHaveLength(1);
  }, 180_000);

  it('as a decision sent again to an address that does not work: it goes on to paper', async () => {
    const { reference } = await submitted({ email: 'late@courriel.example', phone: '' });
    const agent = await administrator();
    await decided(reference);
    const path = `/api/agent/requests/${reference}`;
    const found = (await agent.get(`${path}/deliveries`)).body.messages.at(-1);
    expect(found.history.map(({ state }: { state: string }) => state)).toEqual(['sent', 'delivered']);
    expect((await product.records({ reference })).requests[0]?.state).toBe('closed');
    const again = `${path}/messages/${found.messageId}/send-again`;
    expect((await agent.post(again, { email: 'other@bounce.example' })).status).toBe(200);
    await product.quiet();
    const last = (await agent.get(`${path}/deliveries`)).body.messages.at(-1);
    expect(last.history.map(({ state }: { state: string }) => state).slice(2)).toEqual([
      'resent',
      'sent',
      'failed',
      'to-print',
    ]);
  }, 120_000);

  it('in the portal to who agreed to it: notified when first read', async () => {
    const { reference, code } = await submitted({});
    expect((await choose(reference, code, { prefers: 'portal' })).status).toBe(400);
    expect((await choose(reference, code, { prefers: 'portal', consent: true })).body).toMatchObject({
      portalConsent: true,
    });
    await decided(reference);
    const notice = (await sentTo(reference)).at(-1);
    expect(notice?.text).toContain('quinze jours');
    expect(notice?.text).not.toContain('acceptée');
    expect((await product.records({ reference })).requests[0]?.state).toBe('decided');
    await product.track(reference, code);
    await product.quiet();
    expect(await journalOf(reference)).toEqual(
      expect.arrayContaining(['message-made-available', 'notice-sent', 'message-consulted']),
    );
    await until(
      'the request to close',
      async () => (await product.records({ reference })).requests[0]?.state === 'closed',
    );
  }, 120_000);

  it('or is deemed to have, unread for fifteen days; a consent withdrawn before sends it by post', async () => {
    const read = await submitted({});
    const back = await submitted({});
    for (const { reference, code } of [read, back]) {
      await choose(reference, code, { prefers: 'portal', consent: true });
      await decided(reference);
    }
    expect((await choose(back.reference, back.code, { prefers: 'letter' })).status).toBe(200);
    await product.quiet();
    expect((await sentTo(back.reference)).at(-1)?.kind).toBe('letter');

    await product.clock({ advance: 'P15D' });
    await product.quiet(120_000);
    expect(await journalOf(read.reference)).not.toContain('message-deemed-notified');
    await product.clock({ advance: 'P1D' });
    await until('the notification', async () =>
      (await journalOf(read.reference)).includes('message-deemed-notified'),
    );
    await product.quiet(120_000);
    const [request] = (await product.records({ reference: read.reference })).requests;
    expect(request?.state).toBe('closed');
    expect(await journalOf(back.reference)).not.toContain('message-deemed-notified');
  }, 240_000);
});
