import type { FileKind } from '../../intake/file-kind.ts';
import type { ScanFailure } from '../batches/batch.ts';
import type { Grey } from '../image/grey.ts';
import { measureImage, readImage } from '../image/image.adapter.ts';
import type { Word } from '../reading/words.ts';
import { isCutTiff } from './cut-picture.ts';
import { failureOfKind, failureOfSize } from './limits.ts';
import { openPdf, PdfFailure } from './pdf.adapter.ts';
import { drawnDpi, resolutionOf } from './resolution.ts';

/** A file of pages, opened; pages count from 1. Close it before opening another. */
export type Source = {
  pages: number;
  draw(page: number): Promise<{ grey: Grey; dpi: number }>;
  /** The text a page carries; its words lie on the page as it is drawn. */
  text(page: number): { text: string; hasImage: boolean; words: Word[] };
  /** Asked of a page that looks blank, once drawn: false when a picture of it is damaged, and something may be missing. */
  isWhole(page: number): Promise<boolean>;
  close(): void;
};
export type Opened = { source: Source } | { failure: ScanFailure };

const readable = ['image/jpeg', 'image/png', 'image/tiff'];

/** Opens a scanned file of a known kind, after checking its limits by its header; says why when it cannot be read. */
export async function openSource(bytes: Uint8Array, kind: FileKind): Promise<Opened> {
  const isPicture = 'contentType' in kind && readable.includes(kind.contentType);
  const failure = isCutTiff(bytes) ? 'damaged' : failureOfKind(kind, isPicture);
  if (failure) return { failure };
  return kind.kind === 'pdf' ? openPdfSource(bytes) : openImageSource(bytes);
}

/** Rows that a picture lacks at its end may be drawn black: more of them than the scanner's lid leaves below a sheet. */
const endsInBlack = ({ width, height, data }: Grey): boolean =>
  data.subarray(width * Math.ceil(height * 0.9)).every((light) => light < 8);

async function openPdfSource(bytes: Uint8Array): Promise<Opened> {
  try {
    const pdf = await openPdf(bytes);
    const failure = failureOfSize(pdf.pages, 1, 1);
    if (failure) {
      pdf.close();
      return { failure };
    }
    const inBlack = new Set<number>();
    return {
      source: {
        pages: pdf.pages,
        async draw(page) {
          const looks = pdf.look(page);
          if (looks.pictures.length > 0 && pdf.loses(page))
            throw new Error('a picture of the page would be left out');
          const { dpi, ...grey } = await pdf.draw(page, drawnDpi(looks));
          const isWhite = looks.pictures.length > 0 && grey.data.every((light) => light >= 250);
          if (isWhite && pdf.isBroken(page)) throw new Error('a picture of the page is damaged');
          if (endsInBlack(grey)) inBlack.add(page);
          return { grey, dpi };
        },
        text(page) {
          const { text, words, pictures } = pdf.look(page);
          return { text, words, hasImage: pictures.length > 0 };
        },
        isWhole: async (page) => !inBlack.has(page) && (await pdf.isWhole(page)),
        close: pdf.close,
      },
    };
  } catch (error) {
    if (error instanceof PdfFailure) return { failure: error.reason };
    throw error;
  }
}

async function openImageSource(bytes: Uint8Array): Promise<Opened> {
  const size = await measureImage(bytes).catch(() => null);
  const failure = size ? failureOfSize(size.pages, size.width, size.height) : 'damaged';
  if (!size || failure) return { failure: failure ?? 'damaged' };
  return {
    source: {
      pages: size.pages,
      async draw(page) {
        const measured = await measureImage(bytes, page - 1);
        if (failureOfSize(1, measured.width, measured.height)) throw new PageTooLarge();
        return readImage(bytes, page - 1, resolutionOf(measured));
      },
      text: () => ({ text: '', hasImage: true, words: [] }),
      // A damaged picture cannot be drawn at all.
      isWhole: async () => true,
      close() {},
    },
  };
}

/** One frame of a TIFF may be larger than the first. */
export class PageTooLarge extends Error {
  override name = 'PageTooLarge';
}
