import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../functions/intake/contact.ts';
import { byCode } from '../../functions/letters/by-code.ts';
import { codeTable } from '../../functions/letters/code-table.adapter.ts';
import { signer } from '../../functions/letters/pepper-key.adapter.ts';
import { standing } from '../../functions/requests/found-by.adapter.ts';
import { openRequest } from '../../functions/requests/open-request.ts';
import { requestTable } from '../../functions/requests/request-table.adapter.ts';
import { newSalt, sha256 } from '../../functions/requests/secrets.adapter.ts';
import { complete } from '../../functions/search/complete.ts';
import type { SearchDocument } from '../../functions/search/document.ts';
import { entriesOf } from '../../functions/search/entries.ts';
import { indexTable } from '../../functions/search/index-table.adapter.ts';
import { indexTransaction } from '../../functions/search/index-writes.ts';
import { search } from '../../functions/search/search.ts';
import { dayIn, now } from '../../functions/shared/clock.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { aContact, asAgent, authority } from '../support/request-world.ts';

let database: TestDatabase;
let tables: { requests: string; search: string };
beforeAll(async () => {
  database = await testDatabase();
  tables = { requests: await database.table(), search: await database.table() };
});
afterAll(() => database.stop());

const everywhere = asAgent({ roles: ['qualification'], departments: [] });
const world = () => {
  const index = indexTable(database.db, tables.search);
  const requests = requestTable(database.db, tables.requests, tables.search);
  const contacts = new Map<string, Contact>();
  const completed = complete(index);
  const ask = search({
    ...{ read: index.read, words: index.words, documents: index.documents, now },
    authority: async () => authority,
    requests: standing(database.db, tables.requests),
    byCode: byCode(codeTable(database.db, tables.requests).find),
  });
  const find = async (q: string, caller = everywhere, kind?: 'person' | 'request') => {
    const body = { q, limit: 20, kind };
    const { results } = await ask({ body, params: undefined, query: undefined, headers: undefined }, caller);
    return results;
  };
  const open = openRequest({
    requests,
    contact: async (id) => contacts.get(id) as Contact,
    authority: async () => authority,
    procedure: async () => null,
    ...{ dayIn, newSalt, hash: sha256 },
  });
  return {
    index,
    requests,
    find,
    async opened(id: string, sender: Contact['sender'], department = 'voirie', subject = 'Nid-de-poule') {
      const proposal = { ...aContact(id).proposal, department, sender, subject } as Contact['proposal'];
      contacts.set(id, aContact(id, { sender, subject, proposal }));
      const { reference } = await open({ contactId: id });
      await completed('request', reference);
      return reference;
    },
    async person(before: SearchDocument | null, after: SearchDocument | null) {
      const TransactItems = indexTransaction(tables.search, before, after);
      await database.db.send(new TransactWriteCommand({ TransactItems }));
      await completed('person', (after ?? before)?.id ?? '');
      return TransactItems.length;
    },
  };
};
const aSender = (name: string, more: Partial<Contact['sender']> = {}) => ({
  ...{ name, email: null, phone: null, address: null },
  ...more,
});
const aPerson = (id: string, change: Partial<SearchDocument> = {}): SearchDocument => ({
  ...{ kind: 'person', id, names: ['Zélie Quermorin'], phones: [], emails: [], addresses: [], codes: [] },
  ...{ subject: null, department: null, at: '2026-05-01T08:00:00.000Z' },
  shown: { title: 'Zélie Quermorin', detail: '', state: null },
  ...change,
});

