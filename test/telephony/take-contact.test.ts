import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import connected from '../../events/connect-contact-connected.json' with { type: 'json' };
import disconnected from '../../events/connect-contact-disconnected.json' with { type: 'json' };
import hungUp from '../../events/connect-contact-hung-up.json' with { type: 'json' };
import initiated from '../../events/connect-contact-initiated.json' with { type: 'json' };
import queued from '../../events/connect-contact-queued.json' with { type: 'json' };
import record from '../../events/connect-contact-record.json' with { type: 'json' };
import type { AgentCaller } from '../../functions/agents/caller.ts';
import { cluesOf } from '../../functions/citizens/clues.ts';
import { makePerson } from '../../functions/citizens/make-person.ts';
import { unknownTraits } from '../../functions/citizens/person.ts';
import type { Contact } from '../../functions/intake/contact.ts';
import { contactTable } from '../../functions/intake/contact-table.adapter.ts';
import { dayIn, timeIn } from '../../functions/shared/clock.adapter.ts';
import { callTable } from '../../functions/telephony/call-table.adapter.ts';
import { deskTable } from '../../functions/telephony/desk-table.adapter.ts';
import { household } from '../../functions/telephony/household.ts';
import { noticeTable } from '../../functions/telephony/notice-table.adapter.ts';
import { newsOfEvent, newsOfRecord } from '../../functions/telephony/read-connect.ts';
import { readCallBack } from '../../functions/telephony/read-desk.ts';
import { lineOf, outboundOf } from '../../functions/telephony/statistics.ts';
import { takeContact } from '../../functions/telephony/take-contact.ts';
import { takeNews } from '../../functions/telephony/take-news.ts';
import { loadCollectivity } from '../../infra/collectivity/load.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

const { authority } = loadCollectivity('val-clair');
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

const missedId = 'call-c2a9d8e1-44b7-4f6d-9b0a-0e8f7d6c5b21';
const missedNumber = '+33639980177';
const answeredId = 'call-7d1f0c5e-6a52-4c0e-8a37-1c2b5d9e4f10';

const nothing = { query: undefined, headers: undefined, body: undefined };
const awa = makePerson(
  'sheet-1',
  'person',
  cluesOf({ ...unknownTraits, name: 'Awa Testard', phone: missedNumber }),
  { source: 'declared', at: '2026-11-20T08:00:00.000Z', by: 'auto' },
);
const caller: AgentCaller = {
  ...{ kind: 'agent', requestId: 'r', address: '127.0.0.1', cookies: [] },
  agent: {
    ...{ login: 'nadia.benali', email: 'nadia.benali@val-clair.example', givenName: 'Nadia' },
    ...{ familyName: 'Benali', title: '', roles: ['reception'], departments: [] },
  },
};
const world = async (numbersOf: string[] = []) => {
  const name = await database.table();
  const { db } = database;
  const desk = deskTable(db, name);
  const contacts = contactTable(db, name);
  const deps = {
    ...{ dayIn, timeIn, table: callTable(db, name), noteCurrent: desk.noteCurrent },
    authority: async () => authority,
    now: () => '2026-11-23T15:00:00.000Z',
    pause: async () => {},
  };
  const take = takeNews(deps);
  const touch = takeContact({ ...deps, contact: contacts.readHeader, numbersOf: async () => numbersOf });
  const add = async (more: Partial<Contact>) => {
    const contact: Contact = {
      ...{ id: randomUUID(), channel: 'mail', receivedAt: '2026-11-23T10:00:00.000Z', state: 'received' },
      ...{ version: 1, evidence: [], documents: [], subject: '', text: '' },
      sender: { name: null, email: null, phone: null, address: null },
      ...more,
    };
    await contacts.addContact(contact, { id: contact.id, hash: '' }, []);
    await touch(contact.id);
    return contact.id;
  };
  const miss = async () => {
    const data = Buffer.from(hungUp.Records[0]?.kinesis.data ?? '', 'base64').toString('utf8');
    const about = newsOfRecord(JSON.parse(data));
    if (about) await take(about.contactId, [about.news]);
  };
  const shown: string[] = [];
  const read = (contactId: string) =>
    readCallBack({
      ...{ calls: callTable(db, name), desk, authority: deps.authority, now: deps.now },
      notices: noticeTable(db, name),
      household: household({
        holders: async () => [{ sheets: ['sheet-1', 'sheet-2'], person: awa }],
        requestsOf: async () => [],
        snapshot: async () => Promise.reject(new Error('none')),
        note: async (sheets, { agent }) => void shown.push(...sheets.map((id) => `${id} ${agent.login}`)),
      }),
    })({ params: { contactId }, ...nothing }, caller);
  const open = async () => (await desk.callBacks(10)).items.map(({ number }) => number);
  return { desk, contacts, take, touch, add, miss, open, read, shown };
};
const sender = (phone: string) => ({ name: null, email: null, address: null, phone });
const recorded = (outcome: 'informed' | 'call-back') => ({
  ...{ by: 'agent:nadia.benali', topic: 'voirie', outcome, articles: [] },
});
const typedCall = {
  ...({ direction: 'inbound', number: '+33639980301', group: null, waitSeconds: null } as const),
  ...{ startedAt: '2026-11-23T09:58:00.000Z', connectedAt: '2026-11-23T09:58:00.000Z' },
  ...{ endedAt: '2026-11-23T10:00:00.000Z', talkSeconds: 120, agent: 'nadia.benali' },
  ...({ outcome: 'answered', disposition: 'informed' } as const),
};

