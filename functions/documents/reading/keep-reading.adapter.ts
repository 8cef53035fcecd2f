import type { Objects } from '../../shared/objects.adapter.ts';
import type { PageTable, WorkPage } from '../batches/page-table.adapter.ts';
import { turnStored } from '../image/image.adapter.ts';
import { wordsKey } from '../object-keys.ts';
import { traitsOf } from '../splitting/traits.ts';
import type { Turned } from './detected.ts';
import { tiltedWords, turnedWords } from './placed-words.ts';
import type { Read, Word } from './words.ts';
import { encodeWords } from './words-file.ts';

type Deps = { pages: PageTable; objects: Objects; documentsBucket: string };
/** A page as a reader read it, boxes upright; it stood so once turned clockwise by `turned`. */
export type UprightRead = { read: Read; turned: Turned; isHandwritten: boolean };
export type KeepReading = ReturnType<typeof readingKeeper>;

/** A page of noise must not make an item that the table refuses (400 KB). */
const longestText = 60_000;

/** What a reader said of a page is kept: its text and traits with it, its words beside it, its picture turned upright. */
export const readingKeeper = ({ pages, objects, documentsBucket: bucket }: Deps) => {
  /** Under a key of its own: a repeat turns the first picture again, not the turned one. */
  async function turnShown(page: WorkPage, turned: number) {
    if (!page.image || turned === 0) return {};
    const image = page.image.replace(/(-(90|180|270))?\.webp$/, `-${turned}.webp`);
    const upright = page.image.replace(/-(90|180|270)\.webp$/, '.webp');
    const bytes = await turnStored(await objects.read({ bucket, key: upright }), turned);
    await objects.write({ bucket, key: image }, bytes, 'image/webp');
    const isOnSide = turned % 180 !== 0;
    const { width, height } = page;
    return { image, width: isOnSide ? height : width, height: isOnSide ? width : height };
  }

  async function keepWords({ fileId, page }: WorkPage, words: Word[], size: Size): Promise<string> {
    const key = wordsKey(fileId, page);
    await objects.write({ bucket, key }, encodeWords({ ...size, words }), 'application/json');
    return key;
  }

  return {
    keepWords,
    /** A page that is no longer being read stays as it is: its notice came twice, or it was filed meanwhile. */
    async keep(fileId: string, number: number, { read, turned, isHandwritten }: UprightRead): Promise<void> {
      const page = await pages.findPage(fileId, number);
      if (page?.state !== 'reading') return;
      // What a clerk turned lies as the clerk wants it, whatever the reader thinks.
      const isTurnedByClerk = Boolean(page.asked?.turn);
      const shown = { ...page, ...(await turnShown(page, isTurnedByClerk ? 0 : turned)) };
      const size = { width: shown.width, height: shown.height };
      const lying = isTurnedByClerk ? turnedWords(read.words, 360 - turned) : read.words;
      const words = tiltedWords(lying, page.tilt ?? 0, size);
      const found = traitsOf({ ...read, words }, size);
      const traits = { ...found, isHandwritten: isHandwritten || found.isHandwritten };
      await pages.changeWhile(page, 'reading', {
        ...{ state: 'read', source: 'ocr', image: shown.image, ...size },
        turned: isTurnedByClerk ? page.turned : turned,
        // What a reader makes of handwriting in French is no text: a person reads the picture.
        text: isHandwritten ? '' : read.text.slice(0, longestText),
        confidence: Math.round(read.confidence),
        words: isHandwritten ? null : await keepWords(page, words, size),
        traits,
        isHandwritten: traits.isHandwritten,
        reason: null,
      });
    },
  };
};
type Size = { width: number; height: number };
