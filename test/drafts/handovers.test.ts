import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handovers } from '../../functions/drafts/hand-over.ts';
import { mostTries } from '../../functions/drafts/handover.ts';
import { handoverTable } from '../../functions/drafts/handover-table.adapter.ts';
import { trackingCode } from '../../functions/requests/tracking-code.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

let database: TestDatabase;
let name: string;
let now: string;
let use: ReturnType<typeof handovers>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.stop());
beforeEach(async () => {
  name = await database.table();
  now = '2026-11-22T10:00:00.000Z';
  use = handovers({
    handovers: handoverTable(database.db, name),
    newCode: () => drawn,
    draw: async () => ({ size: 29, path: 'M0 0' }),
    publicUrl: 'https://portail.val-clair.example',
    now: () => now,
  });
});
const desk = { address: '192.0.2.1' };
const phone = { address: '198.51.100.7' };
const none = { params: undefined, query: undefined };
const drawn = trackingCode(new Uint8Array(64).fill(7));
const own = drawn.replace('-', '');
const headers = (typed = own) => ({ 'x-handover-code': typed });
const device = 'telephone-de-nadia-1';
const start = (body: object) =>
  use.start(
    { ...none, headers: undefined, body: { procedure: 'aide-velo', title: 'Aide', ...body } as never },
    desk,
  );
const form = () => start({ kind: 'form', draft: { answers: { kind: 'first' } } });
const photo = () => start({ kind: 'photo', field: { label: 'Facture', max: 2, accept: ['image'] } });
const open = (by = device, typed?: string) =>
  use.take({ ...none, headers: headers(typed), body: { device: by } }, phone);
const look = () => use.look({ ...none, headers: headers(), body: undefined }, desk);
const send = (uploadId: string, by = device) =>
  use.addFile(
    { ...none, headers: headers(), body: { device: by, file: { uploadId, name: 'a.jpg', size: 3 } } },
    phone,
  );

describe('a form goes on with the phone', () => {
  it('by an address whose secret stands after the number sign, for fifteen minutes', async () => {
    const { url, endsAt } = await form();
    expect(url).toBe(`https://portail.val-clair.example/telephone#${own}`);
    expect(endsAt).toBe('2026-11-22T10:15:00.000Z');
    now = '2026-11-22T10:15:00.000Z';
    await expect(open()).rejects.toMatchObject({ code: 'not-found' });
  });

  it('once: the device that opened it may again, no other', async () => {
    await form();
    expect(await open()).toMatchObject({ kind: 'form', draft: { answers: { kind: 'first' } } });
    expect(await open()).toMatchObject({ kind: 'form' });
    await expect(open('un-autre-telephone-2')).rejects.toMatchObject({ code: 'not-found' });
    expect(await look()).toMatchObject({ taken: true });
  });

  it('of two devices at once, one opens it', async () => {
    await form();
    const both = await Promise.allSettled([open('appareil-numero-un'), open('appareil-numero-deux')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('a photo sent by the phone appears on the desk, once, and no more than were asked', async () => {
    await photo();
    await open();
    await send('un');
    await send('un');
    await send('deux');
    await expect(send('trois')).rejects.toMatchObject({ code: 'not-found' });
    const { files } = await look();
    expect(files.map(({ uploadId }) => uploadId)).toEqual(['un', 'deux']);
  });

  it('and is over when the desk says so; a copy of the table opens nothing', async () => {
    await form();
    expect(JSON.stringify(await database.all(name))).not.toContain(own);
    await use.end({ ...none, headers: headers(), body: undefined }, desk);
    await expect(open()).rejects.toMatchObject({ code: 'not-found' });
  });

  it('nobody tries code after code', async () => {
    for (let count = 0; count < mostTries; count += 1)
      await expect(open(device, 'AAAAAAAAAA')).rejects.toMatchObject({ code: 'not-found' });
    await expect(open(device, 'AAAAAAAAAA')).rejects.toMatchObject({ code: 'too-many-requests' });
  });
});
