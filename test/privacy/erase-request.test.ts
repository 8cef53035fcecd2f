import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Proposal } from '../../functions/intake/contact.ts';
import { firstBroken } from '../../functions/requests/journal.ts';
import { openRequest } from '../../functions/requests/open-request.ts';
import { newSalt, sha256 } from '../../functions/requests/secrets.adapter.ts';
import { dayIn } from '../../functions/shared/clock.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { privacyWorld } from '../support/privacy-world.ts';
import { aContact, authority } from '../support/request-world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

const canaries = ['Zéphyrine', 'zephyrine', 'Quillévéré', 'quillevere@example.org', 'canari-texte'];
const sender = {
  name: 'Zéphyrine Quillévéré',
  email: 'quillevere@example.org',
  phone: '06 12 34 56 78',
  address: '3 rue du Canari-Adresse\n38000 Val-Clair',
};
const contact = (id: string) =>
  aContact(id, {
    channel: 'form',
    proposal: { ...aContact(id).proposal, sender, subject: 'Acte de naissance de Zéphyrine' } as Proposal,
    ...{ sender, subject: 'Acte de naissance de Zéphyrine', text: 'canari-texte '.repeat(9) },
    evidence: [{ bucket: 'evidence', key: `forms/${id}/submission.json` }],
  });

const aWorld = async () => {
  const world = await privacyWorld(database);
  const open = openRequest({
    requests: world.requests,
    contact: async (id) => contact(id),
    authority: async () => authority,
    procedure: async () => null,
    ...{ dayIn, newSalt, hash: sha256 },
  });
  const opened = async (id: string) => {
    await world.addContact(contact(id));
    world.objects.put('evidence', `forms/${id}/submission.json`, 'canari-texte');
    world.objects.put('evidence', 'forms/somebody-else/submission.json', 'theirs');
    const { reference } = await open({ contactId: id });
    world.objects.put('documents', `letters/${reference}/a.pdf`, 'Zéphyrine');
    return reference;
  };
  return { ...world, opened };
};

const erasing = { why: 'asked', by: 'citizen' } as const;

describe('a person whose request is erased', () => {
  test('is found nowhere any more, while the journal stays valid and says so', async () => {
    const world = await aWorld();
    const reference = await world.opened('c-1');
    const before = await world.everything();
    for (const canary of canaries) expect(before).toContain(canary);

    await world.erase(reference, erasing);
    await world.searched('request', reference);

    const after = await world.everything();
    for (const canary of [...canaries, '0612345678', '+33612345678', 'Canari-Adresse'])
      expect(after).not.toContain(canary);
    const { events, request } = await world.requests.load(reference);
    expect(firstBroken(events, sha256)).toBeNull();
    expect(events.at(-1)).toMatchObject({ type: 'personal-content-erased', why: 'asked', by: 'citizen' });
    expect(request).toMatchObject({ state: 'closed', erasedAt: expect.any(String) });
    expect(world.learnt).toEqual(['c-1']);
  });

  test('takes nothing of anybody else along', async () => {
    const world = await aWorld();
    const reference = await world.opened('c-2');
    const other = await world.opened('c-3');

    await world.erase(reference, erasing);

    expect((await world.requests.load(other)).sender.name).toBe(sender.name);
    expect(world.objects.held.has('evidence/forms/somebody-else/submission.json')).toBe(true);
    expect(world.objects.held.has('evidence/forms/c-3/submission.json')).toBe(true);
  });

  test('is erased all the same when it is asked twice, and once', async () => {
    const world = await aWorld();
    const reference = await world.opened('c-4');

    await world.erase(reference, erasing);
    const once = await world.everything();
    await world.erase(reference, erasing);

    expect(await world.everything()).toBe(once);
  });

  test('does not come back by a note, a mail or a reopening', async () => {
    const world = await aWorld();
    const reference = await world.opened('c-5');
    await world.erase(reference, erasing);

    const add = world.requests.append(reference, { key: 'late' }, () => ({
      commands: [{ command: 'note-added', noteId: 'n', contentHash: 'h', by: 'agent:lea' }],
      records: [{ sk: 'RECORD#NOTE#n', note: { id: 'n', at: '', author: '', text: 'Zéphyrine', salt: '' } }],
    }));

    await expect(add).rejects.toMatchObject({ code: 'already-closed' });
  });
});
