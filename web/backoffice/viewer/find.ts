import { plain, type Range } from './highlight.ts';

/** Where a hit stands: on which page, and which one of that page, from 0. */
export type Hit = { page: number; nth: number };
const mostHits = 500;

/** Where a passage stands in a text; case and accents do not matter, and a line break is a space. */
export function findIn(text: string, wanted: string): { from: number; to: number }[] {
  const looked = plain(wanted).replaceAll(/ +/g, ' ').trim();
  if (looked === '') return [];
  const flat = plain(text);
  const found: { from: number; to: number }[] = [];
  for (let from = flat.indexOf(looked); from >= 0 && found.length < mostHits; ) {
    found.push({ from, to: from + looked.length });
    from = flat.indexOf(looked, from + looked.length);
  }
  return found;
}

/** All hits in a document, in the order of its pages. */
export const hitsOf = (pages: readonly { page: number; text: string }[], wanted: string): Hit[] =>
  pages.flatMap(({ page, text }) => findIn(text, wanted).map((_, nth) => ({ page, nth }))).slice(0, mostHits);

/** The hits of one page to be marked in its text, the one that is shown apart. */
export const hitRanges = (text: string, wanted: string, current: number | null): Range[] =>
  findIn(text, wanted).map((range, nth) => ({ ...range, mark: nth === current ? 'current' : 'hit' }));

/** The hit to begin with: the first on the page that is looked at or after it, else the first of all. */
export const firstHit = (hits: readonly Hit[], page: number): number =>
  Math.max(
    0,
    hits.findIndex((hit) => hit.page >= page),
  );
