import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../../functions/intake/contact.ts';
import { markMember } from '../../../functions/qualification/similar/mark-member.ts';
import { noteContact, noteRequest } from '../../../functions/qualification/similar/note.ts';
import { alikeTo } from '../../../functions/qualification/similar/past-letters.ts';
import { listOfWaves, oneWave, waveOfRequest } from '../../../functions/qualification/similar/read-waves.ts';
import { sentBefore } from '../../../functions/qualification/similar/sent-before.ts';
import { similarTo } from '../../../functions/qualification/similar/similar-requests.ts';
import { similarTable } from '../../../functions/qualification/similar/similar-table.adapter.ts';
import { waveTable } from '../../../functions/qualification/similar/wave-table.adapter.ts';
import { formatReference } from '../../../functions/requests/reference.ts';
import { Refusal } from '../../../functions/shared/refusal.ts';
import { type TestDatabase, testDatabase } from '../../support/dynamo.ts';
import { aRequest } from '../../support/instruction-situation.ts';
import letters from '../../support/water-cut.json' with { type: 'json' };

const nobody = { name: null, email: null, phone: null, address: null };
const start = Date.parse('2026-11-20T06:00:00.000Z');
const eau = 'eau-assainissement';
let database: TestDatabase;
let table: string;
/** Half a unit for each 4 KB of a page that is read, whatever the query. */
let units = 0;
beforeAll(async () => {
  database = await testDatabase();
  table = await database.table();
  database.db.middlewareStack.add(
    (next) => async (args) => {
      const reply = await next(args);
      const { Items, Item } = reply.output as { Items?: unknown[]; Item?: unknown };
      units += Math.max(1, Math.ceil(JSON.stringify(Items ?? Item ?? '').length / 4096)) / 2;
      return reply;
    },
    { step: 'initialize' },
  );
}, 20_000);
afterAll(() => database.stop());

const contacts = new Map<string, Contact>();
const requests = new Map<string, string>();
const departments = new Map<string, string | null>();
const gone = () => new Refusal('not-found');
const snapshot = async (reference: string) => {
  const contactId = requests.get(reference);
  if (!contactId) throw gone();
  const { subject, receivedAt } = contacts.get(contactId) as Contact;
  const department = departments.get(reference) ?? null;
  const request = aRequest({
    reference,
    contactIds: [contactId],
    department,
    openedAt: receivedAt,
    state: 'assigned',
  });
  return { request, card: { subject, sender: 'Odile' } } as never;
};
const contact = async (id: string) => {
  const found = contacts.get(id);
  if (!found) throw gone();
  return found;
};
const world = () => {
  const index = similarTable(database.db, table);
  const waves = waveTable(database.db, table);
  const pause = async () => undefined;
  return {
    ...{ index, waves, contact, snapshot, pause, key: async () => 0x5eed },
    ...{
      now: () => '2026-11-21T08:00:00.000Z',
      header: contact as never,
      nameOf: async () => 'Claire Monnier',
    },
    openedBy: async (id: string) => contacts.get(id)?.requestReference ?? null,
    again: async () => null,
    departments: async () => [eau, 'cabinet'],
    authority: async () => ({ prefix: 'VC', departments: [{ code: eau }, { code: 'cabinet' }] }) as never,
  };
};
let count = 0;
/** A contact that came in, and the request it became. */
async function comesIn(given: Partial<Contact>, department: string | null = eau): Promise<string> {
  count += 1;
  const id = `c${count}`;
  const receivedAt = new Date(start + count * 600_000).toISOString();
  const one = {
    id,
    channel: 'mail',
    receivedAt,
    state: 'opened',
    sender: nobody,
    subject: '',
    text: '',
    ...given,
  };
  contacts.set(id, { version: 1, evidence: [], documents: [], ...one } as Contact);
  await noteContact(world())(id);
  if (department) {
    const to = formatReference('VC', 2026, Number(id.slice(1)));
    requests.set(to, id);
    departments.set(to, department);
    contacts.set(id, {
      ...(contacts.get(id) as Contact),
      requestReference: to,
      decision: { kind: 'open', by: 'agent:claire', at: receivedAt, department } as never,
    });
    await noteRequest(world())(to);
  }
  return id;
}
const by = (roles: string[], own: string[] = []) =>
  ({ login: 'claire', roles, departments: own, givenName: 'Claire', familyName: 'Monnier' }) as never;
