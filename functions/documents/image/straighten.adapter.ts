import type { Separator } from '../splitting/separator.ts';
import { letterCodesOf, separatorOf } from '../splitting/separator.ts';
import { findBarcodes } from './barcode.adapter.ts';
import { isBlank } from './blank.ts';
import { componentsOf, letterHeight } from './components.ts';
import { despeckle } from './despeckle.ts';
import { flatten } from './flatten.ts';
import type { Grey } from './grey.ts';
import { readingImage, shownImage, turn } from './image.adapter.ts';
import { inkOf } from './ink.ts';
import { reduceBy } from './reduce.ts';
import { estimateSkew } from './skew.ts';

export type Shown = { bytes: Uint8Array; width: number; height: number };
/** What a page is, and its picture as it is read: cleaned and level; null when there is nothing to read. */
export type LevelPage = {
  skew: number;
  separator: Separator | null;
  /** Codes of letters, slips and parts of slips of ours. */
  letterCodes: string[];
  isBlank: boolean;
  level: Grey | null;
  /** Of small letters, in pixels; null where there are too few to tell. */
  letterHeight: number | null;
};
export type StraightPage = Omit<LevelPage, 'level'> & {
  shown: Shown;
  /** For the reader: cleaned and level; absent when there is nothing to read. */
  reading: Uint8Array | null;
  /** Degrees by which the shown picture is turned clockwise beyond the one for the reader. */
  tilt: number;
};

/** The eye sees half a degree, and the reader loses lines from one on; each turning blurs a little. */
const eyeSees = 0.5;

/** Degrees by which a page that lay askew is turned, the picture people see and the one that is read alike. */
export const turnOf = (skew: number) => (Math.abs(skew) >= eyeSees ? -skew : 0);

/** Finds the codes of a scanned page, cleans it and lays it level. Flattening and despeckling come before turning. */
export async function levelPage(page: Grey, dpi: number): Promise<LevelPage> {
  const codes = await findBarcodes(page, dpi);
  const separator = separatorOf(codes);
  const letterCodes = letterCodesOf(codes);
  const flat = flatten(page);
  const ink = inkOf(flat);
  const components = componentsOf(flat, ink.below);
  const clean = despeckle(flat, components, dpi);
  const letters = letterHeight(components, dpi);
  // Two pale lines move the level of ink too little to count as dark: what has the size of letters, and is no dust, is no blank.
  const isWritten = () => letters !== null && letterHeight(componentsOf(clean, ink.below), dpi) !== null;
  const blank = !separator && isBlank(clean, ink) && !isWritten();
  const isRead = !separator && !blank;
  const skew = isRead ? estimateSkew(reduceBy(clean, Math.round(dpi / 75))) : 0;
  const level = isRead ? await turn(clean, turnOf(skew)) : null;
  return { skew, separator, letterCodes, isBlank: blank, level, letterHeight: letters };
}

/** A scanned page made ready: what it is, as people see it and as it is read. */
export async function straighten(page: Grey, dpi: number): Promise<StraightPage> {
  const { level, ...found } = await levelPage(page, dpi);
  const shown = await shownImage(await turn(page, turnOf(found.skew)));
  return { ...found, shown, reading: level ? await readingImage(level, dpi) : null, tilt: 0 };
}
