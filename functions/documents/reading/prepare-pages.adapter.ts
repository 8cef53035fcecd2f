import type { Objects } from '../../shared/objects.adapter.ts';
import type { Asked } from '../batches/asked.ts';
import type { PageTable, WorkPage } from '../batches/page-table.adapter.ts';
import { turn } from '../image/image.adapter.ts';
import { type StraightPage, straighten, turnOf } from '../image/straighten.adapter.ts';
import { imageKey, readingKey } from '../object-keys.ts';
import { ScanPending } from '../source/file-source.adapter.ts';
import type { Opened, Source } from '../source/source.adapter.ts';
import { PageTooLarge } from '../source/source.adapter.ts';
import { isReadAlready, saysSomething } from '../source/text-layer.ts';
import { traitsOf } from '../splitting/traits.ts';
import type { KeepReading } from './keep-reading.adapter.ts';
import { tiltedWords, turnedWords } from './placed-words.ts';
import type { Word } from './words.ts';

type Deps = {
  pages: PageTable;
  objects: Objects;
  documentsBucket: string;
  keepWords: KeepReading['keepWords'];
  /** Whether the function has little time left: it must not be cut off in the middle of a page, which would be blamed. */
  isLate(): boolean;
  /** Opens a scan that a clerk put in the place of a page. */
  openScan(evidence: NonNullable<Asked['evidence']>): Promise<Opened>;
};
/** `retry`: which try of the machine this is; a runtime that was switched off starts the same try again. */
type Range = { fileId: string; from: number; to: number; retry: number };
/** `dpi` of the picture that is shown. */
type Drawn = { straight: StraightPage; dpi: number; text: string | null; words: Word[] };

/** A page that brought the function down so many times is left aside; a power cut is not the page's fault, unless it never ends. */
const mostTries = 2;
const mostStarts = 60;
const settled = ['read', 'separator', 'blank', 'rejected', 'filed'];

/** The machine calls again, and the rest is made ready. */
class OutOfTime extends Error {
  override name = 'OutOfTime';
}

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
  const known: WorkPage[] = [];
  for (let page = from; page <= to; page++)
    known.push((await deps.pages.findPage(fileId, page)) ?? newPage(fileId, page));
  const isSettled = ({ state, image }: WorkPage) => settled.includes(state) || image !== null;
  const toRead = known.filter((page) => isSettled(page) && page.state === 'reading').map(({ page }) => page);
  // What brought the function down before comes last: it must not keep it from the others.
  const inTurn = known
    .filter((page) => !isSettled(page))
    .sort((one, other) => (one.tries ?? 0) - (other.tries ?? 0));
  for (const page of inTurn) {
    if (deps.isLate()) throw new OutOfTime();
    if ((await prepare(page, retry, source, deps)) === 'reading') toRead.push(page.page);
  }
  return toRead.sort((one, other) => one - other);
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
  try {
    return await makeReady(page, source, deps, save);
  } catch (error) {
    // The store failed, not the page: only a function that did not come back counts against it.
    await deps.pages.savePage({ ...page, starts });
    throw error;
  }
}

type Save = (changes: Partial<WorkPage>) => Promise<WorkPage['state']>;
async function makeReady(page: WorkPage, source: Source, deps: Deps, save: Save): Promise<WorkPage['state']> {
  const drawn = await draw(page, source, deps);
  if ('reason' in drawn) return save({ state: 'rejected', reason: drawn.reason });
  const { straight, dpi, text, words } = drawn;
  const image = imageKey(page.fileId, page.page);
  const Bucket = deps.documentsBucket;
  await deps.objects.write({ bucket: Bucket, key: image }, straight.shown.bytes, 'image/webp');
  const { width, height } = straight.shown;
  const turned = turnAsked(page);
  const { skew, letterCodes: codes } = straight;
  const looks = { image, width, height, dpi, turned, skew, codes };
  const isContent = page.asked?.as === 'content';
  if (straight.separator && !isContent) return save({ ...looks, state: 'separator', ...straight.separator });
  if (text !== null) {
    const size = { width, height };
    const kept = words.length > 0 ? await deps.keepWords(page, words, size) : null;
    const traits = traitsOf({ text, confidence: 100, words }, size);
    const read = { text, confidence: 100, source: 'text-layer' as const, words: kept, traits };
    return save({ ...looks, ...read, state: 'read' });
  }
  // A clerk sees something on a page that is taken for blank: the person it goes to will see it too.
  if (!straight.reading) return save({ ...looks, state: isContent ? 'read' : 'blank' });
  const key = readingKey(page.fileId, page.page, 0);
  await deps.objects.write({ bucket: Bucket, key }, straight.reading, 'image/jpeg');
  return save({ ...looks, tilt: straight.tilt, state: 'reading' });
}

/** Degrees clockwise from how the page was scanned, when a clerk turned it. */
const turnAsked = ({ asked }: WorkPage): number => (asked?.turn ? (asked.base + asked.turn) % 360 : 0);

async function draw(page: WorkPage, ofFile: Source, deps: Deps): Promise<Drawn | { reason: string }> {
  const evidence = page.asked?.evidence;
  let replaced: Source | undefined;
  try {
    if (evidence) {
      const opened = await deps.openScan(evidence);
      if ('failure' in opened) return { reason: opened.failure };
      replaced = opened.source;
      // Which of them was meant, nobody can tell; taking the first would lose the others.
      if (replaced.pages > 1) return { reason: 'several-pages' };
    }
    const source = replaced ?? ofFile;
    const number = replaced ? 1 : page.page;
    const { text, hasImage, words } = source.text(number);
    const { grey, dpi } = await source.draw(number);
    const degrees = turnAsked(page);
    const upright = await turn(grey, degrees);
    const straight = await straighten(upright, dpi);
    // White paper under a picture nobody can open: the scan is damaged, and must not pass for a blank verso.
    if (straight.isBlank && !(await source.isWhole(number))) return { reason: 'damaged' };
    const { shown, skew } = straight;
    const reduced = Math.max(shown.width, shown.height) / Math.max(grey.width, grey.height);
    const drawn = { straight, dpi: Math.round(dpi * reduced) };
    const isRead = isReadAlready(text, hasImage) || (straight.isBlank && saysSomething(text, hasImage));
    if (!isRead) return { ...drawn, text: null, words: [] };
    return { ...drawn, text, words: tiltedWords(turnedWords(words, degrees), turnOf(skew), upright) };
  } catch (error) {
    if (error instanceof ScanPending) throw error;
    return { reason: error instanceof PageTooLarge ? 'too-large-image' : 'damaged' };
  } finally {
    replaced?.close();
  }
}
