import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { BadDocument, tooLarge, unsupported } from './faults.ts';
import { packedPicture } from './packed-page.ts';

/** A page as the engine reads it: grey PNG on white, at most about 300 dpi, and its resolution. */
export type PageImage = { data: Buffer; dpi: number; width: number; height: number };
export type Document = {
  readonly pages: number;
  page(index: number): Promise<PageImage>;
  close(): void;
};
export type Format = 'pdf' | 'tiff' | 'jpeg' | 'png';

const MOST_PAGES = 3000;
const LARGEST_SIDE = 10_000;
const RENDER_DPI = 200;
/** Height of an A4 sheet in inches, to guess the resolution of an image that does not say it. */
const SHEET_INCHES = 11.7;

/** What the first bytes say; an executable named `.pdf` is refused here. */
export function formatOf(bytes: Buffer): Format {
  const head = bytes.subarray(0, 1024).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n')) return 'png';
  throw unsupported();
}

export function openDocument(bytes: Buffer): Promise<Document> {
  return formatOf(bytes) === 'pdf' ? openPdf(bytes) : openImages(bytes);
}

async function openImages(bytes: Buffer): Promise<Document> {
  // Larger images are told apart from damaged ones before anything is decoded.
  const options = { limitInputPixels: false, failOn: 'error' } as const;
  const {
    pages = 1,
    width,
    height,
  } = await sharp(bytes, options)
    .metadata()
    .catch(() => {
      throw new BadDocument('The image could not be decoded');
    });
  checkPages(pages);
  checkSides(width, height);
  return {
    pages,
    close() {},
    async page(index) {
      try {
        const page = sharp(bytes, { ...options, page: index });
        const meta = await page.metadata();
        checkSides(meta.width, meta.height);
        return await flatten(page, resolutionOf(meta), Math.max(meta.width, meta.height));
      } catch (error) {
        if (error instanceof Error && 'code' in error) throw error;
        throw new BadDocument(`Page ${index + 1} could not be decoded`);
      }
    },
  };
}

let library: Promise<PDFiumLibrary> | undefined;

async function openPdf(bytes: Buffer): Promise<Document> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(bytes).catch((error: Error) => {
    if (/password|security/i.test(error.message)) throw unsupported();
    throw new BadDocument('The PDF is damaged');
  });
  const pages = document.getPageCount();
  try {
    checkPages(pages);
  } catch (error) {
    document.destroy();
    throw error;
  }
  return {
    pages,
    close: () => document.destroy(),
    async page(index) {
      const page = document.getPage(index);
      const packed = await packedPicture(page);
      if (packed) return packed;
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const largest = Math.max(originalWidth, originalHeight);
      const scale = Math.min(RENDER_DPI / 72, LARGEST_SIDE / largest);
      const { data, width, height } = await page.render({ scale, render: 'bitmap', colorSpace: 'Gray' });
      const raw = sharp(data, { raw: { width, height, channels: 1 } });
      return { ...(await flatten(raw, scale * 72, Math.max(width, height))), dpi: Math.round(scale * 72) };
    },
  };
}

/** Density as stored when it is plausible for a scan, else from the longer side, taken for a sheet's. */
function resolutionOf({ density, width, height }: Metadata): number {
  const guess = Math.max(width, height) / SHEET_INCHES;
  const isPlausible = density !== undefined && density > guess / 1.6 && density < guess * 1.6;
  return isPlausible ? density : guess;
}

async function flatten(image: Sharp, dpi: number, side: number): Promise<PageImage> {
  const ratio = Math.min(1, 300 / dpi);
  const size = Math.max(1, Math.round(side * ratio));
  const { data, info } = await image
    .autoOrient()
    .flatten({ background: 'white' })
    .greyscale()
    .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  const clamped = Math.min(600, Math.max(70, Math.round(dpi * ratio)));
  return { data, dpi: clamped, width: info.width, height: info.height };
}

function checkPages(pages: number): void {
  if (pages < 1) throw new BadDocument('The document has no page');
  if (pages > MOST_PAGES) throw tooLarge(`The document has ${pages} pages, ${MOST_PAGES} at most`);
}

function checkSides(width: number, height: number): void {
  if (width > LARGEST_SIDE || height > LARGEST_SIDE)
    throw new BadDocument(`The image is ${width} x ${height} pixels, ${LARGEST_SIDE} a side at most`);
}
