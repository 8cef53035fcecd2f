import type { ClerkDeed } from '../batches/clerk.ts';
import type { SortedPage } from './split.ts';

const standing = (deeds: readonly ClerkDeed[]) => deeds.filter((deed) => !deed.undone);

/** The pages as the clerk counts them; a page made content again keeps what was read of it. */
export function counted(pages: readonly SortedPage[], deeds: readonly ClerkDeed[]): SortedPage[] {
  const kinds = new Map(
    standing(deeds).flatMap((deed) => (deed.kind === 'count-as' ? [[deed.page, deed.as] as const] : [])),
  );
  return pages.map((page) => {
    const kind = kinds.get(page.page);
    if (!kind || kind === page.kind) return page;
    const { department: _department, procedure: _procedure, isVersos: _isVersos, ...rest } = page;
    return { ...rest, kind };
  });
}

/** What the clerk last decided of the place before each page. */
export const decided = (deeds: readonly ClerkDeed[]): ReadonlyMap<number, 'cut' | 'join'> =>
  new Map(
    standing(deeds).flatMap((deed) =>
      deed.kind === 'cut' || deed.kind === 'join' ? [[deed.before, deed.kind] as const] : [],
    ),
  );
