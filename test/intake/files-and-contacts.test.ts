import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import sample from '../../events/s3-object-created.json' with { type: 'json' };
import type { FileAccount } from '../../functions/documents/batches/accounts.ts';
import { derivedId } from '../../functions/documents/derived-id.adapter.ts';
import type { Contact } from '../../functions/intake/contact.ts';
import { assemble, chunksOf, contentOf, headerOf, listKeys } from '../../functions/intake/contact-items.ts';
import { droppedFile } from '../../functions/intake/dropped.ts';
import { safeName } from '../../functions/intake/safe-name.ts';
import { sniff } from '../../functions/intake/sniff.adapter.ts';
import { takeInScan } from '../../functions/intake/take-in-scan.adapter.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('a file is what it holds, not what it is called', () => {
  it.each([
    ['lettre.pdf', bytes('%PDF-1.7\n1 0 obj'), 'pdf'],
    ['lettre.jpg', bytes('%PDF-1.7\n1 0 obj'), 'pdf'],
    ['lettre.pdf', bytes('MZ\x90\x00\x03\x00\x00\x00\x04'), 'executable'],
    ['lettre.pdf', bytes('\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00'), 'executable'],
    ['note.txt', bytes('#!/bin/sh\nrm -rf /'), 'executable'],
    ['note.txt', bytes('Bonjour,\r\nmerci.'), 'text'],
    ['page.html', bytes('<script>alert(1)</script>'), 'executable'],
    ['image.svg', bytes('<svg onload="x()"/>'), 'executable'],
    ['rien.pdf', bytes(''), 'empty'],
    ['bruit.bin', bytes('\x00\x01\x02\x03'), 'unknown'],
  ])('%s', async (name, content, kind) => {
    expect((await sniff(name, content)).kind).toBe(kind);
  });
  it('is judged without fault, whatever its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (content) => {
        expect(await sniff('x', content)).toHaveProperty('kind');
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('the name of a file cannot lie', () => {
  it.each([
    ['../../etc/passwd', 'etc passwd'],
    ['facture\u202Efdp.exe', 'facture fdp.exe'],
    ['a\r\nBcc: x.pdf', 'a Bcc: x.pdf'],
    ['   ', 'document'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });
  it('stays short and keeps its extension', () => {
    const name = safeName(`${'a'.repeat(400)}.pdf`);
    expect(name).toHaveLength(150);
    expect(name.endsWith('.pdf')).toBe(true);
  });
});

describe('a scanned file is taken in once', () => {
  const drop = () => {
    const files = new Map<string, FileAccount & { batch: string }>();
    const copied: string[] = [];
    const take = (event: typeof sample, isThere = true) =>
      takeInScan(event, {
        evidenceBucket: 'evidence',
        derivedId,
        objects: {
          copy: async (_from: unknown, to: { key: string }) => {
            if (isThere) copied.push(to.key);
            return isThere ? 'v1' : null;
          },
        } as never,
        batches: { addFile: async (batch, file) => void files.set(file.id, { ...file, batch: batch.name }) },
      });
    return { take, files, copied };
  };
  const other = (changes: object) => ({
    ...sample,
    detail: { ...sample.detail, object: { ...sample.detail.object, ...changes } },
  });

  it('keeps its evidence first and files it under its folder', async () => {
    const { take, files, copied } = drop();
    await take(sample);
    await take(sample);
    expect([...files.values()]).toMatchObject([
      { name: 'lot-001.pdf', path: 'courrier du 20 novembre/lot-001.pdf', batch: 'courrier du 20 novembre' },
    ]);
    expect(copied[0]).toMatch(/^scans\/[0-9a-f-]{36}\/lot-001\.pdf$/);
  });
  it('takes in the same name again when its content is another version', async () => {
    const { take, files } = drop();
    await take(sample);
    await take(other({ 'version-id': 'another' }));
    expect(files.size).toBe(2);
  });
  it('leaves alone what it moved itself and what was moved meanwhile', async () => {
    const { take, files } = drop();
    await take(other({ key: 'done/lot-001.pdf' }));
    await take(sample, false);
    expect(files.size).toBe(0);
  });
  it.each([
    ['scans/lot.pdf', { path: 'lot.pdf', name: 'lot.pdf', folder: null }],
    ['scans/a/b/c.tif', { path: 'a/b/c.tif', name: 'c.tif', folder: 'a' }],
    ['scans/a/', null],
    ['failed/lot.pdf.txt', null],
  ])('reads the key %s', (key, dropped) => {
    expect(droppedFile(key)).toEqual(dropped);
  });
});

describe('a contact is stored in pieces and comes back whole', () => {
  const contact = (pages: number, length: number): Contact => ({
    id: 'c',
    channel: 'scan',
    receivedAt: '2026-11-20T08:00:00.000Z',
    state: 'waiting',
    version: 1,
    evidence: [],
    sender: { name: null, email: null, phone: null, address: null },
    subject: 's',
    text: 'bonjour',
    documents: [
      {
        id: 'scan',
        name: 'Courrier 1.pdf',
        contentType: 'application/pdf',
        size: 1,
        original: { bucket: 'documents', key: 'k' },
        pages: Array.from({ length: pages }, (_, index) => ({
          page: index + 1,
          image: 'i',
          width: 1,
          height: 1,
          text: 'x'.repeat(length),
          confidence: 90,
          source: 'ocr' as const,
        })),
      },
    ],
  });
  it('however many pages it has, and no piece is too large for the table', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 20_000 }), (pages, length) => {
        const whole = contact(pages, length);
        const chunks = whole.documents.flatMap(chunksOf);
        for (const chunk of chunks) expect(JSON.stringify(chunk).length).toBeLessThan(130_000);
        expect(assemble(headerOf(whole), contentOf(whole), chunks)).toEqual(whole);
      }),
      { seed: 3, numRuns: 30 },
    );
  });
  it('is listed only while a person has to look at it', () => {
    const header = headerOf(contact(0, 0));
    expect(listKeys(header)).toEqual({ gsi1pk: 'STATE#waiting', gsi1sk: '2026-11-20T08:00:00.000Z#c' });
    expect(listKeys({ ...header, state: 'opened' })).toEqual({});
  });
});
