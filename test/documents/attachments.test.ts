import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { prepareAttachment } from '../../functions/documents/filing/prepare-attachments.adapter.ts';
import { readAttachment } from '../../functions/documents/filing/read-attachment.adapter.ts';
import type { Word } from '../../functions/documents/reading/words.ts';
import { decodeWords } from '../../functions/documents/reading/words-file.ts';
import { openPdf } from '../../functions/documents/source/pdf.adapter.ts';
import type { ContactDocument } from '../../functions/intake/contact.ts';
import { sniff } from '../../functions/intake/sniff.adapter.ts';
import { paged } from '../support/typeset.ts';

const letter = () =>
  paged((doc) => {
    doc.font('Helvetica').fontSize(12).text('Madame la Maire, voici ma facture.', 72, 100);
  });

const joined = (contentType: string, size: number): ContactDocument => ({
  ...{ id: 'd', name: 'facture', contentType, size, pages: [], held: 'pending' },
  original: { bucket: 'evidence', key: 'k' },
});
/** What is made of an attachment of a mail, and what is written beside it. */
async function prepare(bytes: Uint8Array, contentType: string, scan = 'NO_THREATS_FOUND') {
  const written = new Map<string, string>();
  const objects = {
    malwareScan: async () => scan,
    read: async () => bytes,
    write: async ({ key }: { key: string }, body: Uint8Array | string) => {
      written.set(key, typeof body === 'string' ? body : 'picture');
      return 'v';
    },
  } as never;
  const deps = { objects, evidenceBucket: 'evidence', documentsBucket: 'documents', sniff };
  const prepared = await prepareAttachment('c', joined(contentType, bytes.length), deps);
  return { prepared, written, deps };
}

/** A photo of a letter that lies on its side, or of something else. */
const photo = async (turned: number, isLetter = true) => {
  const pdf = await openPdf(await letter());
  const { data, width, height } = await pdf.draw(1, 150);
  pdf.close();
  const light = isLetter ? data : new Uint8Array(data.length).fill(140);
  return sharp(light, { raw: { width, height, channels: 1 } })
    .rotate(turned)
    .jpeg()
    .toBuffer();
};

describe('a photo joined to a form', () => {
  const words = ['Madame', 'la', 'Maire,', 'voici'].map(
    (text, index): Word => ({ text, confidence: 90, line: 0, box: [0.12 + index * 0.1, 0.12, 0.08, 0.01] }),
  );
  const reader = (turned: 0 | 90, confidence = 91, isHandwritten = false) => {
    const asked: number[] = [];
    const engine = async () => ({
      async read(image: Uint8Array | { width: number; height: number }) {
        const { width = 0, height = 0 } = image as { width: number; height: number };
        asked.push(width);
        return { text: 'Madame la Maire, voici', confidence, words, turned, width, height, isHandwritten };
      },
    });
    return { asked, engine };
  };
  async function read(bytes: Uint8Array, { engine }: ReturnType<typeof reader>) {
    const { prepared, written, deps } = await prepare(bytes, 'image/jpeg');
    const document = { ...joined('image/jpeg', bytes.length), pages: prepared?.pages ?? [] };
    return { prepared, written, pages: await readAttachment('c', document, { ...deps, engine }) };
  }

  it('is read as letters are, and stands upright under its words', async () => {
    const { prepared, pages, written } = await read(await photo(270), reader(90));
    expect(prepared?.pages).toMatchObject([{ source: 'none', text: '' }]);
    const [page] = pages ?? [];
    expect(page).toMatchObject({ source: 'ocr', confidence: 91, text: 'Madame la Maire, voici' });
    const isUpright = (one: { width: number; height: number } | undefined) => one && one.height > one.width;
    expect([isUpright(prepared?.pages[0]), isUpright(page)]).toEqual([false, true]);
    expect(decodeWords(written.get(page?.words ?? '') ?? '')?.words).toHaveLength(4);
    expect(written.get(page?.image ?? '')).toBe('picture');
  });

  it('stays a picture when it shows no text, or none that can be read', async () => {
    const blank = reader(0);
    expect((await read(await photo(0, false), blank)).pages).toBeNull();
    expect(blank.asked).toEqual([]);
    expect((await read(await photo(0), reader(0, 40))).pages).toBeNull();
  });

  it('says that it was written by hand, and lays no guessed words over it', async () => {
    const { prepared, pages } = await read(await photo(0), reader(0, 91, true));
    expect(pages).toEqual([{ ...prepared?.pages[0], isHandwritten: true }]);
  });

  it('is not read when it brings its text', async () => {
    const { prepared, deps } = await prepare(await letter(), 'application/pdf');
    const document = { ...joined('application/pdf', 1), pages: prepared?.pages ?? [] };
    expect(await readAttachment('c', document, { ...deps, ...reader(0) })).toBeNull();
  });
});

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
