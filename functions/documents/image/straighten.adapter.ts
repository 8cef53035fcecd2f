import type { Separator } from '../splitting/separator.ts';
import { letterCodesOf, separatorOf } from '../splitting/separator.ts';
import { findBarcodes } from './barcode.adapter.ts';
import { isBlank } from './blank.ts';
import { despeckle } from './despeckle.ts';
import { flatten } from './flatten.ts';
import type { Grey } from './grey.ts';
import { readingImage, reduce, shownImage, turn } from './image.adapter.ts';
import { estimateSkew } from './skew.ts';

export type Shown = { bytes: Uint8Array; width: number; height: number };
export type StraightPage = {
  shown: Shown;
  skew: number;
  separator: Separator | null;
  /** Codes of letters, slips and parts of slips of ours. */
  letterCodes: string[];
  isBlank: boolean;
  /** For the reader: cleaned and level; absent when there is nothing to read. */
  reading: Uint8Array | null;
};

/** The eye sees half a degree. Reading suffers only beyond two, and each turning blurs a little. */
const eyeSees = 0.5;
const readerMinds = 2.2;

/** A scanned page made ready: what it is, as people see it and as it is read. Flattening and despeckling come first. */
export async function straighten(page: Grey, dpi: number): Promise<StraightPage> {
  const codes = await findBarcodes(page, dpi);
  const separator = separatorOf(codes);
  const letterCodes = letterCodesOf(codes);
  const clean = despeckle(flatten(page), dpi);
  const blank = !separator && isBlank(clean);
  const skew = separator || blank ? 0 : estimateSkew(await reduce(clean, dpi, 75));
  const shown = await shownImage(await turn(page, Math.abs(skew) >= eyeSees ? -skew : 0));
  const isRead = !separator && !blank;
  const level = isRead ? await turn(clean, Math.abs(skew) >= readerMinds ? -skew : 0) : clean;
  const reading = isRead ? await readingImage(level, dpi) : null;
  return { shown, skew, separator, letterCodes, isBlank: blank, reading };
}
