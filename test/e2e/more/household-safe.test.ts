import { randomUUID } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { expect, it } from 'vitest';
import { schoolEnrolment } from '../../support/citizens.ts';
import { type Outer, running, until } from '../../support/outer.ts';

/** A PDF of one page with these words. */
const printed = (lines: readonly string[]): Promise<Buffer> =>
  new Promise((resolve) => {
    const pdf = new PDFDocument();
    const pieces: Buffer[] = [];
    pdf.on('data', (piece) => pieces.push(piece));
    pdf.on('end', () => resolve(Buffer.concat(pieces)));
    for (const line of lines) pdf.text(line);
    pdf.end();
  });

/** Calls of somebody signed in, with any method. */
const as = async (world: Outer, login: string) => {
  const { cookie } = await world.signIn(login);
  return async (method: string, path: string, body?: unknown) => {
    const headers = {
      cookie,
      'x-parvis-csrf': '1',
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    };
    return world.json(`/api/${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };
};
const keep = async (call: Awaited<ReturnType<typeof as>>, file: Buffer, name: string) => {
  const contentType = 'application/pdf';
  const { body: place } = await call('POST', 'citizen/safe/uploads', {
    name,
    contentType,
    size: file.length,
  });
  const form = new FormData();
  for (const [field, value] of Object.entries(place.fields)) form.append(field, value as string);
  form.append('file', new Blob([new Uint8Array(file)], { type: contentType }), name);
  expect((await fetch(place.url, { method: 'POST', body: form })).status).toBe(204);
  const kept = await call('POST', 'citizen/safe', { uploadId: place.uploadId, name, type: null });
  expect(kept.status, JSON.stringify(kept.body)).toBe(201);
  return kept.body.id as string;
};

it('lets a parent say a child and a paper once: the form is filled in, the paper reused, shared, and thrown away', {
  timeout: 90_000,
}, async () => {
  const world = running();
  const [odile, lucas] = await Promise.all([as(world, 'odile.marchand'), as(world, 'lucas.meyer')]);
  const child = {
    ...{
      id: randomUUID(),
      relation: 'child',
      givenName: 'Anouk',
      familyName: 'Marchand',
      birth: '2022-03-04',
    },
    ...{ gender: 'female', address: null, otherAddress: null, otherParent: null },
  };
  const home = await odile('POST', 'citizen/household/members', child);
  expect(home.status, JSON.stringify(home.body)).toBe(201);
  const { body: filled } = await odile('GET', `citizen/prefill/inscription-scolaire?member=${child.id}`);
  expect(filled.answers.childGivenName).toMatchObject({ value: 'Anouk', from: 'household' });

  // The other parent proves to know the child, and sees it; a correction reaches both.
  const { body: invitation } = await odile('POST', `citizen/household/members/${child.id}/invitation`);
  const accepted = await lucas('POST', 'citizen/household/invitations', {
    secret: invitation.secret,
    birth: child.birth,
  });
  expect(accepted.status, JSON.stringify(accepted.body)).toBe(201);
  const ofLucas = async () =>
    (await lucas('GET', 'citizen/household')).body.members.find(
      ({ id }: { id: string }) => id === accepted.body.member,
    );
  const { version } = (await odile('GET', 'citizen/household')).body.members.find(
    ({ id }: { id: string }) => id === child.id,
  );
  const { id: _, ...typed } = child;
  await odile('PUT', `citizen/household/members/${child.id}`, { ...typed, givenName: 'Annick', version });
  expect((await ofLucas()).givenName).toBe('Annick');

  const day = new Date().toLocaleDateString('fr-FR', { day: 'numeric', month: 'long', year: 'numeric' });
  const id = await keep(
    odile,
    await printed([
      'Energie du Clain',
      '',
      'Madame Odile Marchand',
      '12 rue des Tanneurs',
      '99100 Val-Clair',
      '',
      `Facture de gaz du ${day}`,
      'Abonnement et consommation de votre logement, 42,10 euros',
    ]),
    'facture.pdf',
  );
  const read = await until('the reading', async () => {
    const { body } = await odile('GET', `citizen/safe/${id}`);
    return body.reading === 'pending' ? undefined : body;
  });
  expect(read).toMatchObject({ type: 'facture-energie', scan: 'clean', state: 'valid' });
  const { body: needed } = await odile('GET', 'citizen/safe/for/inscription-scolaire');
  expect(needed.needed[0].found).toContainEqual(expect.objectContaining({ id, good: true }));
  expect((await lucas('GET', `citizen/safe/${id}`)).status).toBe(404);

  // Each use is an upload of its own; the other parent is told that something was asked for the child (Code civil 372-2).
  const uses = await Promise.all(
    ['domicile', 'family'].map(async (field) => {
      const { body } = await odile('POST', `citizen/safe/${id}/use`);
      return { field, uploadId: body.uploadId as string, name: body.name as string };
    }),
  );
  const files = Object.fromEntries(uses.map(({ field, uploadId }) => [field, [uploadId]]));
  const sent = await odile('POST', 'public/forms', {
    ...{ procedure: 'inscription-scolaire', revision: filled.revision ?? 1, uploads: uses, member: child.id },
    answers: { ...schoolEnrolment(`.${randomUUID().slice(0, 8)}`), ...files },
  });
  expect(sent.status, JSON.stringify(sent.body)).toBe(201);
  const { reference } = sent.body;
  await until('word to the other parent', async () =>
    (await world.outbox()).find(
      ({ to, subject }) =>
        to.includes('lucas.meyer') && subject === 'Une démarche a été faite pour votre enfant',
    ),
  );

  // What the authority sends is in the safe.
  await world.quiet();
  const agent = await world.signIn('lea.fontaine');
  const { body: request } = await agent.get(`/api/agent/requests/${reference}`);
  const joined = await agent.upload(await printed(['Certificat']), 'certificat.pdf', 'application/pdf');
  const answer = await agent.post(`/api/agent/requests/${reference}/answer`, {
    ...{ version: request.version, outcome: 'granted', text: 'Bonjour, votre enfant est inscrit.' },
    uploads: [{ uploadId: joined, name: 'certificat.pdf' }],
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  const received = await until('the certificate', async () =>
    (await odile('GET', 'citizen/safe')).body.documents.find(
      (one: { reference: string; name: string }) =>
        one.reference === reference && one.name === 'certificat.pdf',
    ),
  );
  expect(received).toMatchObject({ from: 'authority', type: 'from-authority' });
  expect((await odile('GET', `citizen/safe/${received.id}/content?how=save`)).status).toBe(200);

  const { body: link } = await odile('POST', 'citizen/safe/shares', { documents: [id], days: 1, label: '' });
  const open = () => world.post('/api/public/shared', { secret: link.secret });
  expect((await open()).body).toMatchObject({ from: 'Odile', documents: [{ id }] });
  const taken = await world.post('/api/public/shared/download', { secret: link.secret, document: id });
  expect((await fetch(taken.body.url)).headers.get('content-disposition')).toContain('attachment');
  await odile('POST', 'citizen/safe/archive');
  const archive = await until('the archive', async () => {
    const { body } = await odile('GET', 'citizen/safe/archive');
    return body.state === 'ready' ? body : undefined;
  });
  expect(Buffer.from(await (await fetch(archive.url)).arrayBuffer()).readUInt32LE(0)).toBe(0x04034b50);

  await odile('DELETE', `citizen/safe/${id}`);
  await odile('DELETE', `citizen/safe/${id}?for=ever`);
  expect((await open()).body.documents).toEqual([]);
  await odile('DELETE', `citizen/safe/shares/${link.share.id}`);
  expect((await open()).status).toBe(404);
});
