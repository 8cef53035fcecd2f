import { type FieldProblem, Refusal } from '../../shared/refusal.ts';
import type { Boundary } from '../splitting/boundary.ts';
import type { FileAccount } from './accounts.ts';
import type { ClerkDeed } from './clerk.ts';
import type { AskedDeed } from './clerk-api.ts';
import { inOrder } from './clerk-strip.ts';
import type { WorkPage } from './page-table.adapter.ts';

type Situation = {
  file: Pick<FileAccount, 'state'>;
  pages: readonly WorkPage[];
  boundaries: readonly Boundary[];
  deeds: readonly ClerkDeed[];
  /** Reference of the request that a page is in. */
  requestOf(page: WorkPage): string | null;
  /** The machine waits for what is decided of places; a closed file keeps its letters as they part. */
  isWaiting: boolean;
  /** Somebody decided on its letter: it stays as it is. */
  isOver(page: WorkPage): boolean;
  isSealed(page: WorkPage): boolean;
};

const refuse = (code: string, params?: FieldProblem['params']) =>
  new Refusal('not-allowed-in-state', [{ field: 'page', code, ...(params ? { params } : {}) }]);

type Asked = AskedDeed | ClerkDeed;
/** Pages that a decision changes: both sides of a place, or the page itself. */
function touched(asked: Asked, { pages, boundaries, deeds, isOver }: Situation): WorkPage[] {
  if (!('before' in asked)) return pages.filter(({ page }) => page === asked.page);
  if (!boundaries.some(({ before }) => before === asked.before))
    throw new Refusal('invalid-input', [{ field: 'before', code: 'no-place' }]);
  const content = inOrder(pages, deeds).filter(({ kind }) => kind === 'content');
  const at = content.findIndex(({ page }) => page.page === asked.before);
  const sides = content.slice(Math.max(0, at - 1), at + 1).map(({ page }) => page);
  // A cut beside a letter that somebody decided on leaves that letter as it is.
  const open = sides.filter((page) => !isOver(page));
  return asked.kind === 'cut' && open.length > 0 ? open : sides;
}

/**
 * Refuses what cannot be done to the pages of a file: `not-found` for a page it does not have, `forbidden` for a letter
 * reserved to others, `not-allowed-in-state` with `being-read`, `file-closed`, `in-a-request`, `letter-decided` or `no-picture`.
 */
export function checkDeed(asked: Asked, situation: Situation): void {
  if (situation.file.state === 'reading') throw refuse('being-read');
  if ('before' in asked && !situation.isWaiting) throw refuse('file-closed');
  const pages = touched(asked, situation);
  if (pages.length === 0) throw new Refusal('not-found');
  for (const page of pages) {
    if (situation.isSealed(page)) throw new Refusal('forbidden');
    if (!situation.isOver(page)) continue;
    const reference = situation.requestOf(page);
    throw reference
      ? refuse('in-a-request', { page: page.page, reference })
      : refuse('letter-decided', { page: page.page });
  }
  const needsPicture = asked.kind === 'rotate' || (asked.kind === 'count-as' && asked.as === 'content');
  if (needsPicture && pages.some(({ image }) => !image)) throw refuse('no-picture');
}

/** A decision is taken back as it was made: not once its pages are in a request. */
export const checkUndo = (deed: ClerkDeed, situation: Situation): void => checkDeed(deed, situation);
