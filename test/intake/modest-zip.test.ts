import { describe, expect, it } from 'vitest';
import { sniff } from '../../functions/intake/sniff.adapter.ts';
import { docxWith, zipBombs } from '../support/zips.ts';

describe('a document that would harm whoever opens it', () => {
  it('is none when it holds what it says, pictures and other documents included', async () => {
    const inner = docxWith({ name: 'word/media/a.txt', content: Buffer.from('a'.repeat(300_000)) });
    for (const good of [docxWith(), docxWith({ name: 'word/embeddings/b.docx', content: inner })])
      expect(await sniff('lettre.docx', good)).toMatchObject({ kind: 'office' });
  });

  it.each(Object.entries(zipBombs))('is not taken: %s', async (_, make) => {
    const bomb = make();
    const started = process.cpuUsage();
    expect(['unknown', 'executable']).toContain((await sniff('lettre.docx', bomb)).kind);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(3);
  });
});
