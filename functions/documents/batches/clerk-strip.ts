import type { Boundary } from '../splitting/boundary.ts';
import { collate } from '../splitting/collate.ts';
import { counted } from '../splitting/deeds.ts';
import { sortOf } from '../splitting/sorting.ts';
import { asAsked } from './asked.ts';
import type { ClerkDeed } from './clerk.ts';
import type { Strip } from './clerk-api.ts';
import type { WorkPage } from './page-table.adapter.ts';

type Row = Strip['rows'][number];
export type StripPage = Omit<Row['pages'][number], 'url'> & { image: string | null };
type Given = {
  pages: readonly WorkPage[];
  boundaries: readonly Boundary[];
  deeds: readonly ClerkDeed[];
  /** Reference of the request a page is in, if any; and whether it is reserved to others. */
  requestOf(page: WorkPage): string | null;
  isSealed(page: WorkPage): boolean;
};
const excerptLength = 140;

/** What is still in force, in the order it was decided. */
export const inForce = (deeds: readonly ClerkDeed[]): ClerkDeed[] => deeds.filter(({ undone }) => !undone);

type About =
  | { kind: 'cut' | 'join'; before: number }
  | { kind: 'rotate' | 'count-as' | 'replace'; page: number };
/** The page a decision is about; for a place between two pages, the one after it. */
export const pageOf = (deed: About): number => ('before' in deed ? deed.before : deed.page);

/**
 * The last decision of this agent, unless somebody decided after (what a colleague did is not undone from here) or its page
 * is in a letter that
 * somebody decided on.
 */
export function lastOf(
  deeds: readonly ClerkDeed[],
  isOver: (page: number) => boolean,
  login: string,
): Strip['undo'] {
  const last = inForce(deeds).at(-1);
  if (last?.by !== login || isOver(pageOf(last))) return null;
  return { deedId: last.id, kind: last.kind, page: pageOf(last) };
}

/** The last thing that was decided or taken back: its name makes a reopening that is asked twice one. */
export function lastChange(deeds: readonly ClerkDeed[]): string | null {
  const at = (deed: ClerkDeed) => deed.undone?.at ?? deed.at;
  const last = [...deeds].sort((one, other) => at(one).localeCompare(at(other))).at(-1);
  return last ? (last.undone ? `${last.id}-undone` : last.id) : null;
}

/** Pages that the machine has yet to make as they were asked to be. */
export const notDone = (pages: readonly WorkPage[], deeds: readonly ClerkDeed[]): number =>
  pages.filter((page) => asAsked(page, deeds) !== null).length;

export const doubtsLeft = (boundaries: readonly Boundary[]): number =>
  boundaries.filter(({ verdict }) => verdict === 'doubt').length;

type Kind = StripPage['kind'];
/** Pages in the order they are read, with what each counts as now: decisions included that the machine has not come to yet. */
export function inOrder(
  pages: readonly WorkPage[],
  deeds: readonly ClerkDeed[],
): { page: WorkPage; kind: Kind }[] {
  const known = new Map(pages.map((page) => [page.page, page]));
  return collate(counted(pages.map(sortOf), deeds)).pages.flatMap(({ page: number, kind }) => {
    const page = known.get(number);
    const isWaiting = page?.state === 'waiting' || page?.state === 'reading';
    return page ? [{ page, kind: isWaiting ? ('waiting' as const) : kind }] : [];
  });
}

/** What was asked of a page and is not done: degrees that its picture is behind, and what it will count as. */
export function askedOf(
  page: WorkPage,
  deeds: readonly ClerkDeed[],
): { turn: number; as: 'content' | 'blank' | 'separator' | 'rejected' | 'replace' | null } {
  const next = asAsked(page, deeds)?.asked;
  if (!next) return { turn: 0, as: null };
  const done = page.asked;
  if (next.evidence?.versionId !== done?.evidence?.versionId)
    return { turn: 0, as: next.evidence ? 'replace' : null };
  const as = next.as === done?.as ? null : (next.as ?? null);
  return { turn: (next.turn - (done?.turn ?? 0) + 360) % 360, as };
}

/**
 * Rows of pages to look at. A separator sheet ends a row; so does a cut nobody doubts, unless `all` is asked for. Rows
 * with a doubt, or with a place that a clerk decided, are shown: what was just decided must not vanish.
 */
export function rowsOf(
  given: Given,
  which: 'doubtful' | 'all',
): (Omit<Row, 'pages'> & { pages: StripPage[] })[] {
  const places = new Map(given.boundaries.map((place) => [place.before, place]));
  const deciders = new Map(
    inForce(given.deeds).flatMap((deed) =>
      deed.kind === 'cut' || deed.kind === 'join' ? [[deed.before, deed.by] as const] : [],
    ),
  );
  const rows: (Omit<Row, 'pages'> & { pages: StripPage[] })[] = [];
  let isOpen = false;
  for (const { page, kind } of inOrder(given.pages, given.deeds)) {
    if (kind === 'separator') {
      isOpen = false;
      continue;
    }
    const place = places.get(page.page);
    const isSureCut = place?.verdict === 'cut' && place.by !== 'clerk';
    if (!isOpen || (isSureCut && which === 'doubtful')) rows.push({ pages: [], places: [] });
    const row = rows.at(-1);
    if (place && isOpen && row && row.pages.length > 0)
      row.places.push(shownPlace(place, deciders.get(page.page)));
    row?.pages.push(stripPage(page, kind, given));
    isOpen = true;
  }
  if (which === 'all') return rows;
  return rows.filter((row) => row.places.some(({ verdict, decidedBy }) => verdict === 'doubt' || decidedBy));
}

/** A place whose figures nobody can tell (a page read by an older version) is shown as not sure at all, never refused. */
const shownPlace = (place: Boundary, decidedBy: string | undefined): Row['places'][number] => ({
  ...place,
  confidence: Number.isFinite(place.confidence) ? Math.min(1, Math.max(0, place.confidence)) : 0,
  decidedBy: decidedBy ?? null,
});

function stripPage(page: WorkPage, kind: Kind, given: Given): StripPage {
  const isSealed = given.isSealed(page);
  return {
    ...{ page: page.page, kind, width: page.width, height: page.height },
    image: isSealed ? null : page.image,
    turn: askedOf(page, given.deeds).turn,
    words: isSealed ? '' : page.text.replace(/\s+/g, ' ').trim().slice(0, excerptLength),
    isHandwritten: page.isHandwritten ?? false,
    requestReference: given.requestOf(page),
  };
}
