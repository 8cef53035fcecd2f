import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeTable } from '../../functions/letters/code-table.adapter.ts';
import { signer } from '../../functions/letters/pepper-key.adapter.ts';
import { qrText, readQr } from '../../functions/letters/qr.ts';
import { readShortCode } from '../../functions/letters/short-code.ts';
import type { MessageRecord } from '../../functions/requests/records.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { aContact, doings, requestWorld } from '../support/request-world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

it('whoever is asked for documents by post gets a slip to send back with them', async () => {
  const world = await requestWorld(database);
  const contact = aContact('c-1');
  const sender = { name: 'Jeanne Martin', email: null, phone: null, address: '3 rue Haute\n99100 Val-Clair' };
  world.contacts.set('c-1', { ...contact, proposal: contact.proposal && { ...contact.proposal, sender } });
  const { reference } = await world.open({ contactId: 'c-1' });
  await doings(world).instruct.assign({ reference });
  const slip = { askId: 'ask-1', documents: ['Justificatif de domicile'], until: '2026-12-22' };
  const message: MessageRecord = {
    ...({
      id: 'ask-1',
      from: 'authority',
      kind: 'message',
      author: null,
      attachments: [],
      delivery: 'queued',
    } as const),
    ...{
      at: '2026-11-22T09:00:00.000Z',
      subject: 'Pièces',
      text: 'Il manque :\n- Justificatif',
      salt: '',
      slip,
    },
  };
  await world.requests.append(reference, { key: 'ask' }, () => ({
    commands: [{ command: 'note-added', noteId: 'n', contentHash: 'x', by: 'auto' }],
    records: [{ sk: 'RECORD#MESSAGE#ask-1', message }],
  }));
  await world.writeLetter({ reference, messageId: 'ask-1' });
  const [letter] = world.letters;
  expect(letter?.slip).toMatchObject({ documents: slip.documents, until: slip.until });
  expect(letter?.slip?.address.at(-1)).toContain('99100');
  expect(letter?.department?.code).toBe('etat-civil');
});

it('a code of ours is recognised, and nobody else makes one', () => {
  const sign = signer('pepper', 'letter-qr');
  const qr = { kind: 'slip' as const, reference: 'VC-2026-000123-W', id: '3fa9c1d2-aaaa-bbbb' };
  const text = qrText(qr, sign);
  expect(readQr(text, sign)).toEqual({ ...qr, id: '3fa9c1d2' });
  expect(readQr(` ${text}\n`, sign)).not.toBeNull();
  for (const forged of [
    text.replace('slip', 'letter'),
    text.replace('000123', '000124'),
    `${text.slice(0, -1)}x`,
    'https://example.org',
  ])
    expect(readQr(forged, sign)).toBeNull();
  expect(readQr(text, signer('another', 'letter-qr'))).toBeNull();
});

it('a mail shows the short code of its message, unless anybody may have its address', async () => {
  for (const sender of ['verified', 'unverified'] as const) {
    const world = await requestWorld(database);
    world.contacts.set('c-1', aContact('c-1'));
    const { reference } = await world.open({ contactId: 'c-1' });
    if (sender === 'unverified') {
      const { content } = await world.requests.load(reference);
      await world.requests.append(reference, { key: 'doubt' }, () => ({
        commands: [{ command: 'note-added', noteId: 'n', contentHash: 'x', by: 'auto' }],
        records: [{ sk: 'RECORD#CONTENT', content: { ...content, mail: { sender, thread: null } } }],
      }));
    }
    const { messageId } = await world.acknowledge({ reference });
    await world.sendMail({ reference, messageId: messageId ?? '' });
    const code = /\d{4}-\d{4}-\d{4}-[A-Y]/.exec(world.sent[0]?.text ?? '')?.[0] ?? '';
    const found = await codeTable(database.db, world.name).find(readShortCode(code) ?? 'none');
    expect(found).toEqual(
      sender === 'verified' ? { kind: 'letter', reference, id: messageId?.slice(0, 8) } : null,
    );
    if (sender === 'verified') expect(world.sent[0]?.html).toContain(code);
  }
});

it('the slip of several documents has a part for each, and the code that its whole has in another message', async () => {
  const world = await requestWorld(database);
  const sender = { name: 'Jeanne Martin', email: null, phone: null, address: '3 rue Haute\n99100 Val-Clair' };
  const contact = aContact('c-1');
  world.contacts.set('c-1', { ...contact, proposal: contact.proposal && { ...contact.proposal, sender } });
  const { reference } = await world.open({ contactId: 'c-1' });
  await doings(world).instruct.assign({ reference });
  const write = async (id: string, documents: string[], numbers?: number[]) => {
    const slip = { askId: 'aa99c1d2', documents, until: '2026-12-22', ...(numbers ? { numbers } : {}) };
    const message: MessageRecord = {
      ...({ id, from: 'authority', kind: 'message', author: null, attachments: [] } as const),
      ...({
        delivery: 'queued',
        at: '2026-11-22T09:00:00.000Z',
        subject: 'Pièces',
        text: 'Il manque',
      } as const),
      ...{ salt: '', slip },
    };
    await world.requests.append(reference, { key: id }, () => ({
      commands: [{ command: 'note-added', noteId: id, contentHash: 'x', by: 'auto' }],
      records: [{ sk: `RECORD#MESSAGE#${id}`, message }],
    }));
    await world.writeLetter({ reference, messageId: id });
    return world.letters.at(-1)?.slip;
  };
  const three = await write('first', ['Un', 'Deux', 'Trois']);
  expect(three?.parts).toHaveLength(3);
  expect(three?.from).toContain('Jeanne Martin');
  const two = await write('again', ['Deux', 'Trois'], [2, 3]);
  expect(two?.qr).toBe(three?.qr);
  expect(two?.parts).toEqual(three?.parts?.slice(1));
  expect((await write('last', ['Trois'], [3]))?.parts).toEqual([]);
});
