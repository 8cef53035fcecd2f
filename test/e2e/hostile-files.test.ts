import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { printedLetter } from '../support/bad-files.ts';
import { generalRequest } from '../support/citizens.ts';
import { running, until } from '../support/outer.ts';

const product = running();
const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
const script = '<script>alert(document.domain)</script>';
const pdf = await new Promise<Buffer>((resolve) => {
  const document = new PDFDocument();
  const parts: Buffer[] = [];
  document.on('data', (part) => parts.push(part));
  document.on('end', () => resolve(Buffer.concat(parts)));
  document.text('Justificatif').end();
});
type Started = { uploadId: string; url: string; fields: Record<string, string> };
const start = async (size: number): Promise<Started> =>
  (await product.post('/api/public/uploads', { name: 'a.pdf', contentType: 'application/pdf', size })).body;
const put = async ({ url, fields }: Started, file: Buffer, changed: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changed })) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(file)]), 'a.pdf');
  return (await fetch(url, { method: 'POST', body: form })).status;
};
const clear = (n: string) =>
  generalRequest(
    'Nid-de-poule',
    'La chaussée de la rue est pleine de nids-de-poule, le trottoir aussi, le goudron part.',
    n,
  );
const submit = (uploads: { uploadId: string; name: string }[], n = '.file') =>
  product.submit(
    'demande-generale',
    clear(n),
    uploads.map((one) => ({ field: 'attachments', ...one })),
  );

describe('a place for a file takes that file and no other', () => {
  it('refuses another size, key, type or permission', async () => {
    const place = await start(pdf.length);
    expect(await put(place, Buffer.concat([pdf, Buffer.from('x')]))).toBe(400);
    for (const changed of [
      { key: 'uploads/somebody-else' },
      { 'Content-Type': 'text/html' },
      { acl: 'public-read' },
      { success_action_redirect: 'https://evil.example' },
      { policy: Buffer.from('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}').toString('base64') },
      { Policy: Buffer.from('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}').toString('base64') },
    ])
      expect(await put(place, pdf, changed as unknown as Record<string, string>)).toBe(403);
    expect(await put(place, pdf)).toBe(204);
  });

  it('refuses a form that names what was never sent, or the same file twice', async () => {
    for (const uploadId of ['../evidence', 'a?versionId=1', '%2e%2e', randomUUID()])
      expect((await submit([{ uploadId, name: 'a.pdf' }])).status).toBe(422);
    expect((await submit([{ uploadId: 'x'.repeat(1_500), name: 'a.pdf' }])).status).toBe(400);
    const uploadId = await product.upload(pdf, 'a.pdf', 'application/pdf');
    const twice = [
      { uploadId, name: 'a.pdf' },
      { uploadId, name: 'b.pdf' },
    ];
    expect((await submit(twice)).status).toBe(400);
    const { contacts } = await product.records();
    expect(contacts.filter(({ text }) => text.includes('b.pdf'))).toEqual([]);
  });
});

