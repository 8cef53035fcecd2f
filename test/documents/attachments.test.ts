import { describe, expect, it } from 'vitest';
import { prepareAttachment } from '../../functions/documents/filing/prepare-attachments.adapter.ts';
import { decodeWords } from '../../functions/documents/reading/words-file.ts';
import { sniff } from '../../functions/intake/sniff.adapter.ts';
import { paged } from '../support/typeset.ts';

const letter = () =>
  paged((doc) => {
    doc.font('Helvetica').fontSize(12).text('Madame la Maire, voici ma facture.', 72, 100);
  });

/** What is made of an attachment of a mail, and what is written beside it. */
async function prepare(bytes: Uint8Array, contentType: string, scan = 'NO_THREATS_FOUND') {
  const written = new Map<string, string>();
  const prepared = await prepareAttachment(
    'c',
    {
      ...{ id: 'd', name: 'facture', contentType, size: bytes.length, pages: [], held: 'pending' },
      original: { bucket: 'evidence', key: 'k' },
    },
    {
      objects: {
        malwareScan: async () => scan,
        read: async () => bytes,
        write: async ({ key }: { key: string }, body: Uint8Array | string) => {
          written.set(key, typeof body === 'string' ? body : 'picture');
          return 'v';
        },
      } as never,
      ...{ evidenceBucket: 'evidence', documentsBucket: 'documents', sniff },
    },
  );
  return { prepared, written };
}

describe('a file joined to a mail', () => {
  it('is looked at with the words of its own text over its picture', async () => {
    const { prepared, written } = await prepare(await letter(), 'application/pdf');
    const [page] = prepared?.pages ?? [];
    expect(page).toMatchObject({ source: 'text-layer', confidence: 100, words: 'pages/c/d/0001-words.json' });
    const read = decodeWords(written.get(page?.words ?? '') ?? '');
    expect([read?.width, read?.height]).toEqual([page?.width, page?.height]);
    expect(read?.words.map(({ text }) => text).join(' ')).toBe('Madame la Maire, voici ma facture.');
    const [left, top] = read?.words[0]?.box ?? [];
    expect(left).toBeCloseTo(72 / 595.28, 2);
    // The box has room for the highest and the lowest letters of the font.
    expect(top).toBeCloseTo(97 / 841.89, 2);
  });

  it('is shown to nobody while it was not looked through, or when it is dangerous', async () => {
    const bytes = await letter();
    expect((await prepare(bytes, 'application/pdf', '')).prepared).toBeNull();
    const { prepared, written } = await prepare(bytes, 'application/pdf', 'THREATS_FOUND');
    expect(prepared).toEqual({ held: 'infected', pages: [] });
    expect(written.size).toBe(0);
  });
});