describe('any later contact settles the call-back', () => {
  it('opens one for who hung up in the menu, of whom only the record tells', async () => {
    const { miss, open, desk } = await world();
    await miss();
    expect(await open()).toEqual([missedNumber]);
    expect((await desk.callBacks(1)).items[0]?.open?.contactId).toBe(missedId);
  });

  it.each([
    ['a visit with the number', { channel: 'counter' as const, sender: sender('06 39 98 01 77') }, []],
    ['a text message', { channel: 'sms' as const, sender: sender(missedNumber) }, []],
    ['a mail of the person who has the number', {}, [missedNumber]],
  ])('%s', async (_name, contact, numbers) => {
    const { miss, add, open } = await world(numbers);
    await miss();
    await add(contact);
    expect(await open()).toEqual([]);
  });

  it('even when the call is told after the contact', async () => {
    const { miss, add, open } = await world([missedNumber]);
    await add({});
    await miss();
    expect(await open()).toEqual([]);
  });

  it.each([
    ['one that came before the call', { receivedAt: '2026-11-23T08:00:00.000Z' }],
    [
      'an automatic mail',
      {
        mail: {
          ...{ messageId: null, inReplyTo: [], references: [], recipients: [], automatic: true },
          verdicts: { spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' },
        },
      },
    ],
  ])('but not %s', async (_name, contact) => {
    const { miss, add, open } = await world([missedNumber]);
    await miss();
    await add(contact as Partial<Contact>);
    expect(await open()).toEqual([missedNumber]);
  });
});

describe('who may have called', () => {
  it('is shown for the call to return alone, and the reading is written down', async () => {
    const { miss, add, read, shown } = await world();
    await miss();
    const other = await add({ sender: sender(missedNumber), receivedAt: '2026-11-23T08:00:00.000Z' });
    await expect(read(other)).rejects.toMatchObject({ code: 'not-found' });
    expect(shown).toEqual([]);
    expect((await read(missedId)).people).toMatchObject([{ personId: 'sheet-1', name: 'Awa Testard' }]);
    expect(shown).toEqual(['sheet-1 nadia.benali', 'sheet-2 nadia.benali']);
    await add({ channel: 'sms', sender: sender(missedNumber) });
    expect(await read(missedId)).toMatchObject({ number: missedNumber, open: null });
  });
});

describe('calls that agents write down', () => {
  it('are counted with the others, once', async () => {
    const { add, touch, desk } = await world();
    const id = await add({ channel: 'phone', recorded: recorded('informed'), call: typedCall });
    await touch(id);
    const lines = await desk.counters('2026-11-23');
    expect(lineOf(lines)).toMatchObject({ calls: 1, answered: 1, typed: 1, meanTalk: 120, meanWait: null });
    expect(lines[0]).toMatchObject({ hour: '10', topic: 'voirie' });
  });

  it('count apart when the agent called', async () => {
    const { add, desk } = await world();
    const call = { ...typedCall, direction: 'outbound' as const };
    await add({ channel: 'phone', recorded: recorded('informed'), call });
    const lines = await desk.counters('2026-11-23');
    expect([lineOf(lines).calls, outboundOf(lines)]).toEqual([0, 1]);
  });

  it('open a call-back when that was promised', async () => {
    const { add, open } = await world();
    await add({
      channel: 'phone',
      recorded: recorded('call-back'),
      call: typedCall,
      sender: sender('0639980301'),
    });
    expect(await open()).toEqual(['+33639980301']);
  });

  it('complete the call of the phone system: its subject is the one that was typed, and the promise is kept', async () => {
    const { take, touch, contacts, desk, open } = await world();
    for (const event of [disconnected, queued, connected, initiated]) {
      const about = newsOfEvent(event);
      if (about) await take(about.contactId, [about.news]);
    }
    const about = newsOfRecord(record);
    if (about) await take(about.contactId, [about.news]);
    expect(lineOf(await desk.counters('2026-11-23'))).toMatchObject({
      calls: 1,
      meanWait: 38,
      meanTalk: 204,
    });
    const header = await contacts.readHeader(answeredId);
    expect(header.call).toMatchObject({ agent: 'nadia.benali', number: '+33639980142', outcome: 'answered' });
    await contacts.updateContact(header, { recorded: recorded('call-back') }, '2026-11-23T09:00:00.000Z');
    await touch(answeredId);
    const lines = (await desk.counters('2026-11-23')).filter(({ calls }) => calls);
    expect(lines).toMatchObject([{ topic: 'voirie', calls: 1 }]);
    expect(await open()).toEqual(['+33639980142']);
  });
});
