import type { FileKind } from '../../intake/file-kind.ts';
import type { ScanFailure } from '../batches/batch.ts';

/** What one file may ask of the readers; beyond, a person is asked to cut it. */
export const mostPages = 1_000;
export const largestSide = 10_000;

/** Why a file cannot be read by what it is, or null. */
export function failureOfKind({ kind }: FileKind, isTiffOrPicture: boolean): ScanFailure | null {
  if (kind === 'empty') return 'empty';
  if (kind === 'executable') return 'executable';
  if (kind === 'pdf' || (kind === 'image' && isTiffOrPicture)) return null;
  return 'unknown-type';
}

/** Why a file cannot be read by its size in pages and pixels, as its header says them, before anything is decoded. */
export function failureOfSize(pages: number, width: number, height: number): ScanFailure | null {
  if (pages < 1) return 'damaged';
  if (pages > mostPages) return 'too-many-pages';
  return width > largestSide || height > largestSide ? 'too-large-image' : null;
}
