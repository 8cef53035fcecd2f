import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { createWorker, OEM, type Page, PSM, type WorkerOptions } from 'tesseract.js';
import { openEngines } from './engines.ts';
import { BadDocument } from './faults.ts';
import type { PageImage } from './page-image.ts';
import { isTurn, type Turn, turnedBack } from './turned.ts';

/** Upright print is read with 82 or more, turned print with 40 or less. */
const SURE = 60;

export type Reader = ReturnType<typeof openReader>;
/** What was read, with boxes in pixels of the page as it was given. */
export type ReadPage = Page;

/** Reads French pages, also those that lie on their side or upside down, as Textract does. */
export function openReader() {
  const readers = openEngines(2, startReader);
  const compasses = openEngines(1, startCompass);

  const recognize = ({ data, dpi }: PageImage): Promise<Page> =>
    readers.use(async (worker) => {
      await worker.setParameters({ user_defined_dpi: String(dpi) });
      return (await worker.recognize(data, {}, { blocks: true, text: false })).data;
    });

  /** How far to turn the page clockwise; undefined when it shows too little print to tell. */
  async function turnOf({ data }: PageImage): Promise<Turn | undefined> {
    try {
      const found = await compasses.use((worker) => worker.detect(data));
      const turn = found.data.orientation_degrees;
      return isTurn(turn) ? turn : undefined;
    } catch {
      return undefined;
    }
  }

  return {
    async read(image: PageImage): Promise<ReadPage> {
      try {
        const first = await recognize(image);
        if (first.confidence >= SURE || !first.blocks?.length) return first;
        const turn = await turnOf(image);
        if (!turn) return first;
        const data = await sharp(image.data).rotate(turn).png({ compressionLevel: 1 }).toBuffer();
        const second = await recognize({ ...image, data });
        return second.confidence > first.confidence ? turnedBack(second, turn, image) : first;
      } catch (error) {
        throw new BadDocument(`The page could not be read: ${String((error as Error)?.message ?? error)}`);
      }
    },
    async close(): Promise<void> {
      await Promise.all([readers.close(), compasses.close()]);
    },
  };
}

const dataOf = (language: string, folder: string) =>
  join(dirname(fileURLToPath(import.meta.resolve(`@tesseract.js-data/${language}/package.json`))), folder);

const options = (langPath: string): Partial<WorkerOptions> => ({
  langPath,
  cacheMethod: 'none',
  // Without a handler, an unreadable image would end the whole process.
  errorHandler: () => {},
});

async function startReader() {
  const worker = await createWorker('fra', OEM.LSTM_ONLY, options(dataOf('fra', '4.0.0_best_int')));
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO });
  return worker;
}

const startCompass = () =>
  createWorker('osd', OEM.TESSERACT_ONLY, {
    ...options(dataOf('osd', '4.0.0')),
    legacyCore: true,
    legacyLang: true,
  });
