/** A place of a pile: a page of the file, in the order in which it was scanned. */
type Scanned = { page: number; isVersos?: boolean };
export type Collated<T> = {
  pages: T[];
  /** Pages that a sheet called versos without being as many as the fronts: left as scanned, for a person to see. */
  unmatched: number[];
};

/**
 * Puts the pages of a pile scanned in two passes into the order they are read: the fronts, the sheet "versos follow",
 * then as many backs, which come in reverse since the pile was turned over. What follows the last back begins another pile.
 * Nothing is moved when the backs are fewer than the fronts: a page missing would give every back to a wrong front.
 */
export function collate<T extends Scanned>(pages: readonly T[]): Collated<T> {
  const collated: T[] = [];
  const unmatched: number[] = [];
  let fronts: T[] = [];
  let at = 0;
  while (at < pages.length) {
    const page = pages[at] as T;
    at++;
    if (!page.isVersos) {
      fronts.push(page);
      continue;
    }
    const sheets = [page];
    // The sheet is printed on both sides, and a double-sided scanner sees both.
    while (pages[at]?.isVersos) sheets.push(pages[at++] as T);
    const end = pages.findIndex((one, index) => index >= at && one.isVersos);
    const backs = pages.slice(at, Math.min(at + fronts.length, end < 0 ? pages.length : end));
    at += backs.length;
    if (backs.length === fronts.length)
      for (const [index, front] of fronts.entries()) collated.push(front, backs.at(-1 - index) as T);
    else {
      collated.push(...fronts, ...backs);
      unmatched.push(...backs.map((one) => one.page));
    }
    // After the pile, so that it parts what follows and nothing within.
    collated.push(...sheets);
    fronts = [];
  }
  return { pages: [...collated, ...fronts], unmatched };
}
