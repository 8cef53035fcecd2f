import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createWorker, OEM, PSM } from 'tesseract.js';

const models = join(
  dirname(fileURLToPath(import.meta.resolve('@tesseract.js-data/fra/package.json'))),
  '4.0.0_best_int',
);

/** The engine as its package offers it, what this product is compared with: whole pages, two workers, nothing done before. */
export async function bareEngine(workers = 2) {
  const idle = await Promise.all(
    Array.from({ length: workers }, async () => {
      const worker = await createWorker('fra', OEM.LSTM_ONLY, {
        langPath: models,
        cacheMethod: 'none',
        errorHandler: () => {},
      });
      await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, debug_file: '/dev/null' });
      return worker;
    }),
  );
  const all = [...idle];
  return {
    /** Texts of pages, in order, as fast as the workers take them. */
    async read(pages: readonly Buffer[]): Promise<string[]> {
      const texts: string[] = [];
      let next = 0;
      await Promise.all(
        all.map(async (worker) => {
          for (let at = next++; at < pages.length; at = next++)
            texts[at] = (await worker.recognize(pages[at] as Buffer)).data.text;
        }),
      );
      return texts;
    },
    close: () => Promise.all(all.map((worker) => worker.terminate())),
  };
}