const caller = (roles: string[], own: string[] = []) => ({ kind: 'agent', agent: by(roles, own) }) as never;
const long =
  'Je vous remercie de bien vouloir me faire parvenir une attestation de raccordement de ma maison.';

describe('a letter of before is shown to who may know it', () => {
  it('finds the same letter, what was decided about it, by whom, and whether one person wrote both', async () => {
    const sender = { ...nobody, email: 'odile@ex.fr' };
    const first = await comesIn({ text: long, subject: 'Raccordement', sender });
    const again = await comesIn({ text: long, subject: 'Raccordement', sender }, null);
    const { past } = await alikeTo(world())({ id: again }, by(['qualification']));
    expect(past[0]).toMatchObject({
      ...{ contactId: first, kind: 'same', department: eau, decidedBy: 'Claire Monnier' },
      ...{ isSamePerson: true, mayJoin: true, subject: 'Raccordement' },
    });
  });

  it('says on a request that the same person sent the same before, not that somebody else did', async () => {
    const text =
      'Le portail du square Lamartine grince toute la nuit et ne ferme plus, merci de le graisser.';
    const odile = { ...nobody, email: 'odile.square@ex.fr' };
    const first = await comesIn({ text, sender: odile });
    const again = await comesIn({ text, sender: odile });
    const other = await comesIn({ text, sender: { ...nobody, email: 'paul.square@ex.fr' } });
    const earlierOf = async (id: string) => {
      const { request } = (await snapshot(contacts.get(id)?.requestReference ?? '')) as { request: never };
      return sentBefore(world(), request, by(['instructor'], [eau]));
    };
    const { receivedAt, requestReference } = contacts.get(first) as Contact;
    expect(await earlierOf(again)).toEqual({ reference: requestReference, receivedAt });
    expect([await earlierOf(first), await earlierOf(other)]).toEqual([null, null]);
  });

  it('says nothing of a letter of the cabinet to anybody else', async () => {
    const secret =
      'Monsieur le Président, je vous écris en confidence au sujet de la vente du terrain des Lavandières.';
    const kept = await comesIn({ text: secret }, 'cabinet');
    const other = await comesIn({ text: secret }, null);
    const seen = async (agent: never) =>
      (await alikeTo(world())({ id: other }, agent)).past.map(({ contactId }) => contactId);
    expect(await seen(by(['qualification']))).toEqual([]);
    expect(await seen(by(['qualification'], ['cabinet']))).toEqual([kept]);
  });

  it('forgets an erased contact', async () => {
    const text = 'Pouvez-vous passer relever le compteur de la grange du hameau des Essarts avant Noël ?';
    const erased = await comesIn({ text });
    const other = await comesIn({ text }, null);
    await world().index.forget(erased);
    const { past } = await alikeTo(world())({ id: other }, by(['qualification']));
    expect(past).toEqual([]);
    const left = (await database.all(table)).filter((item) => !String(item.pk).startsWith('D#'));
    expect(JSON.stringify(left)).not.toContain(`"${erased}"`);
  });

  it('keeps hashes and ids only, that expire', async () => {
    const items = (await database.all(table)).filter(({ pk }) => !String(pk).startsWith('W#'));
    for (const word of ['Raccordement', 'odile', 'Lavandi'])
      expect(JSON.stringify(items).toLowerCase()).not.toContain(word.toLowerCase());
    for (const { expiresAt } of items) expect(expiresAt).toBeGreaterThan(start / 1000);
  });
});

