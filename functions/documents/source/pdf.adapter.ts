import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PDFiumDocument } from '@hyzyla/pdfium';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Grey } from '../image/grey.ts';
import { largestSide } from './limits.ts';
import { hasBrokenPicture, lookAtPage, losesPicture, type PdfPage } from './pdf-page.adapter.ts';

export class PdfFailure extends Error {
  readonly reason: 'damaged' | 'password-protected';
  constructor(reason: 'damaged' | 'password-protected') {
    super(reason);
    this.name = 'PdfFailure';
    this.reason = reason;
  }
}

let library: Promise<PDFiumLibrary> | undefined;
/** From the bundle's own folder: the package would fetch it otherwise. */
function pdfium(): Promise<PDFiumLibrary> {
  library ??= (async () => {
    const path = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
    return PDFiumLibrary.init({ wasmBinary: new Uint8Array(readFileSync(path)).buffer });
  })();
  return library;
}

/** Opens a PDF held in memory; throws `PdfFailure` on a damaged or protected one. Close it: its memory is not collected. */
export async function openPdf(bytes: Uint8Array) {
  const document: PDFiumDocument = await (await pdfium()).loadDocument(bytes).catch((error: Error) => {
    throw new PdfFailure(/password/i.test(error.message) ? 'password-protected' : 'damaged');
  });
  return {
    pages: document.getPageCount(),
    /** Size of a page in pixels at a resolution; `page` counts from 1. */
    size(page: number, dpi: number): { width: number; height: number } {
      const { originalWidth, originalHeight } = document.getPage(page - 1).getOriginalSize();
      return {
        width: Math.round((originalWidth * dpi) / 72),
        height: Math.round((originalHeight * dpi) / 72),
      };
    },
    look: (page: number): PdfPage => lookAtPage(document, page),
    isBroken: (page: number): boolean => hasBrokenPicture(document, page),
    loses: (page: number): boolean => losesPicture(document, page),
    /** A page in grey; a page too large for the resolution is drawn smaller. */
    async draw(page: number, dpi: number): Promise<Grey & { dpi: number }> {
      const opened = document.getPage(page - 1);
      const { originalWidth, originalHeight } = opened.getOriginalSize();
      const longest = Math.max(originalWidth, originalHeight, 1);
      const scale = Math.min(dpi / 72, largestSide / 2 / longest);
      const side = (points: number) => Math.max(1, Math.round(points * scale));
      const size = { width: side(originalWidth), height: side(originalHeight), scale: 1 };
      const drawn = await opened.render({ ...size, colorSpace: 'Gray', renderFormFields: true });
      return { width: drawn.width, height: drawn.height, data: drawn.data, dpi: scale * 72 };
    },
    /** Whether the pictures of a page can be decoded to their end; a damaged one is drawn as white paper. */
    async isWhole(page: number): Promise<boolean> {
      if (hasBrokenPicture(document, page)) return false;
      const opened = document.getPage(page - 1);
      for (const object of opened.objects()) {
        if (object.type !== 'image') continue;
        const isDecoded = await object.render({ render: 'bitmap' }).then(
          () => true,
          () => false,
        );
        if (!isDecoded) return false;
      }
      return true;
    },
    close: () => document.destroy(),
  };
}