it('a request is found by the code of its letter, typed or scanned, by who may read it', async () => {
  const { opened, find } = world();
  const reference = await opened('coded', aSender('Ysoline Grandval'));
  const letter = { kind: 'letter', reference, id: '3fa9c1d2' } as const;
  const codes = await codeTable(database.db, tables.requests).keep(letter, signer('pepper', 'letter-qr'));
  for (const typed of [codes.short, codes.short.replaceAll('-', ' ').toLowerCase(), codes.qr.toUpperCase()])
    expect((await find(typed)).map(({ id, title }) => [id, title])).toEqual([[reference, 'Nid-de-poule']]);
  const elsewhere = asAgent({ roles: ['instructor'], departments: ['finances'] });
  expect(await find(codes.short, elsewhere)).toEqual([]);
});

describe('a request is found as soon as it is open', () => {
  it('by its sender, its number, its mail, its street and its subject, with an error or without', async () => {
    const { opened, find } = world();
    const reference = await opened(
      'c-1',
      aSender('Odette Marchandeau', {
        email: 'odette.m@courriel.example',
        phone: '06 39 98 12 34',
        address: '12 rue des Glycines\n99100 Val-Clair',
      }),
    );
    const ways = [
      'odette marchandeau',
      'MARCHANDEAU Odette',
      'marchandaux odette',
      'odete marchandau',
      'odette marchan',
      '0639981234',
      '98 12 34',
      'odette.m@courriel.example',
      reference,
      reference.slice(0, -2).replaceAll('-', ' '),
      '12 rue des glycines',
      'marchandeau glycines',
      'nid de poule marchandeau',
    ];
    for (const q of ways) expect([q, (await find(q))[0]?.id]).toEqual([q, reference]);
    expect(await find('bertrand')).toEqual([]);
  });

  it('under its new address once an agent corrected it, and no longer under the old one', async () => {
    const { opened, find, requests, index } = world();
    const reference = await opened('c-2', aSender('Gaspard Velmont', { email: 'ancien@courriel.example' }));
    const sender = aSender('Gaspard Velmont', { email: 'nouveau@courriel.example' });
    const change = (sk: string) => ({
      commands: [{ command: 'note-added' as const, noteId: sk, by: 'agent:x', contentHash: 'x' }],
      records: [{ sk: 'RECORD#SENDER' as const, sender }],
    });
    await requests.append(reference, { key: 'k-1' }, () => change('n-1'));
    expect((await find('nouveau@courriel.example'))[0]?.id).toBe(reference);
    expect((await find('ancien@courriel.example')).filter(({ score }) => score > 0.8)).toEqual([]);
    const document = await index.document('request', reference);
    expect(document?.subject).toBe('Nid-de-poule');
    await requests.append(reference, { key: 'k-2' }, () => change('n-2'));
    expect(await index.document('request', reference)).toEqual(document);
  });

  it('with the state and the department it has now', async () => {
    const { opened, find, requests } = world();
    const reference = await opened('c-3', aSender('Irène Pastoureau'));
    const assigned = {
      command: 'request-assigned' as const,
      department: 'urbanisme',
      agent: null,
      by: 'agent:x',
    };
    await requests.append(reference, { key: 'assign' }, () => ({
      commands: [{ ...assigned, reason: null }],
    }));
    expect((await find('pastoureau'))[0]).toMatchObject({ state: 'assigned', department: 'urbanisme' });
  });
});

describe('nobody finds what they may not see', () => {
  it('shows what is reserved to the cabinet to its people only', async () => {
    const { opened, find } = world();
    const reference = await opened('c-4', aSender('Sidonie Cabanel'), 'cabinet', 'Confidentiel');
    expect(await find('sidonie cabanel')).toEqual([]);
    expect(await find(reference)).toEqual([]);
    const named = asAgent({ roles: ['qualification'], departments: ['cabinet'] });
    expect((await find('sidonie cabanel', named))[0]?.id).toBe(reference);
  });

  it('shows an instructor the requests of their departments', async () => {
    const { opened, find } = world();
    const reference = await opened('c-5', aSender('Tancrède Loubière'), 'etat-civil');
    await opened('c-6', aSender('Tancrède Loubière'), 'voirie');
    const found = await find('tancrede loubiere', asAgent());
    expect(found.map(({ id }) => id)).toEqual([reference]);
  });
});

