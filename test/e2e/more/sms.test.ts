import { beforeAll, describe, expect, it } from 'vitest';
import { generalRequest } from '../../support/citizens.ts';
import { running } from '../../support/outer.ts';

const product = running();
const number = () =>
  `06 39 98 ${String(Math.floor(Date.now() / 7) % 1e4).padStart(4, '0')}`.replace(/(\d\d)(\d\d)$/, '$1 $2');
const phone = number();
const e164 = `+33${phone.replaceAll(' ', '').slice(1)}`;
let reference = '';
let agent: Awaited<ReturnType<typeof product.signIn>>;
const path = () => `/api/agent/requests/${reference}`;
const request = async () => (await agent.get(path())).body;
const texts = async () => (await product.outbox()).filter(({ kind, to }) => kind === 'sms' && to === e164);
const received = (text: string, from = phone, id?: string) =>
  product.post('/local/sms', { from, text, ...(id ? { id } : {}) });
const contactOf = async (text: string) =>
  (await product.contacts()).find((one) => one.channel === 'sms' && one.text === text);
const write = async (text: string, awaitsReply: boolean) => {
  const { status } = await agent.post(`${path()}/messages`, {
    ...{ version: (await request()).version, text, awaitsReply, uploads: [] },
  });
  expect(status).toBe(201);
  await product.quiet();
};
const cost = async () => {
  const { body } = await product.json('/local/meter');
  const of = (calls: { service: string; operation: string; units: number; eur: number }[] = []) =>
    calls.find((one) => one.service === 'sns' && one.operation === 'PublishSms');
  return of(body.requests[reference]?.calls);
};

beforeAll(async () => {
  agent = await product.signIn('admin');
  const answers = {
    ...generalRequest('Un nid-de-poule', 'Un nid-de-poule rue des Lilas : la chaussée est défoncée.', '.sms'),
    phone,
  };
  const { body } = await product.submit('demande-generale', answers);
  reference = body.reference;
  await product.quiet();
  const chosen = await product.post(
    `/api/public/requests/${reference}/delivery`,
    { prefers: 'sms' },
    { 'x-tracking-code': body.trackingCode, 'idempotency-key': crypto.randomUUID() },
  );
  expect(chosen).toMatchObject({ status: 200 });
  const { version } = await request();
  await agent.post(`${path()}/assign`, { version, department: 'voirie', agent: null, reason: null });
  await product.quiet();
});

describe('a person who wants text messages', () => {
  let code = '';

  it('is told of a message by name, and asked for an answer from a number, with its cost on the meter', async () => {
    await write('Les travaux sont prévus lundi.', false);
    await write('Pouvons-nous passer jeudi ?', true);
    const [told, asked] = await texts();
    expect(told).toMatchObject({ sms: { from: 'ValClair', alphabet: 'gsm-7' } });
    expect(asked).toMatchObject({
      sms: { from: '+33639980036', alphabet: 'gsm-7' },
      requestReference: reference,
    });
    expect(asked?.text).not.toContain('jeudi');
    code = /commencez par ([A-Y]\d{3})/.exec(asked?.text ?? '')?.[1] ?? '';
    expect(code).not.toBe('');
    const parts = (told?.sms?.parts ?? 0) + (asked?.sms?.parts ?? 0);
    const counted = await cost();
    expect(counted?.units).toBe(parts);
    expect(counted?.eur).toBeCloseTo(parts * 0.075 * 0.92, 6);
    await product.quiet();
    const { messages } = (await agent.get(`${path()}/deliveries`)).body;
    const steps = messages.flatMap((one: { history: object[] }) => one.history);
    expect(steps).toContainEqual(
      expect.objectContaining({ channel: 'sms', state: 'sent', parts: asked?.sms?.parts }),
    );
    expect(steps).toContainEqual(expect.objectContaining({ channel: 'sms', state: 'delivered' }));
  });

  it('answers with the code: the text joins its request, once', async () => {
    const text = `${code.toLowerCase()} oui, après 10 h ${phone}`;
    const id = crypto.randomUUID();
    for (let time = 0; time < 3; time++) {
      await received(text, phone, id);
      await product.quiet();
    }
    expect(await contactOf(text)).toMatchObject({ state: 'joined', requestReference: reference });
    const [held] = (await product.records({ reference })).requests;
    expect(held?.journal.filter(({ type }) => type === 'citizen-message-received')).toHaveLength(1);
    const { messages } = await request();
    expect(messages.at(-1)).toMatchObject({ from: 'citizen', text });
    expect(await texts()).toHaveLength(2);
  });

  it('answers without the code: an agent sees the request suggested', async () => {
    const text = `Finalement plutôt vendredi ${phone}`;
    await received(text);
    const stranger = `Bonjour, je suis qui ? ${phone}`;
    await received(`${code} ${stranger}`, '07 00 00 11 22');
    await product.quiet();
    const contact = await contactOf(text);
    expect(contact).toMatchObject({ state: 'waiting' });
    const { body } = await agent.get(`/api/agent/contacts/${contact?.id}`);
    expect(body.suggested).toMatchObject([{ reference, reasons: ['known-number'], mayJoin: true }]);
    const unknown = await contactOf(`${code} ${stranger}`);
    expect(unknown).toMatchObject({ state: 'waiting' });
    expect((await agent.get(`/api/agent/contacts/${unknown?.id}`)).body.suggested).toEqual([]);
  });

  it('writes STOP: nothing answers, the next message goes another way, and an agent may take it back', async () => {
    const before = await texts();
    const stop = crypto.randomUUID();
    await received('Arrêt SMS', phone, stop);
    await product.quiet();
    await write('Votre avis nous importe.', true);
    expect(await texts()).toHaveLength(before.length);
    const mails = (await product.outbox()).filter(
      ({ kind, requestReference, text }) =>
        kind === 'email' && requestReference === reference && text.includes('importe'),
    );
    expect(mails).toHaveLength(1);
    const mine = async () =>
      (await agent.get('/api/agent/sms/opt-outs?limit=100')).body.optOuts.find(
        (one: { number: string }) => one.number === e164,
      );
    expect(await mine()).toMatchObject({ by: 'citizen', lifted: null });
    const reason = 'La personne le demande au guichet';
    expect((await agent.post('/api/agent/sms/opt-outs/lift', { number: phone, reason })).status).toBe(200);
    await received('Arrêt SMS', phone, stop);
    await product.quiet();
    expect(await mine()).toMatchObject({ lifted: { by: 'agent:admin', reason } });
    await write('Nous passons mardi.', false);
    expect(await texts()).toHaveLength(before.length + 1);
  });
});

describe('an event of a two-way number', () => {
  it('is taken as AWS publishes it', async () => {
    const { default: sample } = await import('../../../events/sns-sms-in.json', { with: { type: 'json' } });
    const { status, body } = await product.post('/local/events', sample);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { event: 'sns-sms', targets: [{ ok: true, response: { batchItemFailures: [] } }] },
    });
    await product.quiet();
    expect(await contactOf(sample.messageBody)).toMatchObject({ state: 'waiting' });
  });
});
