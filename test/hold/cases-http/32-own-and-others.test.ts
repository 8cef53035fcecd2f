import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { generalRequest, report } from '../../support/citizens.ts';
import { holdCase, type World } from '../harness.ts';
import { describe, machinery, rawTo, wellFormed } from './caller.ts';
import { cookiesOf, everybody, kindsOf } from './people.ts';

type Ids = Record<string, string[]>;
/** Every value under a key that names an object, wherever it stands in a reply: what an attacker would try. */
const idsIn = (value: unknown, found: Set<string> = new Set()): Set<string> => {
  if (Array.isArray(value)) for (const one of value) idsIn(one, found);
  else if (value && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) {
      if (/^(id|\w+Id)$/.test(key) && typeof inner === 'string') found.add(inner);
      else idsIn(inner, found);
    }
  return found;
};

/** A request of somebody with an account, in the department it belongs to, with a file, a message and a question to it. */
const furnished = async (world: World, canary: string) => {
  const citizen = await world.signIn('jeanne.aubry');
  const file = Buffer.from(`Note de ${canary}\n`);
  const uploadId = await world.upload(file, `${canary}.txt`, 'text/plain');
  const answers = { ...report(`Un trou profond, dit ${canary}`, `.${world.run}`) };
  const sent = await world.post(
    '/api/public/forms',
    { procedure: 'signalement', revision: 1, answers, uploads: [] },
    { cookie: citizen.cookie, 'idempotency-key': randomUUID() },
  );
  expect(sent.status, JSON.stringify(sent.body)).toBe(201);
  await world.quiet();
  const { reference, trackingCode } = sent.body as { reference: string; trackingCode: string };
  const message = await world.post(
    `/api/public/requests/${reference}/messages`,
    { text: `Encore un mot de ${canary}`, uploads: [{ uploadId, name: `${canary}.txt` }] },
    { 'x-tracking-code': trackingCode, 'idempotency-key': randomUUID() },
  );
  expect(message.status, JSON.stringify(message.body)).toBe(201);
  await world.quiet();
  const { department } = (await world.records({ reference })).requests[0] ?? {};
  const kept = (await world.records({ reference })).contacts;
  return { citizen, reference, trackingCode, department: department ?? '', contactId: kept[0]?.id ?? '' };
};

holdCase(
  32,
  'nothing of somebody reaches another citizen, nor an agent of another department',
  { timeout: 400_000 },
  async (world) => {
    const canary = `Zephyrine${world.run}`;
    world.personal(canary);
    const { citizen, reference, department, contactId } = await furnished(world, canary);
    const admin = await world.signIn('admin');
    const api = await describe(world);
    const raw = rawTo(world.url);
    const { agents, citizens } = await everybody(world);
    const cookieOf = cookiesOf(world);

    // Which ids there are of this person, as those who may see them find them.
    const own = ['', '/person', '/deliveries', '/payments', '/wave'].map(
      (part) => `/api/agent/requests/${reference}${part}`,
    );
    const mine = [
      'household',
      'safe',
      'safe/shares',
      'drafts',
      'requests',
      'appointments',
      'mandates',
      'security',
      'families',
    ];
    const replies = [
      ...(await Promise.all(own.map((path) => admin.get(path)))),
      ...(await Promise.all(mine.map((path) => citizen.get(`/api/citizen/${path}`)))),
    ];
    const ids = [...replies.reduce((set, { body }) => idsIn(body, set), new Set<string>([contactId]))].slice(
      0,
      24,
    );
    const known: Ids = { reference: [reference] };
    const values = (name: string): string[] => known[name] ?? ids;

    const strangers = [
      { login: '', cookie: '' },
      { login: citizens[1]?.login ?? '', cookie: await cookieOf(citizens[1]?.login ?? '') },
    ];
    const elsewhere = kindsOf(
      agents.filter(
        ({ roles, departments }) =>
          !departments?.includes(department) &&
          roles?.every((role) => ['instructor', 'head', 'signatory', 'scanning'].includes(role)),
      ),
      ({ roles }) => roles,
    );
    expect(elsewhere.length).toBeGreaterThan(1);
    const others = await Promise.all(
      elsewhere.map(async ({ login }) => ({ login, cookie: await cookieOf(login) })),
    );
    const [before] = (await world.records({ reference })).requests;
    const wrong: string[] = [];
    for (const one of api.operations) {
      if (one.path.startsWith('/api/session/')) continue;
      const names = [...one.path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] as string);
      const callers = one.path.startsWith('/api/agent/') ? others : strangers;
      const tried =
        names.length === 0 ? [{}] : values(names.at(-1) ?? '').slice(0, one.method === 'GET' ? 24 : 6);
      for (const { login, cookie } of callers)
        for (const value of tried) {
          const chosen: Record<string, string> =
            typeof value === 'string' ? { reference, [names.at(-1) ?? '']: value } : {};
          const asked = wellFormed(one, api, chosen);
          // A proof that is none: what the sample would give for a code.
          const headers = { ...asked.headers, cookie };
          const { status, text } = await raw({ ...asked, headers });
          const where = `${login || 'nobody'} ${one.name} ${JSON.stringify(chosen)}: ${status}`;
          if (text.includes(canary)) wrong.push(`${where} tells of somebody else`);
          if (status >= 500 && status !== 503) wrong.push(`${where} ${text.slice(0, 80)}`);
          if (machinery.test(text)) wrong.push(`${where} tells of the machinery`);
          if (names[0] === 'reference' && status < 300 && !mayBeAnybody.has(one.name))
            wrong.push(`${where} is done`);
        }
    }
    expect(wrong).toEqual([]);
    await world.quiet();
    expect((await world.records({ reference })).requests[0]).toEqual(before);
  },
);
/** What answers the same whoever asks, and says nothing of the request. */
const mayBeAnybody = new Set<string>(['readReport']);

