import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { printedLetter } from '../support/bad-files.ts';
import { generalRequest, report } from '../support/citizens.ts';
import { running, until } from '../support/outer.ts';

const product = running();
type Operation = { 'x-roles': string[] };
type Person = { login: string; roles?: string[]; departments?: string[] };
const people: { agents: Person[]; citizens: Person[] } = (await product.json('/local/people')).body;
const api: { paths: Record<string, Record<string, Operation>> } = (await product.json('/api/openapi.json'))
  .body;
const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { 'x-roles': roles }]) => ({ method, path, roles })),
);
/** One agent of each kind: whose roles and departments are another's is denied what they are. */
const kinds = (kindOf: (one: Person) => unknown): Person[] => [
  ...new Map(people.agents.map((one) => [JSON.stringify(kindOf(one)), one])).values(),
];
const secret = `Zephyrine${Date.now()}`;

/** Signing in is slow, as with a real identity provider: each person does it once. */
const cookies = new Map<string, Promise<string>>();
const cookieOf = (login: string): Promise<string> => {
  const known = cookies.get(login) ?? product.signIn(login).then(({ cookie }) => cookie);
  cookies.set(login, known);
  return known;
};

const call = async (cookie: string, method: string, path: string) => {
  const response = await fetch(`${product.url}${path}`, {
    method: method.toUpperCase(),
    redirect: 'manual',
    headers: {
      cookie,
      'x-parvis-csrf': '1',
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'x-tracking-code': 'AAAAA-AAAAA',
    },
    ...(method === 'get' ? {} : { body: '{}' }),
  });
  return { status: response.status, text: await response.text() };
};
const at = (path: string, reference: string) =>
  path.replace('{reference}', reference).replace(/\{\w+\}/g, '0123456789abcdef');

/** A general request that a person gives to the cabinet, as its own agents see it. */
const reserved = async () => {
  const { body } = await product.submit(
    'demande-generale',
    generalRequest(
      secret,
      `Je voudrais vous parler de ${secret}, qui me tient à cœur depuis longtemps.`,
      '.cab',
    ),
  );
  await product.quiet();
  const contact = (await product.records(`?reference=${body.reference}`)).contacts[0];
  if (!contact) throw new Error('the contact is missing');
  const admin = await product.signIn('admin');
  const { version, sender } = (await admin.get(`/api/agent/contacts/${contact.id}`)).body;
  const chosen = {
    version,
    sender,
    department: 'cabinet',
    procedure: null,
    urgency: 'normal',
    subject: secret,
  };
  expect((await admin.post(`/api/agent/contacts/${contact.id}/accept`, chosen)).status).toBe(202);
  await product.quiet();
  return { reference: body.reference as string, code: body.trackingCode as string, contactId: contact.id };
};

describe('each operation is for those it names, and for nobody else', () => {
  it('is denied to every other role, to citizens and to the unknown', async () => {
    const everybody = [null, ...kinds(({ roles }) => roles), people.citizens[0] as Person];
    const wrong: string[] = [];
    for (const person of everybody) {
      const cookie = person ? await cookieOf(person.login) : '';
      const mine = person ? (person.roles ?? ['citizen']) : [];
      for (const { method, path, roles } of operations) {
        if (path.startsWith('/api/session/')) continue;
        const isFor = roles.includes('public') || mine.some((role) => roles.includes(role));
        const { status } = await call(cookie, method, at(path, 'VC-2026-000001-P'));
        const isDenied = status === 401 || status === 403;
        if (status >= 500 || (!isFor && !isDenied) || (isFor && status === 401))
          wrong.push(`${person?.login ?? 'nobody'} ${method} ${path}: ${status}`);
      }
    }
    expect(operations.length).toBeGreaterThan(25);
    expect(wrong).toEqual([]);
  });
});

