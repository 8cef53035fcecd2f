import { createTransport } from 'nodemailer';
import { beforeAll, describe, expect, it } from 'vitest';
import { running, type Sent } from '../../support/outer.ts';

const product = running();
const smtp = createTransport({
  host: '127.0.0.1',
  port: Number(process.env.PARVIS_SMTP),
  secure: false,
  ignoreTLS: true,
});
const run = `t${Date.now() % 1e8}`;
const odile = `Odile Marchand <odile.${run}@courriel.example>`;
type Mail = { from?: string; to?: string; subject: string; text: string; headers?: Record<string, string> };
const send = ({ from = odile, to = 'contact@val-clair.example', ...mail }: Mail) =>
  smtp.sendMail({ from, to, ...mail });
const contactOf = async (subject: string) =>
  (await product.contacts()).find((one) => one.subject === subject);
const requestOf = async (reference: string) =>
  (await product.records({ reference })).requests.find((one) => one.reference === reference);
const sentTo = async (address: string): Promise<Sent[]> =>
  (await product.outbox()).filter((one) => one.kind === 'email' && one.to.includes(address));

let reference = '';
let acknowledgement: Sent;
const bins =
  'Bonjour, les bacs jaunes ne sont plus collectes rue des Lilas depuis trois semaines, les poubelles et les ordures debordent. Merci de prevoir la collecte des dechets et le tri.';

beforeAll(async () => {
  await send({ subject: `Bacs ${run}`, text: bins });
  await product.quiet();
  let contact = await contactOf(`Bacs ${run}`);
  if (contact?.state === 'waiting') {
    const agent = await product.signIn('claire.monnier');
    const { body } = await agent.get(`/api/agent/contacts/${contact.id}`);
    const { department, procedure, urgency, sender, subject } = body.proposal;
    const chosen = { version: body.version, department, procedure, urgency, subject, sender };
    await agent.post(`/api/agent/contacts/${contact.id}/accept`, chosen);
    await product.quiet();
    contact = await contactOf(`Bacs ${run}`);
  }
  reference = contact?.requestReference ?? '';
  expect(reference).toMatch(/^VC-\d{4}-\d{6}-[A-Y]$/);
  const [first] = await sentTo(`odile.${run}@`);
  if (!first) throw new Error('no acknowledgement');
  acknowledgement = first;
});

describe('a mail that answers ours', () => {
  it('finds a signed address, the thread it belongs to and a Message-ID on what it answers', () => {
    const { headers = {} } = acknowledgement;
    expect(headers['reply-to']).toMatch(new RegExp(`\\+${reference}\\.[0-9a-f]{20}@`));
    expect(headers['message-id']).toBe(`<${acknowledgement.id}@eu-west-3.amazonses.com>`);
    expect(headers['in-reply-to']).toMatch(/^<.+>$/);
    expect(headers['auto-submitted']).toBe('auto-replied');
  });

  it('joins by its address, by its thread, and is answered by no machine', async () => {
    const { headers = {} } = acknowledgement;
    const before = (await sentTo(`odile.${run}@`)).length;
    await send({ to: headers['reply-to'], subject: `Re: suite ${run}`, text: 'Voici la photo.' });
    await send({
      subject: `Re: encore ${run}`,
      text: 'Et une autre.',
      headers: { 'In-Reply-To': headers['message-id'] ?? '' },
    });
    await product.quiet();
    for (const subject of [`Re: suite ${run}`, `Re: encore ${run}`])
      expect(await contactOf(subject)).toMatchObject({ state: 'joined', requestReference: reference });
    expect(await sentTo(`odile.${run}@`)).toHaveLength(before);
  });

  it('is kept quietly with the request when a machine wrote it', async () => {
    const { headers = {} } = acknowledgement;
    const subject = `Absence ${run}`;
    await send({
      ...{ to: headers['reply-to'], subject, text: 'Je suis absente.' },
      headers: { 'Auto-Submitted': 'auto-replied' },
    });
    await product.quiet();
    expect(await contactOf(subject)).toMatchObject({ state: 'joined', requestReference: reference });
    const messages = (await requestOf(reference))?.journal.filter(
      ({ type }) => type === 'citizen-message-received',
    );
    expect(messages).toHaveLength(2);
  });
});

describe('a mail of somebody else', () => {
  it('joins nothing and is told nothing, whatever it quotes, and an agent sees why', async () => {
    const { headers = {} } = acknowledgement;
    const stranger = `Jean Voleur <jean.${run}@ailleurs.example>`;
    await send({ from: stranger, to: headers['reply-to'], subject: `Jeton ${run}`, text: bins });
    await send({
      ...{ subject: `Usurpe ${run}`, text: bins },
      headers: {
        'In-Reply-To': headers['message-id'] ?? '',
        'Authentication-Results': 'amazonses.com; spf=fail; dkim=fail; dmarc=fail',
      },
    });
    await send({ from: stranger, subject: `TR: ${reference} ${run}`, text: bins });
    await product.quiet();
    const agent = await product.signIn('claire.monnier');
    for (const [subject, reason] of [
      [`Jeton ${run}`, 'unknown-address'],
      [`Usurpe ${run}`, 'unverified-address'],
      [`TR: ${reference} ${run}`, 'unknown-address'],
    ] as const) {
      const contact = await contactOf(subject);
      expect(contact).toMatchObject({ state: 'waiting' });
      const { body } = await agent.get(`/api/agent/contacts/${contact?.id}`);
      expect(body.suggested[0]).toMatchObject({ reference, mayJoin: true });
      expect(body.suggested[0].reasons).toContain(reason);
    }
    expect(await sentTo(`jean.${run}@`)).toEqual([]);
  });
});

describe('two machines that answer each other', () => {
  it('stop after three answers, seen by somebody', async () => {
    const robot = `Service <robot.${run}@machine.example>`;
    for (const number of [1, 2, 3, 4, 5]) {
      await send({
        from: robot,
        subject: `${bins.slice(9, 60)} ${run}-${number}`,
        text: `${bins} ${number}`,
      });
      await product.quiet();
    }
    const sent = await sentTo(`robot.${run}@`);
    expect(sent.length).toBeLessThanOrEqual(3);
    const { contacts, tasks } = await product.records();
    const opened = contacts.filter(({ subject, state }) => subject.includes(`${run}-`) && state === 'opened');
    const withheld = opened.filter(({ requestReference }) =>
      sent.every((one) => one.requestReference !== requestReference),
    );
    for (const { requestReference } of withheld)
      expect(tasks).toContainEqual(expect.objectContaining({ kind: 'repair', requestReference }));
    if (opened.length > 3) expect(withheld.length).toBe(opened.length - 3);
  });
});