/** A general request that a person gives to the cabinet, as its own agents see it. */
holdCase(
  32,
  'a letter for the cabinet shows to those named in it alone',
  { timeout: 180_000 },
  async (world) => {
    const secret = `Reservee${world.run}`;
    world.personal(secret);
    const words = `Je voudrais vous parler de ${secret}, qui me tient à cœur depuis longtemps.`;
    const { body } = await world.submit(
      'demande-generale',
      generalRequest(secret, words, `.cab${world.run}`),
    );
    await world.quiet();
    const contact = (await world.records({ reference: body.reference })).contacts[0];
    const admin = await world.signIn('admin');
    const { version, sender } = (await admin.get(`/api/agent/contacts/${contact?.id}`)).body;
    const chosen = {
      version,
      sender,
      department: 'cabinet',
      procedure: null,
      urgency: 'normal',
      subject: secret,
    };
    expect((await admin.post(`/api/agent/contacts/${contact?.id}/accept`, chosen)).status).toBe(202);
    await world.quiet();

    const api = await describe(world);
    const raw = rawTo(world.url);
    const { agents } = await everybody(world);
    const cookieOf = cookiesOf(world);
    const pages = [
      ...api.operations
        .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/agent/'))
        .map((one) => wellFormed(one, api, { reference: body.reference, contactId: contact?.id ?? '' })),
      ...[
        'view=departments&limit=100',
        'view=departments&department=cabinet',
        'view=unassigned&limit=100',
      ].map((query) => ({
        ...{ path: `/api/agent/board?${query}`, headers: {} },
      })),
      ...api.operations
        .filter(({ name }) => ['search', 'searchQuarantine'].includes(name))
        .map((one) => ({ ...wellFormed(one, api), body: JSON.stringify({ words: secret, text: secret }) })),
    ];
    const seenBy = new Set<string>();
    for (const { login, departments } of kindsOf(agents, (one) => [
      one.roles,
      one.departments?.includes('cabinet'),
    ])) {
      const cookie = await cookieOf(login);
      for (const page of pages)
        if ((await raw({ ...page, headers: { ...page.headers, cookie } })).text.includes(secret))
          seenBy.add(login);
      if (!departments?.includes('cabinet')) expect([...seenBy], login).not.toContain(login);
    }
    expect([...seenBy]).toContain('louise.perrin');
    return { inputs: 1 };
  },
);
