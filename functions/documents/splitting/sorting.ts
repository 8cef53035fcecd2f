import type { BatchPage } from '../batches/batch.ts';
import type { SortedPage } from './split.ts';

/**
 * What a page counts as once all were prepared. A page that has a picture but could not be read goes with its document,
 * without text: a person reads it. A page without picture is rejected.
 */
export function sortOf({
  page,
  state,
  image,
  department,
  procedure,
  isVersos,
  codes = [],
  traits,
}: Pick<BatchPage, 'page' | 'state' | 'image'> & Omit<SortedPage, 'page' | 'kind'>): SortedPage {
  if (state === 'separator')
    return {
      page,
      kind: 'separator',
      department,
      ...(procedure ? { procedure } : {}),
      ...(isVersos ? { isVersos } : {}),
    };
  if (state === 'blank') return { page, kind: 'blank' };
  const kind = state !== 'rejected' && image ? 'content' : 'rejected';
  return { page, kind, ...(codes.length > 0 ? { codes } : {}), ...(traits ? { traits } : {}) };
}
