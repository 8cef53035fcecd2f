import { beforeAll, describe, expect, it } from 'vitest';
import { birth, fair, hole } from '../../support/instruction-answers.ts';
import {
  countOf,
  goTo,
  ownProduct,
  requestOf,
  sentOn,
  silenceOf,
  typesOf,
} from '../../support/instruction-world.ts';
import { deliver } from '../../support/smtp.ts';

const held = ownProduct();
const long = 300_000;
const open = async (procedure: string, answers: Record<string, unknown>): Promise<string> => {
  const { status, body } = await held.world.submit(procedure, answers);
  expect(body).toMatchObject({ reference: expect.any(String) });
  expect(status).toBe(201);
  await held.world.quiet();
  return body.reference;
};

const spam = [
  ...['From: lot@pourriel.example', 'To: contact@val-clair.example', 'Message-ID: <lot@pourriel.example>'],
  ...['Subject: Gagnez un lot', 'X-SES-Spam-Verdict: FAIL', '', 'Cliquez ici, dit Zoroastre.'],
].join('\r\n');
/** What the years of this file are long enough for: a request that silence accepts, and a mail that was set aside. */
const old = { reference: '', contactId: '' };
beforeAll(async () => {
  old.reference = await open('buvette-temporaire', fair('.eliminee'));
  expect(await deliver(spam, 'lot@pourriel.example')).toMatch(/^250/);
  await held.world.quiet();
  const contact = (await held.world.contacts()).find(({ subject }) => subject === 'Gagnez un lot');
  expect(contact?.state).toBe('quarantined');
  old.contactId = contact?.id ?? '';
}, 90_000);

describe('silence decides at 24:00 of its day, where the authority is', () => {
  it('refuses, tells remedies and reasons, and stays on the board until somebody answers', {
    timeout: long,
  }, async () => {
    const { world } = held;
    await goTo(world, '2026-12-31T10:00:00+01:00');
    const refused = await open('demande-generale', hole('.silence'));
    const accepted = await open('buvette-temporaire', fair('.silence'));
    expect(silenceOf(await requestOf(world, refused))).toEqual({ due: '2027-02-28', state: 'running' });

    await goTo(world, '2027-02-28T23:58:00+01:00');
    expect(typesOf(await requestOf(world, refused))).not.toContain('implicit-decision-born');
    expect(countOf(await requestOf(world, refused), 'request-escalated')).toBeGreaterThan(0);

    await goTo(world, '2027-03-01T00:00:30+01:00');
    const late = await requestOf(world, refused);
    expect(countOf(late, 'implicit-decision-born')).toBe(1);
    expect(late.journal.find(({ type }) => type === 'implicit-decision-born')?.at).toMatch(
      /^2027-02-28T23:0/,
    );
    expect(late.state).toBe('delivered');
    expect(silenceOf(late)).toEqual({ due: '2027-02-28', state: 'missed' });
    const letter = (await sentOn(world, refused)).at(-1);
    for (const words of [
      '28 février 2027',
      'décision implicite de rejet',
      'tribunal administratif',
      'L. 232-4',
    ])
      expect(letter?.text).toContain(words);

    const agent = await world.signIn('samira.haddad');
    const board = await agent.get('/api/agent/board?view=departments&limit=100');
    const shown = board.body.items.find((item: { reference: string }) => item.reference === refused);
    expect(shown).toMatchObject({ group: 'late', marks: expect.arrayContaining(['implicit', 'escalated']) });

    const { body } = await agent.get(`/api/agent/requests/${refused}`);
    const answer = { version: body.version, outcome: 'granted', text: 'Le trou est bouché.', uploads: [] };
    expect((await agent.post(`/api/agent/requests/${refused}/answer`, answer)).status).toBe(200);
    await world.quiet();
    expect((await requestOf(world, refused)).state).toBe('closed');

    const granted = await requestOf(world, accepted);
    expect(granted.state).toBe('closed');
    expect(countOf(granted, 'implicit-decision-born')).toBe(1);
    const attestation = (await sentOn(world, accepted)).at(-1);
    expect(attestation?.text).toContain('décision implicite d’acceptation');
    expect(attestation?.text).toContain('L. 232-3');
  });

  it('leaves in peace a request that was answered in time', { timeout: long }, async () => {
    const { world } = held;
    const reference = await open('demande-generale', hole('.intime'));
    const agent = await world.signIn('samira.haddad');
    const { body } = await agent.get(`/api/agent/requests/${reference}`);
    const answer = { version: body.version, outcome: 'answered', text: 'C’est fait.', uploads: [] };
    expect((await agent.post(`/api/agent/requests/${reference}/answer`, answer)).status).toBe(200);
    await goTo(world, '2027-05-02T00:10:00+02:00');
    expect(typesOf(await requestOf(world, reference))).not.toContain('implicit-decision-born');
  });
});

