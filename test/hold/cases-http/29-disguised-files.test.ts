import { expect } from 'vitest';
import { holdCase } from '../harness.ts';
import { eicar, pdf, script, submit } from './files.ts';

const refused: [string, Buffer, string, string][] = [
  ['a program named like an invoice', Buffer.from('MZ\u0000\u0000program'), 'facture.pdf', 'executable'],
  ['a program of Linux', Buffer.from('\u007fELF\u0002\u0001\u0001', 'latin1'), 'facture.pdf', 'executable'],
  ['a script named like a note', Buffer.from('#!/bin/sh\nrm -rf /'), 'note.txt', 'executable'],
  ['a drawing with a script', Buffer.from(`<svg>${script}</svg>`), 'plan.svg', 'executable'],
  ['a page', Buffer.from(`<html>${script}</html>`), 'page.html', 'executable'],
  ['a virus', Buffer.from(eicar), 'note.txt', 'infected'],
  ['a virus in a PDF', Buffer.concat([pdf, Buffer.from(`\n${eicar}`)]), 'note.pdf', 'infected'],
  ['an archive', Buffer.from('PK\u0003\u0004'.padEnd(200, '\u0000'), 'latin1'), 'tout.zip', 'unknown'],
  ['nothing readable', Buffer.from(Array.from({ length: 64 }, (_, n) => n % 7)), 'donnees.pdf', 'unknown'],
];

holdCase(29, 'what is not what it is called is refused with the reason', { fast: true }, async (world) => {
  for (const [what, file, name, code] of refused) {
    const uploadId = await world.upload(file, name, 'application/pdf');
    const { status, body } = await submit(world, [{ uploadId, name }]);
    expect([status, body.fields], what).toEqual([415, [{ field: uploadId, code }]]);
  }
  return { inputs: 0 };
});

holdCase(
  29,
  'what could be drawn as a page is only ever saved, under a harmless name, and by its own address alone',
  { fast: true },
  async (world) => {
    const files = [
      { file: Buffer.from(`<html>${script}</html>`), name: 'page.pdf' },
      { file: Buffer.from(`<html>${script}\n%PDF-1.4\n`), name: 'page-first.pdf' },
      { file: Buffer.concat([pdf, Buffer.from(script)]), name: 'page-last.pdf' },
      { file: pdf, name: '../../"\r\nX-Evil: 1\u202Efdp.exe<script>.pdf' },
    ];
    const uploads = await Promise.all(
      files.map(async ({ file, name }) => ({
        uploadId: await world.upload(file, name, 'application/pdf'),
        name,
      })),
    );
    const { status, body } = await submit(world, uploads);
    expect(status, JSON.stringify(body)).toBe(201);
    await world.quiet();
    const tracked = (await world.track(body.reference, body.trackingCode)).body;
    expect(tracked.documents).toHaveLength(files.length);
    for (const { id, name } of tracked.documents as { id: string; name: string }[]) {
      expect(name).not.toMatch(/[\p{Cc}\p{Bidi_Control}/\\]|^[. ]/u);
      const headers = { 'x-tracking-code': body.trackingCode };
      const { url } = (
        await world.json(`/api/public/requests/${body.reference}/documents/${id}`, { headers })
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
      expect((await fetch(url.replace(/\?.*/, ''))).status).toBe(403);
    }
    return { inputs: 1 };
  },
);
