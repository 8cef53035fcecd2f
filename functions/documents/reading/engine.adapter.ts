import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, type Page, PSM, type WorkerOptions } from 'tesseract.js';
import type { Grey } from '../image/grey.ts';
import { measureImage, readImage, turn, turnStored } from '../image/image.adapter.ts';
import { whitened } from '../image/whiten.ts';
import { openPool } from './engine-pool.adapter.ts';
import { isHandwritten, isTurn, isUpright, readOf, saysNothing, type Turn } from './engine-read.ts';
import type { Read } from './words.ts';

/** A reading with boxes on the page upright: `turned` clockwise from how it lay, `width` and `height` are its pixels then. */
export type EngineRead = Read & {
  turned: 0 | Turn;
  width: number;
  height: number;
  /** Its words are guesses and its text is left empty: a person has to read the page. */
  isHandwritten: boolean;
};
export type Engine = ReturnType<typeof openEngine>;

/** Upright print is read with 82 or more, turned print with 40 or less. */
const surelyUpright = 60;
const telling = 12;

/** Reads French print, pages on their side or head too. Its workers start when they are wanted and rest after a minute. */
export function openEngine({ workers = 2 }: { workers?: number } = {}) {
  const readers = openPool(workers, startReader);
  const compasses = openPool(1, startCompass);

  const recognize = (image: Uint8Array, dpi: number): Promise<Page> =>
    readers.use(async (worker) => {
      await worker.setParameters({ user_defined_dpi: String(clamp(Math.round(dpi))) });
      return (await worker.recognize(asBuffer(image), {}, { blocks: true, text: false })).data;
    });

  /** A page of a few lines on grainy paper, of which nothing was read, with its paper made white. */
  const again = async (read: Page, image: Uint8Array | Grey, dpi: number): Promise<Page> => {
    const grey = image instanceof Uint8Array ? (await readImage(image, 0, 1)).grey : image;
    const second = await recognize(graymap(whitened(grey)), dpi);
    return !saysNothing(second) && second.confidence >= surelyUpright ? second : read;
  };

  /** How far to turn the page clockwise; null when it shows too little print to tell. */
  const turnOf = (image: Uint8Array): Promise<Turn | null> =>
    compasses
      .use(async (worker) => (await worker.detect(asBuffer(image))).data.orientation_degrees)
      .then((turn) => (isTurn(turn) ? turn : null))
      .catch(() => null);

  return {
    /**
     * Reads one page.
     * @param image a JPEG or PNG, or the light of a page, which spares packing and unpacking it
     * @param dpi its resolution, by which tables and headings are told from text
     * @param hasLetters whether ink of the size of letters stands on it: a page without words is a pen's then
     * @throws when the picture cannot be decoded
     */
    async read(image: Uint8Array | Grey, dpi: number, hasLetters = false): Promise<EngineRead> {
      const isStored = image instanceof Uint8Array;
      const { width, height } = isStored ? await measureImage(image) : image;
      const stored = isStored ? image : graymap(image);
      const plain = await recognize(stored, dpi);
      const first = saysNothing(plain) ? await again(plain, image, dpi) : plain;
      const lying = answer(first, 0, { width, height }, hasLetters);
      if (!first.blocks?.length || (first.confidence >= surelyUpright && isUpright(first))) return lying;
      const degrees = await turnOf(stored);
      if (!degrees) return lying;
      const size = degrees === 180 ? { width, height } : { width: height, height: width };
      const upright = isStored ? await turnStored(image, degrees) : graymap(await turn(image, degrees));
      const second = await recognize(upright, dpi);
      // A pen's page reads as badly either way up: only print shows which way it stands.
      const isBetter = second.confidence > first.confidence + telling || !isUpright(first);
      return isBetter ? answer(second, degrees, size, hasLetters) : lying;
    },
    async close(): Promise<void> {
      await Promise.all([readers.close(), compasses.close()]);
    },
  };
}

function answer(
  page: Page,
  turned: 0 | Turn,
  size: { width: number; height: number },
  hasLetters: boolean,
): EngineRead {
  const read = readOf(page, size);
  const isPen = isHandwritten(page, hasLetters);
  return { ...read, text: isPen ? '' : read.text, turned, ...size, isHandwritten: isPen };
}

/** The plainest file there is: a line of its size, then the light of each pixel. */
function graymap({ width, height, data }: Grey): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`);
  return Buffer.concat([head, data]);
}

const clamp = (dpi: number) => Math.min(600, Math.max(70, dpi));
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);

const dataOf = (language: string, folder: string) =>
  join(
    dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`)),
    folder,
  );

/** What it thinks of each page would go to the error output of the process. */
const quiet = { debug_file: '/dev/null' };

const options = (langPath: string): Partial<WorkerOptions> => ({
  langPath,
  // Its cache would be a file in the working folder, which a function may not write.
  cacheMethod: 'none',
  // Without a handler, an unreadable picture would end the whole process.
  errorHandler: () => {},
});

async function startReader() {
  const worker = await createWorker('fra', OEM.LSTM_ONLY, options(dataOf('fra', '4.0.0_best_int')));
  await worker.setParameters({ ...quiet, tessedit_pageseg_mode: PSM.AUTO });
  return worker;
}

async function startCompass() {
  const worker = await createWorker('osd', OEM.TESSERACT_ONLY, {
    ...options(dataOf('osd', '4.0.0')),
    legacyCore: true,
    legacyLang: true,
  });
  await worker.setParameters({ ...quiet, user_defined_dpi: '200' });
  return worker;
}
