import type { ContactHeader } from '../../intake/contact-items.ts';

type Filed = Pick<ContactHeader, 'state' | 'scan' | 'decision'>;
/**
 * What to do with the pages of a planned document: `add` the contact that they make, leave the `same`, `replace` the pages of
 * one on which nobody decided yet, or `keep` one that is decided as it is.
 */
export type Filing = 'add' | 'same' | 'replace' | 'keep';

const undecided = ['received', 'reading', 'qualifying', 'waiting', 'quarantined'];

/** Nobody decided on it yet. */
export const isOpen = ({ state, decision }: Pick<Filed, 'state' | 'decision'>): boolean =>
  undecided.includes(state) && !decision;

/**
 * @param known the contact that this document made before, when it did
 * @param isChanged a page of it was turned, replaced or counted otherwise since
 */
export function filingOf(known: Filed | null, pages: readonly number[], isChanged = false): Filing {
  if (!known) return 'add';
  if (known.scan?.pages.join() === pages.join() && !isChanged) return 'same';
  return isOpen(known) ? 'replace' : 'keep';
}