it('tells how somebody is reached only to those who may open their page', async () => {
  const { person, find } = world();
  await person(null, aPerson('p-seen', { names: ['Barnabé Quillefeu'] }));
  expect((await find('quillefeu')).map(({ id }) => id)).toEqual(['p-seen']);
  expect(await find('quillefeu', asAgent({ roles: ['signatory'] }))).toEqual([]);
});

describe('the index follows a person and leaves nothing behind', () => {
  it('writes at most sixty items with the person, and the rest after', async () => {
    const { person, index, find } = world();
    const many = Array.from({ length: 10 }, (_, at) => at);
    const rich = aPerson('p-rich', {
      names: many.slice(0, 8).map((at) => `Anne-Marie Éléonore Quer${'abcdefgh'[at]}lin de Saint-Ouen`),
      phones: many.map((at) => `+3363998100${at}`),
      emails: many.map((at) => `q${at}@courriel.example`),
      addresses: many.slice(0, 5).map((at) => `${at + 1} rue du Vieux Pont Vert${at}\n99100 Val-Clair`),
    });
    expect(entriesOf(rich).length).toBeGreaterThan(100);
    expect(await person(null, rich)).toBe(60);
    expect(await index.rests('person', 'p-rich')).toEqual([]);
    const stored = await database.all(tables.search);
    const written = new Set(stored.map(({ pk, sk }) => `${pk} ${sk}`));
    expect(entriesOf(rich).filter(({ pk, sk }) => !written.has(`${pk} ${sk}`))).toEqual([]);
    expect((await find('5 vieux pont', everywhere, 'person'))[0]?.id).toBe('p-rich');
    await person(rich, null);
    const left = (await database.all(tables.search)).filter(({ sk }) => String(sk).endsWith('#p-rich'));
    expect(left).toEqual([]);
    for (const item of stored) expect(JSON.stringify(item).length).toBeLessThan(20_000);
  });

  it('forgets a name that nobody bears any more, and keeps one that others bear', async () => {
    const { person, index } = world();
    const [one, other] = [
      aPerson('p-last', { names: ['Perrine Zygomalas'] }),
      aPerson('p-other', { names: ['Perrine Duval'] }),
    ];
    await person(null, one);
    await person(null, other);
    expect(await index.words(['v#zygomalas', 'v#perrine'])).toEqual(
      expect.arrayContaining(['zygomalas', 'perrine']),
    );
    await person(one, null);
    expect(await index.words(['v#zygomalas', 'v#zygomala'])).toEqual([]);
    expect(await index.words(['v#perrine'])).toEqual(['perrine']);
  });

  it('may be told twice, or late, of a change', async () => {
    const { person, find, index } = world();
    const [first, second] = [aPerson('p-2'), aPerson('p-2', { names: ['Zélie Farandole'] })];
    await person(null, first);
    await person(first, second);
    const run = complete(index);
    await run('person', 'p-2');
    await run('person', 'p-gone');
    expect(await find('quermorin', everywhere, 'person')).toEqual([]);
    expect((await find('farandolle', everywhere, 'person'))[0]?.id).toBe('p-2');
  });

  it('keeps people and requests from crowding each other out', async () => {
    const { person, opened, find } = world();
    for (let at = 0; at < 14; at++)
      await person(
        null,
        aPerson(`p-c${at}`, { names: [`Ursule Tramontin`], at: `2026-05-${10 + at}T08:00:00.000Z` }),
      );
    await opened('c-7', aSender('Ursule Tramontin'));
    const found = await find('tramontin');
    expect(found.filter(({ kind }) => kind === 'request')).toHaveLength(1);
    expect(found.filter(({ kind }) => kind === 'person').length).toBeGreaterThanOrEqual(10);
    expect(found.find(({ kind }) => kind === 'person')?.at).toBe('2026-05-23T08:00:00.000Z');
  });
});
