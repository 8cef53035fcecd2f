import type { ContactHeader } from '../../intake/contact-items.ts';

type Filed = Pick<ContactHeader, 'state' | 'scan' | 'decision'>;
/**
 * What to do with the pages of a planned document: `add` the contact that they make, leave the `same`, `replace` the pages of
 * one on which nobody decided yet, or `keep` one that is decided as it is.
 */
export type Filing = 'add' | 'same' | 'replace' | 'keep';

const undecided = ['received', 'reading', 'qualifying', 'waiting', 'quarantined'];

/** @param known the contact that this document made before, when it did */
export function filingOf(known: Filed | null, pages: readonly number[]): Filing {
  if (!known) return 'add';
  if (known.scan?.pages.join() === pages.join()) return 'same';
  return undecided.includes(known.state) && !known.decision ? 'replace' : 'keep';
}
