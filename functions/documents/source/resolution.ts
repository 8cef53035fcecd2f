import type { PdfPage } from './pdf-page.adapter.ts';

const finest = 300;
const coarsest = 200;
/** A picture smaller than this share of its page is a logo, a stamp or a signature. */
const ofPage = 0.05;

/**
 * The resolution to draw a page of a PDF with: its scan's own, so that nothing is lost nor invented, up to 300; a page
 * drawn by a computer is sharp at 200 already, and a coarse scan reads better drawn larger.
 */
export function drawnDpi({
  width,
  height,
  pictures,
}: Pick<PdfPage, 'width' | 'height' | 'pictures'>): number {
  const large = pictures.filter((one) => one.width * one.height >= width * height * ofPage);
  const finestOfAll = Math.max(
    0,
    ...large.map((one) => Math.sqrt(one.pixels / (one.width * one.height)) * 72),
  );
  return Math.min(finest, Math.max(coarsest, Math.round(finestOfAll)));
}

type Measured = { width: number; height: number; dpi: number };
const a4 = { long: 11.69, short: 8.27 };
/** A till's paper is 80 mm wide. */
const receiptWidth = 3.15;
const longest = 24;
const shortest = 1.5;

/**
 * The resolution of a picture: what the file says when that makes a sheet between a card and A2, else that of an A4 sheet
 * of this size (or of a receipt, when it is far longer than wide). Cameras say 72 or 96 of whatever they take, and some
 * scanners say per centimetre what they mean per inch.
 */
export function resolutionOf({ width, height, dpi }: Measured): number {
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  const isPlausible = (said: number) =>
    said >= 100 && said <= 620 && long / said <= longest && short / said >= shortest;
  if (isPlausible(dpi)) return dpi;
  if (isPlausible(dpi / 2.54) && Math.abs(long / (dpi / 2.54) - a4.long) < 0.7) return dpi / 2.54;
  return long > short * 2.2 ? short / receiptWidth : long / a4.long;
}
