import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Contact, contactStates } from '../../functions/intake/contact.ts';
import { eraseContact } from '../../functions/privacy/erase-request.ts';
import { erasing } from '../../functions/privacy/erasing.ts';
import type { Erasure } from '../../functions/privacy/erasure.ts';
import { erasingOrder } from '../../functions/privacy/parts/all.ts';
import { setAsideContacts } from '../../functions/retention/set-aside.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { privacyWorld } from '../support/privacy-world.ts';
import { aContact } from '../support/request-world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

const before = '2026-01-01T00:00:00.000Z';
const town = async () => {
  const world = await privacyWorld(database);
  const add = (id: string, change: Partial<Contact>) =>
    world.addContact(aContact(id, { receivedAt: '2025-03-04T08:00:00.000Z', ...change }));
  const listed = async () =>
    (await setAsideContacts(world.db, world.tables.contacts)(before, 500)).map(({ reference }) => reference);
  const forget = {
    ...{ store: world.store, blankPages: async () => undefined, forgetLearnt: async () => undefined },
    forgetAlike: async () => undefined,
  };
  const erase = async (id: string) => {
    const line: Erasure = {
      ...{ kind: 'contact', id, at: before, why: 'retention', by: 'auto', doneAt: null },
    };
    const done: string[] = [];
    const unused = async () => {
      throw new Error('nothing of a request is concerned');
    };
    const run = erasing({
      ...{ store: world.store, append: unused as never, now: () => before, parts: erasingOrder },
      register: { find: async () => line, done: async () => void done.push(id), note: unused },
      later: { add: unused },
      eraseRequest: unused,
      eraseContact: (one) => eraseContact(forget)(one, before),
      signs: {
        appointment: async () => String,
        subscription: async () => String,
        report: async () => String,
      },
      cancelAppointment: unused,
    });
    await run({ kind: 'contact', id });
    return done;
  };
  return { ...world, add, listed, erase };
};

describe('what was set aside', () => {
  test('is found by its age when it never became a request, and nothing else is', async () => {
    const { add, listed } = await town();
    for (const state of contactStates) await add(`c-${state}`, { state });
    await add('c-later', { state: 'quarantined', receivedAt: '2026-03-04T08:00:00.000Z' });
    const setAside = { by: 'agent:lea', at: '2026-02-04T08:00:00.000Z' };
    await add('c-set-aside-later', { state: 'quarantined', setAside });

    expect(await listed()).toEqual(['c-quarantined', 'c-refused']);
  });

  test('is erased with whoever only it had made known, its mail included, and is asked about no more', async () => {
    const { add, listed, erase, store, objects, everything } = await town();
    const sender = { name: 'Zéphyrine Quillévéré', email: null, phone: null, address: null };
    await add('c-1', {
      ...{ state: 'quarantined', quarantineReason: 'spam', sender, subject: 'canari' },
      ...{ text: 'canari-texte', evidence: [{ bucket: 'evidence', key: 'mail/c-1' }], proposal: undefined },
    });
    objects.put('evidence', 'mail/c-1', 'canari-texte');
    objects.put('evidence', 'mail/c-2', 'somebody else');
    const link = { kind: 'contact', id: 'c-1', at: before };
    const person = { id: 'zephyrine', kind: 'person', identifiers: [], givenName: 'Zéphyrine' };
    await store.put('citizens', {
      pk: 'LINKED#contact#c-1',
      sk: 'LINKED',
      linked: { link, personId: 'zephyrine' },
    });
    await store.put('citizens', { pk: 'PERSON#zephyrine', sk: 'PERSON', person });
    await store.put('citizens', { pk: 'PERSON#zephyrine', sk: `LINK#contact#${before}#c-1`, link });

    expect(await erase('c-1')).toEqual(['c-1']);

    expect(await everything()).not.toMatch(/Zéphyrine|canari/);
    expect([...objects.held.keys()]).toEqual(['evidence/mail/c-2']);
    expect(await listed()).toEqual([]);
    expect(await erase('c-1')).toEqual(['c-1']);
  });

  test('leaves alone the pages that were filed into the letter of somebody else', async () => {
    const { add, erase, store } = await town();
    const page = { pk: 'FILE#f', sk: 'PAGE#00001', fileId: 'f', page: 1, state: 'filed', text: 'theirs' };
    await store.put('batches', { ...page, contactId: 'c-2' });
    await add('c-1', { state: 'refused', channel: 'scan', scan: { batchId: 'b', fileId: 'f', pages: [1] } });

    await erase('c-1');

    expect((await store.find('batches', { pk: page.pk, sk: page.sk }))?.text).toBe('theirs');
  });
});