describe('forty people on one water cut, in the tables', () => {
  it('become one wave, whose pages and lookups read the same few units however much is kept', async () => {
    for (const [subject = '', text = ''] of letters.cut)
      await comesIn({ subject, text, sender: { ...nobody, email: `p${count}@ex.fr` } });
    const chief = caller(['head'], [eau]);
    const { waves } = await listOfWaves(world())({ query: {} } as never, chief);
    expect(waves).toHaveLength(1);
    const [wave] = waves;
    expect(wave?.people).toBeGreaterThanOrEqual(36);
    expect(wave?.words.join(' ')).toMatch(/eau/);
    const page = await oneWave(world())({ params: { waveId: wave?.waveId }, query: {} } as never, chief);
    expect([page.members.length, page.next !== null]).toEqual([25, true]);
    const member = page.members[3]?.reference ?? '';
    const of = await waveOfRequest(world())({ params: { reference: member } } as never, chief);
    expect(of.wave?.waveId).toBe(wave?.waveId);
    const nobodys = listOfWaves(world())({ query: {} } as never, caller(['instructor'], ['voirie']));
    expect((await nobodys).waves).toEqual([]);
    await expect(
      oneWave(world())(
        { params: { waveId: wave?.waveId }, query: {} } as never,
        caller(['instructor'], ['voirie']),
      ),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const alike = await similarTo(world())({ params: { reference: member } } as never, chief);
    expect(alike.requests.length).toBeGreaterThanOrEqual(5);
    expect(alike.requests.map((one) => one.reference)).not.toContain(member);

    const waiting = await comesIn(
      { subject: 'Coupure', text: 'Plus d’eau au robinet, place des Tanneries, ce matin.' },
      null,
    );
    const proposal = { department: eau, others: [] } as never;
    units = 0;
    const { wave: its } = await alikeTo(world())({ id: waiting, proposal }, by(['qualification']));
    expect(its?.waveId).toBe(wave?.waveId);
    expect(units).toBeLessThan(30);
    units = 0;
    await noteRequest(world())(member);
    expect(units).toBeLessThan(20);
  }, 30_000);

  it('are one fewer when one goes to another department, which nobody is told of', async () => {
    const chief = caller(['head'], [eau]);
    const waveOf = async () => (await listOfWaves(world())({ query: {} } as never, chief)).waves[0];
    const before = await waveOf();
    const asked = { params: { waveId: before?.waveId }, query: {} } as never;
    const gone = (await oneWave(world())(asked, chief)).members[2]?.reference ?? '';
    departments.set(gone, 'voirie');
    const hidden = await oneWave(world())(asked, chief);
    expect(hidden.members.map(({ reference }) => reference)).not.toContain(gone);
    await noteRequest(world())(gone);
    await noteRequest(world())(gone);
    const after = await waveOf();
    expect([after?.requests, after?.people]).toEqual([
      (before?.requests ?? 0) - 1,
      (before?.people ?? 0) - 1,
    ]);
    const { members } = await world().waves.members(before?.waveId ?? '', { limit: 100 });
    expect(members).toHaveLength(after?.requests ?? 0);
    expect(await world().waves.waveOf(gone)).toBeNull();
  }, 30_000);

  it.each([
    ['leaves its group', {}, ['request-ungrouped']],
    ['keeps the answer that it has', { answer: { isImplicit: false } }, []],
  ])('when one is about something else, it %s', async (_name, change, commands) => {
    const chief = caller(['instructor'], [eau]);
    const [wave] = (await listOfWaves(world())({ query: {} } as never, chief)).waves;
    const { members } = await world().waves.members(wave?.waveId ?? '', { limit: 3 });
    const { reference = '' } = members[2] ?? {};
    const request = aRequest({ reference, department: eau, lead: 'VC-2026-000001-P', ...change } as never);
    const done: string[] = [];
    const deps = {
      ...{ ...world(), snapshot: async () => ({ request }) as never },
      append: async (_reference: string, _key: unknown, ask: (current: never) => unknown) => {
        const asked = (await ask({ request } as never)) as { commands: { command: string }[] };
        done.push(...asked.commands.map(({ command }) => command));
      },
    };
    const headers = { 'idempotency-key': 'key-of-sixteen-characters' };
    const body = { reference, isOut: true };
    await markMember(deps as never)({ params: { waveId: wave?.waveId }, headers, body } as never, chief);
    expect(done).toEqual(commands);
    expect(await world().waves.waveOf(reference)).toMatchObject({ isOut: true });
  });

  it('lose none when they come at the same moment', async () => {
    const before = await world().waves.waves('cabinet');
    expect(before.waves).toEqual([]);
    const ids = await Promise.all(
      letters.cut
        .slice(0, 12)
        .map(([subject = '', text = ''], index) =>
          comesIn({ subject, text, sender: { ...nobody, email: `q${index}@ex.fr` } }, 'cabinet'),
        ),
    );
    const { waves } = await world().waves.waves('cabinet');
    expect(waves).toHaveLength(1);
    const { members } = await world().waves.members(waves[0]?.id ?? '', { limit: 100 });
    expect(members).toHaveLength(waves[0]?.requests ?? 0);
    expect(members.length).toBeGreaterThanOrEqual(ids.length - 2);
  }, 30_000);
});
