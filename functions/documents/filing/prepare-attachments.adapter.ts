import type { ContactDocument, DocumentPage } from '../../intake/contact.ts';
import type { FileKind } from '../../intake/file-kind.ts';
import type { Objects } from '../../shared/objects.adapter.ts';
import { shownImage } from '../image/image.adapter.ts';
import { imageKey, wordsKey } from '../object-keys.ts';
import { encodeWords, type PageWords } from '../reading/words-file.ts';
import { openSource, type Source } from '../source/source.adapter.ts';

export type AttachmentDeps = {
  objects: Objects;
  evidenceBucket: string;
  documentsBucket: string;
  sniff(name: string, bytes: Uint8Array): Promise<FileKind>;
};
export type Prepared = { held: ContactDocument['held']; pages: DocumentPage[] };

/** The viewer shows so many pages of an attachment; the rest is in the file itself. */
const mostShown = 50;

/**
 * Makes the pages of an attachment ready for the viewer, upright and without reading them, and says whether it may be
 * given to anybody. Answers `null` while malware protection has not looked at it.
 */
export async function prepareAttachment(
  contactId: string,
  document: ContactDocument,
  deps: AttachmentDeps,
): Promise<Prepared | null> {
  if (document.held === 'infected' || document.held === 'unscannable')
    return { held: document.held, pages: [] };
  const { key, versionId } = document.original;
  const place = { bucket: deps.evidenceBucket, key, versionId };
  if (document.held === 'pending') {
    const scan = await deps.objects.malwareScan(place);
    if (!scan) return null;
    if (scan !== 'NO_THREATS_FOUND')
      return { held: scan === 'THREATS_FOUND' ? 'infected' : 'unscannable', pages: [] };
  }
  if (!/^(application\/pdf|image\/)/.test(document.contentType)) return { held: undefined, pages: [] };
  const bytes = await deps.objects.read(place);
  // A damaged file has no pages to show: the agent opens the file itself.
  const opened = await openSource(bytes, await deps.sniff(document.name, bytes)).catch(() => null);
  if (!opened || 'failure' in opened) return { held: undefined, pages: [] };
  try {
    return { held: undefined, pages: await drawPages(`${contactId}/${document.id}`, opened.source, deps) };
  } finally {
    opened.source.close();
  }
}

async function drawPages(
  id: string,
  source: Source,
  { objects, documentsBucket }: AttachmentDeps,
): Promise<DocumentPage[]> {
  const pages: DocumentPage[] = [];
  async function keep(file: string, page: number, words: PageWords): Promise<string> {
    const key = wordsKey(file, page);
    await objects.write({ bucket: documentsBucket, key }, encodeWords(words), 'application/json');
    return key;
  }
  for (let page = 1; page <= Math.min(source.pages, mostShown); page++) {
    const drawn = await source.draw(page).catch(() => null);
    if (!drawn) continue;
    const { bytes, width, height } = await shownImage(drawn.grey);
    const image = imageKey(id, page);
    await objects.write({ bucket: documentsBucket, key: image }, bytes, 'image/webp');
    const { text, words } = source.text(page);
    const isRead = text.trim() !== '';
    pages.push({
      ...{ page, image, width, height, text, confidence: isRead ? 100 : 0 },
      source: isRead ? 'text-layer' : 'none',
      ...(words.length > 0 ? { words: await keep(id, page, { width, height, words }) } : {}),
    });
  }
  return pages;
}
