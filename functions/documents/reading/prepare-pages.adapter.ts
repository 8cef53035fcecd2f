import type { Objects } from '../../shared/objects.adapter.ts';
import type { PageTable, WorkPage } from '../batches/page-table.adapter.ts';
import { type StraightPage, straighten } from '../image/straighten.adapter.ts';
import { imageKey, readingKey } from '../object-keys.ts';
import type { Source } from '../source/source.adapter.ts';
import { PageTooLarge } from '../source/source.adapter.ts';
import { isReadAlready } from '../source/text-layer.ts';

type Deps = { pages: PageTable; objects: Objects; documentsBucket: string };
/** `retry`: which try of the machine this is; a runtime that was switched off starts the same try again. */
type Range = { fileId: string; from: number; to: number; retry: number };
type Drawn = { straight: StraightPage; text: string | null };

/** A page that brought the function down so many times is left aside; a power cut is not the page's fault, unless it never ends. */
const mostTries = 3;
const mostStarts = 60;
const settled = ['read', 'separator', 'blank', 'rejected', 'filed'];

export const newPage = (fileId: string, page: number): WorkPage => ({
  fileId,
  page,
  state: 'waiting',
  image: null,
  width: 0,
  height: 0,
  turned: 0,
  skew: 0,
  text: '',
  confidence: 0,
  source: 'none',
  contactId: null,
  reason: null,
});

/**
 * Makes a range of pages ready, one at a time so that memory holds one page; pages that were ready stay as they are.
 * Answers the pages that still have to be read. A page that cannot be drawn is rejected and holds up no other.
 */
export async function preparePages(
  { fileId, from, to, retry }: Range,
  source: Source,
  deps: Deps,
): Promise<number[]> {
  const toRead: number[] = [];
  for (let page = from; page <= to; page++) {
    const known = (await deps.pages.findPage(fileId, page)) ?? newPage(fileId, page);
    const state =
      settled.includes(known.state) || known.image ? known.state : await prepare(known, retry, source, deps);
    if (state === 'reading') toRead.push(page);
  }
  return toRead;
}

async function prepare(
  page: WorkPage,
  retry: number,
  source: Source,
  deps: Deps,
): Promise<WorkPage['state']> {
  const starts = (page.starts ?? 0) + 1;
  const tries = (page.tries ?? 0) + (page.lastRetry === retry ? 0 : 1);
  const save = async (changes: Partial<WorkPage>) => {
    const next = { ...page, ...changes, tries, starts, lastRetry: retry };
    await deps.pages.savePage(next);
    return next.state;
  };
  if (tries > mostTries || starts > mostStarts) return save({ state: 'rejected', reason: 'unreadable' });
  await save({});
  const drawn = await draw(page.page, source);
  if ('reason' in drawn) return save({ state: 'rejected', reason: drawn.reason });
  const { straight, text } = drawn;
  const image = imageKey(page.fileId, page.page);
  const Bucket = deps.documentsBucket;
  await deps.objects.write({ bucket: Bucket, key: image }, straight.shown.bytes, 'image/webp');
  const { width, height } = straight.shown;
  const looks = { image, width, height, skew: straight.skew, codes: straight.letterCodes };
  if (straight.separator)
    return save({ ...looks, state: 'separator', department: straight.separator.department });
  if (text !== null) return save({ ...looks, state: 'read', text, confidence: 100, source: 'text-layer' });
  if (!straight.reading) return save({ ...looks, state: 'blank' });
  const key = readingKey(page.fileId, page.page, 0);
  await deps.objects.write({ bucket: Bucket, key }, straight.reading, 'image/jpeg');
  return save({ ...looks, state: 'reading' });
}

async function draw(page: number, source: Source): Promise<Drawn | { reason: string }> {
  try {
    const { text, hasImage } = source.text(page);
    const { grey, dpi } = await source.draw(page);
    const straight = await straighten(grey, dpi);
    return { straight, text: isReadAlready(text, hasImage) ? text : null };
  } catch (error) {
    return { reason: error instanceof PageTooLarge ? 'too-large-image' : 'damaged' };
  }
}
