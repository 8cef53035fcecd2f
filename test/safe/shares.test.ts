import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openingShares } from '../../functions/safe/open-share.ts';
import { type SafeTable, safeTable } from '../../functions/safe/safe-table.adapter.ts';
import { documentsOf } from '../../functions/safe/sent.ts';
import { sharing } from '../../functions/safe/share.ts';
import { hashOfSecret, shareTable } from '../../functions/safe/share-table.adapter.ts';
import { directory, localHeader, uniqueNames } from '../../functions/safe/zip.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { paper } from '../support/safe-paper.ts';

let count = 0;
let database: TestDatabase;
let name: string;
let table: SafeTable;
beforeAll(async () => {
  database = await testDatabase();
  name = await database.table();
  table = safeTable(database.db, name);
});
afterAll(() => database.stop());

describe('a link opens what was chosen, until its end', () => {
  let now = '2026-11-22T10:00:00.000Z';
  let tries = 0;
  const links = () => {
    const kept = shareTable(database.db, name);
    const common = { ...kept, find: table.find, now: () => now };
    return {
      ...sharing({
        ...{ ...common, newSecret: () => `secret-${++count}-of-forty-letters`, newId: () => `s${++count}` },
        hash: hashOfSecret,
      }),
      ...openingShares({
        ...{ ...common, givenName: async () => 'Inès', url: async ({ id }) => `https://s3/${id}` },
        countTry: async () => ++tries,
      }),
    };
  };

  it('gives the documents and counts each use, until it is over or closed', async () => {
    now = '2026-11-22T10:00:00.000Z';
    const [given, kept] = [paper({ account: 'sharer' }), paper({ account: 'sharer' })];
    for (const one of [given, kept]) await table.add(one);
    const { secret, share } = await links().share('sharer', { documents: [given.id], days: 3, label: '' });
    expect((await links().open(secret, 'ip')).documents).toMatchObject([{ id: given.id }]);
    expect(await links().download(secret, given.id, 'ip')).toEqual({ url: `https://s3/${given.id}` });
    await expect(links().download(secret, kept.id, 'ip')).rejects.toMatchObject({ code: 'not-found' });
    expect((await links().list('sharer')).shares).toMatchObject([{ opened: 1, downloads: 1 }]);
    now = '2026-11-25T10:00:00.000Z';
    await expect(links().open(secret, 'ip')).rejects.toMatchObject({ code: 'not-found' });
    now = '2026-11-23T10:00:00.000Z';
    await links().end('sharer', share.id);
    await expect(links().open(secret, 'ip')).rejects.toMatchObject({ code: 'not-found' });
    expect(JSON.stringify(await database.all(name))).not.toContain(secret);
  });

  it('shares nothing of somebody else, nor what was deleted meanwhile', async () => {
    now = '2026-11-22T10:00:00.000Z';
    const mine = paper({ account: 'owner' });
    await table.add(mine);
    await expect(links().share('thief', { documents: [mine.id], days: 1, label: '' })).rejects.toMatchObject({
      code: 'not-found',
    });
    const { secret } = await links().share('owner', { documents: [mine.id], days: 1, label: '' });
    await table.bin(mine, now, '2026-12-22');
    expect((await links().open(secret, 'ip')).documents).toEqual([]);
  });

  it('shuts out who guesses', async () => {
    tries = 60;
    await expect(links().open('x'.repeat(40), 'ip')).rejects.toMatchObject({ code: 'too-many-requests' });
  });
});

describe('what the authority sent is in the safe', () => {
  const message = {
    ...{
      id: 'm1',
      from: 'authority',
      kind: 'answer',
      at: '2026-11-20T10:00:00.000Z',
      subject: 'Réponse',
      text: 'Oui',
    },
    ...{ delivery: 'sent', attachments: [] },
  } as never as Parameters<typeof documentsOf>[0];
  it('as its files where they lie, or as its words', () => {
    const object = { bucket: 'evidence', key: 'requests/R/m1/0' } as const;
    const file = { id: 'f1', name: 'certificat.pdf', contentType: 'application/pdf', size: 10, object };
    expect(documentsOf({ ...message, attachments: [file] }, 'R', 'a')).toMatchObject([
      { type: 'from-authority', name: 'certificat.pdf', bucket: 'evidence', objectKey: 'requests/R/m1/0' },
    ]);
    expect(documentsOf(message, 'R', 'a')).toMatchObject([
      { contentType: 'text/plain', bucket: 'documents' },
    ]);
  });
  it('and never before it is notified, nor what was written to somebody else', () => {
    expect(documentsOf({ ...message, delivery: 'available' }, 'R', 'a')).toEqual([]);
    expect(documentsOf({ ...message, delivery: 'queued' }, 'R', 'a')).toEqual([]);
    expect(
      documentsOf({ ...message, to: { name: 'CAF', email: null, postalAddress: '' } }, 'R', 'a'),
    ).toEqual([]);
    expect(documentsOf({ ...message, from: 'citizen' }, 'R', 'a')).toEqual([]);
  });
});

describe('everything is saved as one file', () => {
  it('under names that every system takes, each once', () => {
    expect(uniqueNames(['a.pdf', 'A.pdf', 'x/y:z?.pdf', 'fin. ', ''])).toEqual([
      ...['a.pdf', 'A (2).pdf', 'x_y_z_.pdf', 'fin', 'document'],
    ]);
  });
  it('that holds sizes, checks and places as the format says', () => {
    const bytes = new TextEncoder().encode('bonjour');
    const entry = { name: 'é.txt', size: 7, crc: crc32(bytes), at: new Date('2026-11-22T10:20:30Z') };
    const head = Buffer.from(localHeader(entry));
    expect([
      head.readUInt32LE(0),
      head.readUInt16LE(6),
      head.readUInt32LE(14),
      head.readUInt16LE(26),
    ]).toEqual([...[0x04034b50, 0x0800, entry.crc, 6]]);
    const end = Buffer.from(directory([{ ...entry, offset: 0 }], head.length + 7));
    expect(end.readUInt32LE(end.length - 22)).toBe(0x06054b50);
    expect([end.readUInt16LE(end.length - 12), end.readUInt32LE(end.length - 6)]).toEqual([
      1,
      head.length + 7,
    ]);
  });
});
