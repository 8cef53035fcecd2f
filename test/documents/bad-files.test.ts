import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { scanFailures } from '../../functions/documents/batches/batch.ts';
import { failureNote, failureSentences } from '../../functions/documents/messages/fr.ts';
import { openSource } from '../../functions/documents/source/source.adapter.ts';
import { isReadAlready, isSoundText } from '../../functions/documents/source/text-layer.ts';
import { sniff } from '../../functions/intake/sniff.adapter.ts';
import { badFiles } from '../support/bad-files.ts';
import { batchTiff, makeBatch } from '../support/batch.ts';

describe('a file that cannot be read says why, in words a clerk understands', () => {
  it('recognises each of the usual mistakes and malices', async () => {
    for (const { name, content, reason } of await badFiles()) {
      const opened = await openSource(content, await sniff(name, content));
      expect(opened, name).toHaveProperty('failure');
      if ('failure' in opened) expect(failureSentences[opened.failure], name).toMatch(reason);
    }
  });

  it.each(scanFailures)('has a note for %s with the day in the town of the clerk', (failure) => {
    const note = failureNote('lot.pdf', failure, '2026-11-20T23:30:00Z', 'Europe/Paris');
    expect(note).toContain(failureSentences[failure]);
    expect(note).toContain('21 novembre 2026');
  });
});

describe('a file that can be read gives its pages one by one', () => {
  it('reads every page of a TIFF of a scanner', async () => {
    const made = await makeBatch({ seed: 2, letters: [6, 7] });
    const tiff = await batchTiff(made);
    const opened = await openSource(tiff, await sniff('lot.tif', tiff));
    if (!('source' in opened)) throw new Error(opened.failure);
    expect(opened.source.pages).toBe(made.sheets.length);
    const last = await opened.source.draw(made.sheets.length);
    expect(Math.round(last.dpi)).toBe(200);
    expect(last.grey.height).toBe(made.sheets.at(-1)?.grey.height);
  });

  it('turns a photograph as the telephone says', async () => {
    const lying = await sharp({ create: { width: 300, height: 200, channels: 3, background: 'white' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const opened = await openSource(lying, await sniff('photo.jpg', lying));
    if (!('source' in opened)) throw new Error(opened.failure);
    const { grey } = await opened.source.draw(1);
    expect([grey.width, grey.height]).toEqual([200, 300]);
  });
});

describe('a page that carries its text is not paid for twice', () => {
  const text =
    "Je me permets de vous écrire au sujet de l'état de la chaussée dans notre rue, qui devient dangereuse.";
  it.each([
    ['a letter typed on a computer', text, true],
    ["a scanner's stamp", 'Scanned by CopyMaster 3000', false],
    ['letters of a font without table', '\uE001\uE002\uE003'.repeat(40), false],
    ['letters apart', 'B o n j o u r m o n s i e u r l e m a i r e d e l a v i l l e e t b i e n', false],
    ['consonants', 'xkcd rtfm wtpq sdfg hjkl mnbv cxwq zrtp qsdf ghjk lmwx cvbn zrty', false],
  ])('judges the text of %s', (_, words, isSound) => {
    expect(isSoundText(words)).toBe(isSound);
  });
  it('reads a scan again when the text beside its picture is only a part', () => {
    expect(isReadAlready(text, true)).toBe(false);
    expect(isReadAlready(text, false)).toBe(true);
    expect(isReadAlready(`${text} ${text}`, true)).toBe(true);
  });
});