describe('a request that lives longer than a machine may', () => {
  it('goes on by itself, and its answer still leaves', { timeout: long }, async () => {
    const { world } = held;
    const reference = await open('acte-naissance', birth('.old'));
    await goTo(world, '2028-02-20T09:00:00+01:00');
    await goTo(world, '2028-12-01T09:00:00+01:00');
    const before = await requestOf(world, reference);
    expect(before.state).toBe('assigned');
    const agent = await world.signIn('paul.girard');
    const { body } = await agent.get(`/api/agent/requests/${reference}`);
    const answer = { version: body.version, outcome: 'answered', text: 'Voici votre acte.', uploads: [] };
    expect((await agent.post(`/api/agent/requests/${reference}/answer`, answer)).status).toBe(200);
    await world.quiet();
    expect((await requestOf(world, reference)).state).toBe('closed');
    expect(
      (await sentOn(world, reference)).filter(({ text }) => text.includes('Voici votre acte')),
    ).toHaveLength(1);
  });
});

describe('what was kept long enough', () => {
  /** A slip, as whoever decides sees it now. */
  type Slip = {
    id: string;
    of: string;
    title: string | null;
    state: string;
    version: number;
    erased: number;
  };

  it('goes by a slip that the head, the archives and a trial let go, the night after, and no sooner', {
    timeout: long,
  }, async () => {
    const { world } = held;
    const { reference, contactId } = old;
    await goTo(world, '2028-12-02T10:00:00+01:00');
    const admin = await world.signIn('admin');
    const { procedures } = (await admin.get('/api/agent/retention/preview')).body;
    const foreseen = (one: object) => expect(procedures).toContainEqual(expect.objectContaining(one));
    foreseen({ of: 'contacts', months: 12, disposal: 'destroy' });
    foreseen({ of: 'requests', procedure: 'buvette-temporaire', months: 12 });
    expect((await admin.post('/api/agent/retention/slips', {})).status).toBe(200);
    /** Nobody stays signed in overnight. */
    const holding = async (wanted: string): Promise<Slip> => {
      const now = await world.signIn('admin');
      for (const slip of (await now.get('/api/agent/retention')).body.slips as Slip[]) {
        const { body } = await now.get(`/api/agent/retention/slips/${slip.id}`);
        if (body.references.includes(wanted)) return slip;
      }
      throw new Error(`no slip holds ${wanted}`);
    };
    const act = async (login: string, { id }: Slip, what: string, said: object = {}) => {
      const who = await world.signIn(login);
      const { version } = (await who.get(`/api/agent/retention/slips/${id}`)).body.slip;
      const { status, body } = await who.post(`/api/agent/retention/slips/${id}/${what}`, {
        version,
        ...said,
      });
      expect(status, `${what} ${JSON.stringify(body)}`).toBe(200);
      return body.slip;
    };
    const told = (await world.outbox()).filter(({ subject }) => /durée de conservation/.test(subject));
    expect(told.map(({ to }) => to)).toContain('archives@val-clair.example');
    expect(told.map(({ text }) => text).join()).not.toMatch(/Zoroastre|VC-20/);

    const [ofRequests, ofContacts] = [await holding(reference), await holding(contactId)];
    for (const [slip, who] of [
      [ofRequests, 'agnes.roche'],
      [ofContacts, 'admin'],
    ] as const) {
      expect(slip.state).toBe('proposed');
      expect((await act(who, slip, 'trial')).tried.goes).toBeGreaterThan(0);
      await act(who, slip, 'agreement', { keep: [] });
    }
    // Two of the three agreed: the night changes nothing.
    await goTo(world, '2028-12-03T10:00:00+01:00');
    expect((await holding(reference)).state).toBe('proposed');
    for (const slip of [ofRequests, ofContacts]) {
      await act('admin', slip, 'visa', { visa: '2028-7', on: '2028-12-03' });
      await act('admin', slip, 'trial');
    }
    await goTo(world, '2028-12-04T10:00:00+01:00');

    for (const slip of [await holding(reference), await holding(contactId)])
      expect(slip).toMatchObject({ state: 'done', erased: expect.any(Number) });
    const gone = await requestOf(world, reference);
    expect(gone.journal.at(-1)?.type).toBe('personal-content-erased');
    const contacts = await world.contacts();
    expect(contacts.find(({ id }) => id === contactId)).toMatchObject({ subject: '', text: '' });
    const { erasures } = (
      await (await world.signIn('admin')).get('/api/agent/privacy/erasures?month=2028-12')
    ).body;
    for (const of of [
      { kind: 'request', id: reference },
      { kind: 'contact', id: contactId },
    ])
      expect(erasures).toContainEqual(
        expect.objectContaining({ ...of, why: 'retention', doneAt: expect.any(String) }),
      );
  });
});
