import { randomInt, randomUUID } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { expect, it } from 'vitest';
import { whereKept } from '../support/everything-kept.ts';
import { running, until } from '../support/outer.ts';
import { deliver } from '../support/smtp.ts';

const product = running();
const place = { url: product.url, dataDir: process.env.PARVIS_DATA ?? '' };
/** Nobody else's in any run. */
const run = `q${randomUUID().slice(0, 7)}`;
const given = `Zéphyrine-${run}`;
const family = `Quillévéré-${run}`;
const email = `zq.${run}@oubli.example`;
const phone = `0639980${String(randomInt(1_000)).padStart(3, '0')}`;
const street = `3 rue du Canari-${run}`;
const child = `Ondine-${run}`;
const canaries = [run, `33${phone.slice(1)}`];

const paper = (line: string): Promise<Buffer> =>
  new Promise((resolve) => {
    const pdf = new PDFDocument({ compress: false, info: { Title: line } });
    const pieces: Buffer[] = [];
    pdf.on('data', (piece) => pieces.push(piece));
    pdf.on('end', () => resolve(Buffer.concat(pieces)));
    pdf.text(line).end();
  });
const cookieOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
const signIn = async () => {
  const { body } = await product.post('/api/public/sign-in/codes', { email });
  const mail = await until('the code', async () =>
    (await product.outbox()).find((one) => one.to === email && /^\d{6} /.test(one.subject)),
  );
  const code = mail.subject.slice(0, 6);
  const entered = await product.post('/api/public/sign-in/codes/enter', { ticket: body.ticket, code });
  expect(entered.status).toBe(200);
  const cookie = cookieOf(entered.headers);
  return async (method: string, path: string, said?: unknown) => {
    const headers = {
      ...{ cookie, 'x-parvis-csrf': '1', 'content-type': 'application/json' },
      'idempotency-key': randomUUID(),
    };
    const body = said === undefined ? {} : { body: JSON.stringify(said) };
    const reply = await product.json(`/api/${path}`, { method, headers, ...body });
    expect(reply.status, `${method} ${path} ${JSON.stringify(reply.body)}`).toBeLessThan(300);
    return reply.body;
  };
};
type Call = Awaited<ReturnType<typeof signIn>>;

/** An account with everything that one may hold. */
const live = async (call: Call): Promise<string[]> => {
  const { version } = await call('GET', 'citizen/account');
  const address = { lines: [street], postalCode: '99100', city: 'Val-Clair' };
  await call('PUT', 'citizen/account', {
    ...{ version, givenName: given, familyName: family, usedName: null, birth: null, phone, address },
    language: 'fr',
  });
  await call('POST', 'citizen/household/members', {
    ...{ id: randomUUID(), relation: 'child', givenName: child, familyName: family, birth: '2022-03-04' },
    ...{ gender: 'female', address: null, otherAddress: null, otherParent: null },
  });
  const file = await paper(`${given} ${family}`);
  const spot = await call('POST', 'citizen/safe/uploads', {
    ...{ name: `${run}.pdf`, contentType: 'application/pdf', size: file.length },
  });
  const form = new FormData();
  for (const [field, value] of Object.entries(spot.fields)) form.append(field, value as string);
  form.append('file', new Blob([new Uint8Array(file)], { type: 'application/pdf' }), `${run}.pdf`);
  expect((await fetch(spot.url, { method: 'POST', body: form })).status).toBe(204);
  await call('POST', 'citizen/safe', { uploadId: spot.uploadId, name: `${run}.pdf`, type: null });
  await call('PUT', 'citizen/drafts/inscription-scolaire', {
    ...{ revision: 1, title: 'Inscrire', key: randomUUID(), answers: { childGivenName: child }, files: {} },
    ...{ step: 'ecole', at: { index: 1, count: 6 }, version: 0 },
  });
  await product.post('/api/public/subscriptions', {
    ...{ channel: 'mail', address: email, themes: ['travaux'], communes: [] },
  });
  const attached = await product.upload(file, `${run}.pdf`, 'application/pdf');
  const answers = {
    ...{ subject: `Un trou devant chez ${family}`, message: `Je suis ${given} ${family}, ${street}.` },
    ...{ givenName: given, familyName: family, email, phone },
    address: { lines: street, postalCode: '99100', city: 'Val-Clair' },
  };
  const sent = await call('POST', 'public/forms', {
    ...{ procedure: 'demande-generale', revision: 1, answers: { ...answers, attachments: [attached] } },
    uploads: [{ field: 'attachments', uploadId: attached, name: `${run}.pdf` }],
  });
  await deliver(
    [
      `From: ${email}`,
      'To: contact@val-clair.example',
      `Subject: Acte de naissance ${run}`,
      `Message-ID: <${run}@oubli.example>`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      `Bonjour, je voudrais une copie de mon acte de naissance. ${family}, ${street}, ${phone}.`,
    ].join('\r\n'),
    email,
  );
  return [sent.reference];
};

it('leaves nothing of whoever asks to be forgotten, nor takes anything of anybody else along', {
  timeout: 120_000,
}, async () => {
  const call = await signIn();
  const [reference = ''] = await live(call);
  await product.quiet();
  const agent = await product.signIn('claire.monnier');
  expect((await agent.get(`/api/agent/requests/${reference}`)).status).toBe(200);
  const readings = await until('the reading', async () => {
    const { readings: all } = await call('GET', 'citizen/privacy/readings');
    return all.length > 0 && all;
  });
  expect(readings[0]).toMatchObject({ reason: 'instruction', reference });
  expect(JSON.stringify(readings)).not.toMatch(/Claire|Monnier/i);
  const held = await call('GET', 'citizen/privacy');
  expect(held.open.map((one: { reference: string }) => one.reference)).toContain(reference);
  expect((await whereKept(place, canaries)).length).toBeGreaterThan(20);

  await call('POST', 'citizen/privacy/export');
  const ready = await until('the archive', async () => {
    const one = await call('GET', 'citizen/privacy/export');
    return one.state === 'ready' && one;
  });
  const zip = Buffer.from(await (await fetch(ready.url)).arrayBuffer()).toString('utf8');
  for (const word of [given, street, child, 'mes-donnees.html', 'mes-donnees.json'])
    expect(zip).toContain(word);
  const told = (await product.outbox()).find((one) => one.to === email && /données/.test(one.subject));
  expect(told?.text).not.toMatch(new RegExp(`${given}|${street}`));

  const withdraw = held.open.map((one: { reference: string }) => one.reference);
  await call('POST', 'citizen/privacy/erase', { confirmed: true, withdraw });
  await product.quiet();
  expect(await whereKept(place, canaries)).toEqual([]);
  const { requests } = await product.records(`?reference=${reference}`);
  expect(requests[0]?.journal.map(({ type }) => type)).toContain('personal-content-erased');
});
