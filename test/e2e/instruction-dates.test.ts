import { describe, expect, it } from 'vitest';
import { birth, fair, hole } from '../support/instruction-answers.ts';
import {
  countOf,
  goTo,
  ownProduct,
  requestOf,
  sentOn,
  silenceOf,
  typesOf,
} from '../support/instruction-world.ts';

const held = ownProduct();
const long = 300_000;
const open = async (procedure: string, answers: Record<string, unknown>): Promise<string> => {
  const { status, body } = await held.world.submit(procedure, answers);
  expect(body).toMatchObject({ reference: expect.any(String) });
  expect(status).toBe(201);
  await held.world.quiet();
  return body.reference;
};

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