describe('a letter for the cabinet shows to those named in it alone', () => {
  it('is in no list, page or search of anybody else', async () => {
    const { reference, contactId } = await reserved();
    const pages = [
      ...operations
        .filter(({ method }) => method === 'get')
        .map(({ path }) => at(path, reference).replace('contacts/0123456789abcdef', `contacts/${contactId}`)),
      '/api/agent/board?view=departments&limit=100',
      '/api/agent/board?view=departments&department=cabinet',
      '/api/agent/board?view=unassigned&limit=100',
      '/api/agent/contacts?state=quarantined&limit=100',
    ].filter((path) => path.startsWith('/api/agent/'));
    const seenBy: string[] = [];
    const seers = kinds(({ roles, departments }) => [roles, departments?.includes('cabinet')]);
    for (const { login, departments } of seers) {
      const cookie = await cookieOf(login);
      for (const path of pages)
        if ((await call(cookie, 'get', path)).text.includes(secret) && !seenBy.includes(login))
          seenBy.push(login);
      if (!departments?.includes('cabinet')) expect(seenBy, login).not.toContain(login);
    }
    expect(seenBy).toContain('louise.perrin');
  });

  it('leaves its place on the batch page, without image, words or original', {
    timeout: 60_000,
  }, async () => {
    const name = `lot-cabinet-${Date.now()}.pdf`;
    const words = ['Odile Marchand', '', 'Je voudrais vous parler de', secret, 'qui me tient a coeur.'];
    await product.drop(name, await printedLetter(words));
    const contact = await until('the letter to wait', async () =>
      (await product.records()).contacts.find(
        (one) => one.channel === 'scan' && one.text.includes(secret) && one.state === 'waiting',
      ),
    );
    const clerk = await product.signIn('hugo.lasserre');
    const admin = await product.signIn('admin');
    const seen = async (who: typeof clerk) =>
      (await who.get(`/api/agent/batches/${contact.batch}`)).body as {
        files: { url: string | null }[];
        pagesList: { url: string | null; text: string }[];
      };
    expect((await seen(admin)).pagesList[0]?.text).toContain(secret);
    const { version, sender } = (await admin.get(`/api/agent/contacts/${contact.id}`)).body;
    const chosen = { version, sender, department: 'cabinet', procedure: null, urgency: 'normal' };
    await admin.post(`/api/agent/contacts/${contact.id}/accept`, { ...chosen, subject: secret });
    await product.quiet();
    const after = await seen(clerk);
    expect(after.pagesList).toMatchObject([{ url: null, text: '' }]);
    expect(after.files).toMatchObject([{ url: null }]);
    expect((await seen(admin)).pagesList[0]?.text).toContain(secret);
  });
});

describe('a request opens to its own code alone', () => {
  it('in any spelling, and to no other', async () => {
    const [mine, other] = (
      await Promise.all([
        product.submit('signalement', report('Un trou', '.mine')),
        product.submit('signalement', report('Un panneau', '.other')),
      ])
    ).map(({ body }) => body);
    await product.quiet();
    const status = async (reference: string, code: string) =>
      (await product.track(encodeURIComponent(reference), code)).status;
    const { reference, trackingCode } = mine;
    expect(await status(reference, trackingCode)).toBe(200);
    expect(
      await status(
        reference.toLowerCase().replaceAll('-', ' '),
        trackingCode.toLowerCase().replace('-', ' '),
      ),
    ).toBe(200);
    expect(await status(reference, other.trackingCode)).toBe(404);
    expect(await status(`${reference}' OR 1=1`, trackingCode)).toBe(404);
    expect(await status('VC-2026-900000-A', trackingCode)).toBe(404);

    const write = (to: string, code: string, key: string, text: string) =>
      product.post(
        `/api/public/requests/${to}/messages`,
        { text },
        { 'x-tracking-code': code, 'idempotency-key': key },
      );
    const key = randomUUID();
    const first = await write(reference, trackingCode, key, 'Bonjour');
    expect(first.status).toBe(201);
    expect((await write(reference, trackingCode, key, 'Bonjour')).body).toEqual(first.body);
    expect((await write(reference, trackingCode, key, 'Autre chose')).status).toBe(409);
    const there = await write(other.reference, other.trackingCode, key, 'Bonjour');
    expect(there.body.messageId).not.toBe(first.body.messageId);
    expect((await write(reference, other.trackingCode, randomUUID(), 'Intrus')).status).toBe(404);
    expect((await write(reference, trackingCode, randomUUID(), ' \n\u200B')).status).toBe(400);
    const { messages } = (await product.track(reference, trackingCode)).body;
    expect(messages.filter(({ from }: { from: string }) => from === 'citizen')).toHaveLength(1);
  });
});
