import type { ContactDocument, DocumentPage } from '../../intake/contact.ts';
import { shownImage, turn } from '../image/image.adapter.ts';
import { levelPage, turnOf } from '../image/straighten.adapter.ts';
import { imageKey, wordsKey } from '../object-keys.ts';
import type { Engine } from '../reading/engine.adapter.ts';
import { encodeWords } from '../reading/words-file.ts';
import { openSource, type Source } from '../source/source.adapter.ts';
import type { AttachmentDeps } from './prepare-attachments.adapter.ts';

type Deps = AttachmentDeps & { engine(): Promise<Pick<Engine, 'read'>> };

/** Whoever joins a book is not waited for: its first pages say what it is. */
const mostRead = 5;
/** What is read of a photograph of a street is noise: fewer words, or less sure, are no text. */
const leastWords = 4;
const leastConfidence = 60;

/**
 * Reads the first pages of a photo or scan that somebody joined, upright and level, as letters are; the pages, or null when
 * nothing was read on them. A file that brings its text is not read.
 */
export async function readAttachment(
  contactId: string,
  document: ContactDocument,
  deps: Deps,
): Promise<DocumentPage[] | null> {
  const unread = document.pages.filter(({ source }) => source === 'none').slice(0, mostRead);
  if (unread.length === 0) return null;
  const { key, versionId } = document.original;
  const bytes = await deps.objects.read({ bucket: deps.evidenceBucket, key, versionId });
  const opened = await openSource(bytes, await deps.sniff(document.name, bytes));
  if ('failure' in opened) return null;
  try {
    const read = new Map<number, DocumentPage>();
    for (const page of unread) {
      // Another page, or the picture alone, is better than nothing.
      const found = await readPage(page, opened.source, `${contactId}/${document.id}/read`, deps).catch(
        () => null,
      );
      if (found) read.set(page.page, found);
    }
    return read.size > 0 ? document.pages.map((page) => read.get(page.page) ?? page) : null;
  } finally {
    opened.source.close();
  }
}

async function readPage(
  page: DocumentPage,
  source: Source,
  id: string,
  { objects, documentsBucket: bucket, engine }: Deps,
): Promise<DocumentPage | null> {
  const { grey, dpi } = await source.draw(page.page);
  const { level, skew } = await levelPage(grey, dpi);
  if (!level) return null;
  const { text, confidence, words, turned, isHandwritten } = await (await engine()).read(level, dpi);
  if (isHandwritten) return { ...page, isHandwritten };
  if (words.length < leastWords || confidence < leastConfidence) return null;
  const upright = await turn(await turn(grey, turnOf(skew)), turned);
  const { bytes, width, height } = await shownImage(upright);
  const image = imageKey(id, page.page);
  const key = wordsKey(id, page.page);
  await objects.write({ bucket, key: image }, bytes, 'image/webp');
  await objects.write({ bucket, key }, encodeWords({ width, height, words }), 'application/json');
  const read = { text, confidence: Math.round(confidence), source: 'ocr' as const };
  return { page: page.page, image, width, height, words: key, ...read };
}