describe('a file is what it holds, whatever it is called', () => {
  it.each([
    ['a program named like an invoice', Buffer.from('MZ\u0000\u0000program'), 'facture.pdf', 'executable'],
    ['a script named like a note', Buffer.from('#!/bin/sh\nrm -rf /'), 'note.txt', 'executable'],
    ['a drawing with a script', Buffer.from(`<svg>${script}</svg>`), 'plan.svg', 'executable'],
    ['a virus', Buffer.from(eicar), 'note.txt', 'infected'],
    ['a virus in a PDF', Buffer.concat([pdf, Buffer.from(`\n${eicar}`)]), 'note.pdf', 'infected'],
  ])('%s is refused with the reason', async (_what, file, name, code) => {
    const uploadId = await product.upload(file, name, 'application/pdf');
    const { status, body } = await submit([{ uploadId, name }]);
    expect(status).toBe(415);
    expect(body.fields).toEqual([{ field: uploadId, code }]);
  });

  it('what could be drawn as a page is only ever saved, under a harmless name', async () => {
    const files = [
      { file: Buffer.from(`<html>${script}</html>`), name: 'page.pdf' },
      { file: Buffer.from(`<html>${script}\n%PDF-1.4\n`), name: 'page-first.pdf' },
      { file: Buffer.concat([pdf, Buffer.from(script)]), name: 'page-last.pdf' },
      { file: pdf, name: '../../"\r\nX-Evil: 1\u202Efdp.exe<script>.pdf' },
    ];
    const uploads = await Promise.all(
      files.map(async ({ file, name }) => ({
        uploadId: await product.upload(file, name, 'application/pdf'),
        name,
      })),
    );
    const { body } = await submit(uploads, '.saved');
    await product.quiet();
    const tracked = (await product.track(body.reference, body.trackingCode)).body;
    expect(tracked.documents).toHaveLength(files.length);
    for (const { id, name } of tracked.documents as { id: string; name: string }[]) {
      expect(name).not.toMatch(/[\p{Cc}\p{Bidi_Control}/\\]|^[. ]/u);
      const { url } = (
        await product.json(`/api/public/requests/${body.reference}/documents/${id}`, {
          headers: { 'x-tracking-code': body.trackingCode },
        })
      ).body;
      const served = await fetch(url);
      expect(served.headers.get('content-type')).toMatch(/^(text\/plain|application\/pdf)/);
      expect(served.headers.get('content-disposition')).toMatch(
        /^attachment; filename\*=UTF-8''[\w.%!'()~-]+$/,
      );
      expect(served.headers.get('x-evil')).toBeNull();
      const shown = url.replace(/response-content-disposition=[^&]*/, 'response-content-disposition=inline');
      expect((await fetch(shown)).status).toBe(403);
      expect((await fetch(url.replace('/forms/', '/mail/'))).status).toBe(403);
    }
  });
});

describe('the scan folder takes what lies in it and nothing beyond', () => {
  it('passes over links, even those that never end, and goes on with the rest', {
    timeout: 60_000,
  }, async () => {
    const folder = join(process.env.PARVIS_DATA ?? '', 'scans');
    mkdirSync(folder, { recursive: true });
    const links = { 'lien.pdf': '/etc/passwd', dossier: '/etc', boucle: '.', 'mort.pdf': '/nowhere' };
    for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, name));
    try {
      const words = ['Odile Marchand', '', 'Le lampadaire de la rue est eteint, le trottoir est noir.'];
      const names = ['percent%2e%2e%2f+plus #hash?.pdf', `\u202Efdp \u{1F600} ${'é'.repeat(90)}`];
      for (const [index, name] of names.entries())
        await product.drop(name, await printedLetter([...words, `Lettre ${index}`]));
      await until('the batches', async () => {
        const { batches } = await product.records();
        return names.every((name) => batches.some(({ file, state }) => file === name && state === 'done'));
      });
      await until('the files', async () => names.every((name) => product.scanned('done', name)));
      const { contacts } = await product.records();
      expect(JSON.stringify(contacts)).not.toContain('root:x:0');
      expect(readdirSync(folder)).toEqual(expect.arrayContaining(Object.keys(links)));
    } finally {
      for (const name of Object.keys(links)) unlinkSync(join(folder, name));
    }
  });

  it('keeps both of two files of one name', { timeout: 60_000 }, async () => {
    const name = `double-${Date.now()}.pdf`;
    const letter = (word: string) =>
      printedLetter([
        'Odile Marchand',
        '',
        `Le lampadaire ${name.slice(7, -4)} de la rue ${word} est eteint.`,
      ]);
    await product.drop(name, await letter('premiere'));
    await until(
      'the first to be taken',
      async () => !readdirSync(join(process.env.PARVIS_DATA ?? '', 'scans')).includes(name),
    );
    await product.drop(name, await letter('seconde'));
    await until('both', async () => {
      const { batches } = await product.records();
      return batches.filter(({ file, state }) => file === name && state === 'done').length === 2;
    });
    const { contacts } = await product.records();
    for (const word of ['premiere', 'seconde'])
      expect(
        contacts.filter(({ text }) => text.includes(`${name.slice(7, -4)} de la rue ${word} `)).length,
      ).toBe(1);
  });
});
