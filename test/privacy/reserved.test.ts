import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personKey } from '../../functions/citizens/items.ts';
import type { Proposal } from '../../functions/intake/contact.ts';
import type { Erasure } from '../../functions/privacy/erasure.ts';
import type { Export } from '../../functions/privacy/export.ts';
import { parts } from '../../functions/privacy/parts/all.ts';
import {
  type AgentDeps,
  askExportOf,
  erasePersonOf,
  readExportOf,
  readHeldOf,
} from '../../functions/privacy/serve-agent.ts';
import { openRequest } from '../../functions/requests/open-request.ts';
import { newSalt, sha256 } from '../../functions/requests/secrets.adapter.ts';
import { dayIn } from '../../functions/shared/clock.adapter.ts';
import { asAgent } from '../support/an-agent.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { privacyWorld } from '../support/privacy-world.ts';
import { aContact, authority } from '../support/request-world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

const personId = 'odile-0001';
const administrator = asAgent({ roles: ['administrator'], departments: [] });
const cabinet = asAgent({ roles: ['administrator'], departments: ['cabinet'] });

/** Somebody who wrote to the cabinet, or to another department; `opened`: the letter became a request. */
const whoWrote = async (department: string, opened: boolean) => {
  const world = await privacyWorld(database);
  const proposal = { ...aContact('c-1').proposal, department } as Proposal;
  const contact = aContact('c-1', { proposal, state: 'waiting' });
  await world.addContact(contact);
  const open = openRequest({
    requests: world.requests,
    contact: async () => contact,
    authority: async () => authority,
    procedure: async () => null,
    ...{ dayIn, newSalt, hash: sha256 },
  });
  const link = opened
    ? { kind: 'request', id: (await open({ contactId: 'c-1' })).reference }
    : { kind: 'contact', id: 'c-1' };
  const pk = personKey(personId);
  const person = { id: personId, kind: 'person', identifiers: [], consents: {} };
  await world.store.put('citizens', { pk, sk: 'PERSON', person });
  await world.store.put('citizens', { pk, sk: `LINK#${link.kind}#2026#${link.id}`, link });
  const [asked, made, noted]: [Omit<Erasure, 'doneAt'>[], Export[], string[]] = [[], [], []];
  const deps: AgentDeps = {
    ...{ store: world.store, append: world.requests.append, parts, now: () => world.clock.now },
    signs: {
      appointment: async () => sha256,
      subscription: async () => sha256,
      report: async () => sha256,
    },
    exports: { of: async () => made.at(-1) ?? null, ask: async (one) => void made.push(one) },
    register: { ask: async (one) => asked.push(one), month: async () => [] },
    note: async (sheets) => void noted.push(...sheets),
    ...{ keepReason: async () => undefined, url: async () => '', newId: () => 'e-1' },
  };
  const state = async () => (opened ? (await world.requests.load(link.id)).request.state : null);
  const whole = { params: { personId }, query: undefined, headers: {} as never };
  const asks = {
    count: (who: typeof cabinet) => readHeldOf(deps)({ ...whole, body: undefined } as never, who),
    gather: (who: typeof cabinet) => askExportOf(deps)({ ...whole, body: { reason: 'desk' } }, who),
    fetch: (who: typeof cabinet) => readExportOf(deps)({ ...whole, body: undefined } as never, who),
    erase: (who: typeof cabinet) =>
      erasePersonOf(deps)({ ...whole, body: { reason: 'desk', withdraw: [link.id] } }, who),
  };
  return { asks, asked, made, noted, state };
};

describe('a life that holds a letter to the cabinet', () => {
  test.each([
    ['a request', true],
    ['a letter that waits', false],
  ])('is not counted, gathered nor ended by an administrator who is not of it (%s)', async (_, opened) => {
    const { asks, asked, made, noted, state } = await whoWrote('cabinet', opened);
    const before = await state();

    for (const ask of Object.values(asks))
      await expect(ask(administrator)).rejects.toMatchObject({ code: 'forbidden' });

    expect([asked, made]).toEqual([[], []]);
    expect(await state()).toBe(before);
    // Who tried is told to the person, who sees their readings.
    expect(noted).toContain(personId);
  });

  test('is taken out, and ended with what the person withdraws, by the cabinet’s own people', async () => {
    const { asks, asked, made, state } = await whoWrote('cabinet', true);

    expect((await asks.count(cabinet)).open).toMatchObject([{ why: 'open' }]);
    await asks.gather(cabinet);
    await asks.erase(cabinet);

    expect(made).toMatchObject([{ of: { kind: 'person', id: personId }, by: 'agent:paul.girard' }]);
    expect(asked).toMatchObject([{ kind: 'person', id: personId, why: 'asked', by: 'agent:paul.girard' }]);
    expect(await state()).toBe('withdrawn');
  });

  test('hinders nobody when it was to another department', async () => {
    const { asks, asked, made } = await whoWrote('etat-civil', true);

    await asks.gather(administrator);
    await asks.erase(administrator);

    expect([made.length, asked.length]).toEqual([1, 1]);
  });
});
