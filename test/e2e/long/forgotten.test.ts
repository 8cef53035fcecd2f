import { randomInt, randomUUID } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { expect, it } from 'vitest';
import { whereKept } from '../../support/everything-kept.ts';
import { running, until } from '../../support/outer.ts';
import { deliver } from '../../support/smtp.ts';

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
const canaries = [run, `33${phone.slice(1)}`, phone];

const paper = (...lines: string[]): Promise<Buffer> =>
  new Promise((resolve) => {
    const pdf = new PDFDocument({ compress: false, info: { Title: lines[0] ?? '' } });
    const pieces: Buffer[] = [];
    pdf.on('data', (piece) => pieces.push(piece));
    pdf.on('end', () => resolve(Buffer.concat(pieces)));
    for (const line of lines) pdf.text(line).moveDown();
    pdf.end();
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

/** Without the account: an appointment, and the news of a report that somebody else made. */
const bookAndFollow = async () => {
  const query = 'reason=titre-identite&place=val-clair';
  const { body: free } = await product.json(`/api/public/appointments/slots?${query}`);
  const slot = free.days.flatMap((day: { slots: { from: string }[] }) => day.slots)[0];
  const booked = await product.post(
    '/api/public/appointments',
    {
      ...{ reason: 'titre-identite', place: 'val-clair', from: slot.from },
      contact: { givenName: given, familyName: family, email, phone, wantsTexts: false },
    },
    { 'idempotency-key': `rdv-${run}-00000001` },
  );
  expect(booked.status, JSON.stringify(booked.body)).toBeLessThan(300);
  const { centre } = (await product.json('/api/public/reports/setting')).body;
  const point = { ...centre, latitude: centre.latitude + randomInt(1_000) * 0.000_03 };
  const report = { category: 'tree', commune: '99112', point, place: 'Au coin', details: '', photos: [] };
  const made = await product.post('/api/public/reports', report, { 'idempotency-key': `sig-${run}-0001` });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const near = { point, category: 'tree' };
  const shown = await until('the report', async () => {
    const { body } = await product.post('/api/public/reports/near', near);
    return body.reports[0] as { id: string } | undefined;
  });
  await product.post(`/api/public/reports/${shown.id}/followers`, { email });
};

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
  await bookAndFollow();
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

/** The register says that everything it names is gone. */
const erased = async () => {
  const admin = await product.signIn('admin');
  await until('the erasure', async () => {
    const { now } = (await product.json('/local/clock')).body;
    const { body } = await admin.get(`/api/agent/privacy/erasures?month=${now.slice(0, 7)}`);
    return body.erasures.length > 0 && body.erasures.every(({ doneAt }: { doneAt: string | null }) => doneAt);
  });
  await product.quiet();
};

it('leaves nothing of whoever asks to be forgotten, nor takes anything of anybody else along', {
  timeout: 240_000,
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
  await erased();
  expect(await whereKept(place, canaries)).toEqual([]);
  const { requests } = await product.records({ reference });
  expect(requests[0]?.journal.map(({ type }) => type)).toContain('personal-content-erased');
});

it('forgets who wrote a letter and asks at the desk, its scan included', {
  timeout: 240_000,
}, async () => {
  const mine = `Oublie${run}`;
  const letter = [
    ...[`Monsieur Paul ${mine}`, '12 rue des Lilas, 99100 Val-Clair', 'A Val-Clair, le 3 novembre 2026'],
    ...['Objet : copie de mon acte de naissance', 'Madame, Monsieur,'],
    'Je vous prie de bien vouloir me faire parvenir une copie integrale de mon acte de naissance.',
    'Je suis ne a Val-Clair le 4 mars 1971. Je vous remercie par avance de votre reponse.',
    `Paul ${mine}`,
  ];
  await product.drop(`${mine}.pdf`, await paper(...letter));
  const contact = await until(
    'the letter',
    async () => {
      await product.quiet();
      const contacts = await product.contacts();
      return contacts.find(({ text, state }) => text.includes(mine) && state === 'opened');
    },
    60_000,
  );
  const reference = contact.requestReference ?? '';
  const admin = await product.signIn('admin');
  // On paper nobody is linked by a name alone: the agent says who it is.
  const unknown = { organisation: null, email: null, phone: null, address: null, birth: null };
  const traits = { ...unknown, name: `Paul ${mine}`, siret: null, rna: null };
  const { body: made } = await admin.post('/api/agent/citizens', { kind: 'person', traits });
  const { personId } = made.person;
  const linked = await product.json(`/api/agent/requests/${reference}/person`, {
    method: 'PUT',
    body: JSON.stringify({ personId, reason: 'Identité vue' }),
    headers: {
      ...{ cookie: admin.cookie, 'content-type': 'application/json', 'x-parvis-csrf': '1' },
      'idempotency-key': randomUUID(),
    },
  });
  expect(linked.status, JSON.stringify(linked.body)).toBeLessThan(300);
  const address = `/api/agent/citizens/${personId}/privacy`;
  expect((await admin.get(address)).body.open).toMatchObject([{ reference }]);
  const asked = await admin.post(`${address}/erase`, { reason: 'letter', withdraw: [reference] });
  expect(asked.status, JSON.stringify(asked.body)).toBe(202);
  await erased();
  expect(await whereKept(place, [mine])).toEqual([]);
  const batches = await product.batches();
  expect(batches.every(({ file }) => !file.includes(run))).toBe(true);
});
