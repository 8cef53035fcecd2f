import type { Place, Row, Strip, StripPage } from './clerk-api.ts';

/** A place between two pages of a row, with the written pages on both sides: nobody compares a letter with a blank verso. */
export type Spot = { place: Place; left: StripPage; right: StripPage; row: number };

/** Every place of the strip, in order. */
export const spotsOf = (strip: Pick<Strip, 'rows'>): Spot[] =>
  strip.rows.flatMap(({ pages, places }, row) =>
    places.flatMap((place) => {
      const at = pages.findIndex(({ page }) => page === place.before);
      const right = pages[at];
      const before = pages.slice(0, Math.max(0, at));
      const left = before.findLast(({ kind }) => kind === 'content') ?? before.at(-1);
      return left && right ? [{ place, left, right, row }] : [];
    }),
  );

const isDoubt = ({ place }: Spot) => place.verdict === 'doubt';
/** The doubt after a place, or the first one of all when none comes after; `undefined` when none is left. */
export const nextDoubt = (spots: readonly Spot[], at: number | null): Spot | undefined => {
  const from = spots.findIndex(({ place }) => place.before === at);
  const later = spots.slice(from + 1).find(isDoubt);
  const first = spots.find(isDoubt);
  return later ?? (first?.place.before === at ? undefined : first);
};

/** The place one step to the left or to the right; the ends hold. */
export const stepFrom = (spots: readonly Spot[], at: number | null, by: 1 | -1): Spot | undefined => {
  const from = spots.findIndex(({ place }) => place.before === at);
  if (from < 0) return spots[0];
  return spots[Math.min(spots.length - 1, Math.max(0, from + by))];
};

const standing = ({ verdict, leans }: Place) => (verdict === 'doubt' ? leans : verdict);
/** Pages of a row by letter, as they stand now: a doubt stands as it leans. */
export function lettersOf({ pages, places }: Row): { pages: StripPage[]; place: Place | null }[] {
  const before = new Map(places.map((place) => [place.before, place]));
  const letters: { pages: StripPage[]; place: Place | null }[] = [];
  for (const page of pages) {
    const place = before.get(page.page) ?? null;
    if (letters.length === 0 || (place && standing(place) === 'cut')) letters.push({ pages: [], place });
    letters.at(-1)?.pages.push(page);
  }
  return letters;
}
/** Letters that the rows make: what is about to be filed. */
export const countLetters = ({ rows }: Pick<Strip, 'rows'>): number =>
  rows.reduce(
    (sum, row) =>
      sum + lettersOf(row).filter(({ pages }) => pages.some(({ kind }) => kind === 'content')).length,
    0,
  );

const mapPlaces = (strip: Strip, change: (place: Place) => Place): Strip => ({
  ...strip,
  rows: strip.rows.map((row) => ({ ...row, places: row.places.map(change) })),
});

/** The strip at once as it will be: a clerk who decides by key does not wait for the network. */
export function withDecision(strip: Strip, before: number, kind: 'cut' | 'join', login: string): Strip {
  const changed = mapPlaces(strip, (place) =>
    place.before === before
      ? { ...place, verdict: kind, leans: kind, by: 'clerk', confidence: 1, decidedBy: login }
      : place,
  );
  return { ...changed, left: spotsOf(changed).filter(isDoubt).length };
}
export const withTurn = (strip: Strip, page: number): Strip => ({
  ...strip,
  rows: strip.rows.map((row) => ({
    ...row,
    pages: row.pages.map((one) => (one.page === page ? { ...one, turn: (one.turn + 90) % 360 } : one)),
  })),
});
