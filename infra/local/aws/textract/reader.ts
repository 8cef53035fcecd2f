import { openEngine } from '../../../../functions/documents/reading/engine.adapter.ts';
import { turnedWords } from '../../../../functions/documents/reading/placed-words.ts';
import type { Read } from '../../../../functions/documents/reading/words.ts';
import { BadDocument } from './faults.ts';
import type { PageImage } from './page-image.ts';

export type Reader = ReturnType<typeof openReader>;

/** Boxes lie on the page as it was given; turned clockwise by `turned` it stands upright. */
export type LyingRead = Read & { turned: number; isHandwritten: boolean };

/** Reads French pages by the engine that the product can read with itself. */
export function openReader() {
  const engine = openEngine({ workers: 2 });
  return {
    async read(image: PageImage): Promise<LyingRead> {
      try {
        const { text, confidence, words, turned, isHandwritten } = await engine.read(image.data, image.dpi);
        return { text, confidence, words: turnedWords(words, 360 - turned), turned, isHandwritten };
      } catch (error) {
        throw new BadDocument(`The page could not be read: ${String((error as Error)?.message ?? error)}`);
      }
    },
    close: () => engine.close(),
  };
}
