import type { SortedPage } from './split.ts';

/** Whether sheets lie between letters of a file: then the sheets are believed. One on top only says whom the file is for. */
export function hasSheetsBetween(pages: readonly SortedPage[]): boolean {
  const kinds = pages.filter(
    ({ kind, isVersos }) => kind === 'content' || (kind === 'separator' && !isVersos),
  );
  const first = kinds.findIndex(({ kind }) => kind === 'content');
  const last = kinds.findLastIndex(({ kind }) => kind === 'content');
  return kinds.slice(first, last).some(({ kind }) => kind === 'separator');
}

/** Whether fronts and backs take turns: an even number of pages, empty ones all backs, not all backs empty. */
export function isDuplex(pages: readonly SortedPage[]): boolean {
  const sides = pages.filter(({ isVersos }) => !isVersos);
  const blanks = sides.flatMap(({ kind }, index) => (kind === 'blank' ? [index] : []));
  return (
    sides.length % 2 === 0 &&
    blanks.length >= 2 &&
    blanks.length < sides.length / 2 &&
    blanks.every((index) => index % 2 === 1)
  );
}

/** A name on every page is that of the town; one on a few pages tells whose they are. */
export function tellingNames(pages: readonly SortedPage[]): (name: string) => number {
  const borne = new Map<string, number>();
  let read = 0;
  for (const { traits } of pages) {
    if (!traits) continue;
    read++;
    for (const name of new Set([...traits.names, ...traits.numbers]))
      borne.set(name, (borne.get(name) ?? 0) + 1);
  }
  const usual = Math.max(4, read / 5);
  return (name) => ((borne.get(name) ?? 0) <= usual ? 1 : 0);
}

/** How far an address block is the one that many letters of the file bear, 0 to 1: the authority's own, whatever its name. */
export function usualAddressee(pages: readonly SortedPage[]): (recipient: readonly string[]) => number {
  const borne = new Map<string, number>();
  const read = pages.filter(({ traits }) => traits && traits.recipient.length > 0);
  for (const { traits } of read)
    for (const token of new Set(traits?.recipient)) borne.set(token, (borne.get(token) ?? 0) + 1);
  const least = Math.max(3, read.length / 4);
  return (recipient) =>
    recipient.filter((token) => (borne.get(token) ?? 0) >= least).length / Math.max(1, recipient.length);
}
