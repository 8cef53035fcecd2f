import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { schoolEnrolment, someone } from '../../support/citizens.ts';
import { running, until } from '../../support/outer.ts';

const product = running();
const name = 'inscription-scolaire';
const photo = () =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: '#557799' } })
    .withExif({ IFD0: { Make: 'Appareil' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '44/1 55/1 58/1' } })
    .jpeg()
    .toBuffer();
const signedIn = async (login: string) => {
  const { cookie, get } = await product.signIn(login);
  const put = (path: string, body: unknown) =>
    product.json(path, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: { cookie, 'content-type': 'application/json', 'x-parvis-csrf': '1' },
    });
  return { cookie, get, put };
};
const draftOf = (key: string, answers: object, files: object = {}, version = 0) => ({
  ...{
    revision: 1,
    title: 'Inscrire un enfant',
    key,
    answers,
    files,
    step: 'ecole',
    at: { index: 1, count: 6 },
  },
  version,
});

describe('a form begun by somebody signed in', () => {
  it('is found on the other device with its photo, sent once from both, and listed among their requests', async () => {
    const citizen = await signedIn('lucas.meyer');
    const path = `/api/citizen/drafts/${name}`;
    const before = await citizen.get(path);
    const uploadId = await product.upload(await photo(), 'domicile.jpg', 'image/jpeg');
    const family = await product.upload(await photo(), 'livret.jpg', 'image/jpeg');
    const key = randomUUID();
    const at = new Date().toISOString();
    const files = { domicile: [{ uploadId, name: 'domicile.jpg', size: 9, at }] };
    const answers = { ...schoolEnrolment('.brouillon') };
    const version = before.status === 200 && !before.body.sent ? before.body.version : 0;
    const saved = await citizen.put(path, draftOf(key, answers, files, version));
    expect(saved.status).toBe(200);
    expect(saved.body.files.domicile[0].keptAt).toBeDefined();
    const late = await citizen.put(path, draftOf(key, answers, files, saved.body.version - 1 || 99));
    expect(late.body.code).toBe('conflict');
    const { body: list } = await citizen.get('/api/citizen/drafts');
    expect(list.drafts.map(({ procedure }: { procedure: string }) => procedure)).toContain(name);

    const uploads = [
      { field: 'domicile', uploadId, name: 'domicile.jpg' },
      { field: 'family', uploadId: family, name: 'livret.jpg' },
    ];
    const send = () =>
      product.post(
        '/api/public/forms',
        { procedure: name, revision: 1, answers, uploads },
        { 'idempotency-key': key, cookie: citizen.cookie },
      );
    const [one, two] = await Promise.all([send(), send()]);
    expect(one.status).toBe(201);
    expect(two.body.reference).toBe(one.body.reference);
    expect((await citizen.get(path)).body.sent.reference).toBe(one.body.reference);
    expect((await citizen.put(path, draftOf(key, answers, {}, 2))).body.code).toBe('already-closed');
    await until('the request among their own', async () => {
      const { body } = await citizen.get('/api/citizen/requests?limit=50');
      return body.requests.some(({ reference }: { reference: string }) => reference === one.body.reference);
    });
    const { body } = await product.track(one.body.reference, one.body.trackingCode);
    const { id } = body.documents.find((document: { name: string }) => document.name === 'domicile.jpg');
    const given = await product.json(`/api/public/requests/${one.body.reference}/documents/${id}`, {
      headers: { 'x-tracking-code': one.body.trackingCode },
    });
    const bytes = Buffer.from(await (await fetch(given.body.url)).arrayBuffer());
    expect(bytes.length).toBeGreaterThan(100);
    expect(bytes.toString('latin1'), 'nobody learns where the photo was taken').not.toMatch(/Appareil|GPS/);
  });
});

describe('a form that a second person must sign', () => {
  it('is lodged on the day both have signed, and not before', async () => {
    const second = 'seconde.signature@courriel.example';
    const file = await product.upload(await photo(), 'piece.jpg', 'image/jpeg');
    const convention = await product.upload(await photo(), 'convention.jpg', 'image/jpeg');
    const partner = (who: string) => ({
      [`${who}GivenName`]: 'Camille',
      [`${who}FamilyName`]: 'Rousseau',
      [`${who}BirthDate`]: '1990-02-03',
      [`${who}BirthPlace`]: 'Lyon, France',
      [`${who}Status`]: 'single',
    });
    const answers = {
      ...{ ...someone('.pacs'), ...partner('one'), ...partner('two') },
      ...{ commune: '99101', twoEmail: second, foreign: false, electronicActs: true, days: ['mon'] },
      statement: {
        givenName: 'Camille',
        familyName: 'Rousseau',
        signedOn: new Date().toISOString().slice(0, 10),
      },
    };
    const uploads = [
      { field: 'identitePartenairesFile', uploadId: file, name: 'piece.jpg' },
      { field: 'conventionFile', uploadId: convention, name: 'convention.jpg' },
    ];
    const body = { procedure: 'pacs', revision: 1, answers, uploads };
    const key = { 'idempotency-key': randomUUID() };
    const alone = await product.post('/api/public/forms', body, key);
    expect(alone.body.fields, JSON.stringify(alone.body)).toMatchObject([{ code: 'cosign-needed' }]);
    const asked = await product.post('/api/public/cosignatures', body, key);
    expect(asked.status, JSON.stringify(asked.body)).toBe(201);
    const mail = await until('the mail to the second person', async () =>
      (await product.outbox()).find(({ to }) => to.includes(second)),
    );
    const [, id = '', secret = ''] = /cosigner#([^.]+)\.([\w-]+)/.exec(mail.text) ?? [];
    expect(id).toBe(asked.body.id);
    const path = `/api/public/cosignatures/${id}`;
    const link = { 'x-cosign-secret': secret };
    const read = await product.json(path, { headers: link });
    expect(read.body).toMatchObject({ role: 'second', state: 'waiting', answers: { twoEmail: second } });
    expect((await product.post(`${path}/code`, {}, link)).status).toBe(204);
    const code = await until('the code', async () =>
      (await product.outbox())
        .map(({ to, subject }) => (to.includes(second) ? /^\d{6}/.exec(subject)?.[0] : undefined))
        .find(Boolean),
    );
    const signed = await product.post(`${path}/sign`, { code, name: 'Camille Rousseau' }, link);
    expect(signed.status, JSON.stringify(signed.body)).toBe(200);
    const first = await product.json(path, { headers: { 'x-cosign-secret': asked.body.secret } });
    const { reference, trackingCode } = first.body.lodged;
    expect(reference).toBe(signed.body.reference);
    const tracked = await until('the request', async () => {
      const { status, body: found } = await product.track(reference, trackingCode);
      return status === 200 && found;
    });
    expect(tracked.documents).toHaveLength(2);
    const { contacts } = await product.records({ reference });
    expect(contacts[0]?.text).toMatch(/Signatures\nSigné par .*\nSigné par Camille Rousseau/);
  });
});
