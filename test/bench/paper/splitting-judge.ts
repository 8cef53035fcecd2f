import { boundariesOf } from '../../../functions/documents/splitting/boundaries.ts';
import type { Boundary } from '../../../functions/documents/splitting/boundary.ts';
import { traitsOf } from '../../../functions/documents/splitting/traits.ts';
import { type KeptPile, readOf } from './splitting-readings.ts';
import type { Labelled } from './splitting-simulated.ts';

export type Judged = {
  boundaries: number;
  right: number;
  doubts: number;
  /** Decided otherwise than it is, without a doubt. */
  wrong: { page: number; boundary: Boundary; isCut: boolean }[];
  doubtful: { page: number; boundary: Boundary; isCut: boolean }[];
};

/** A recorded pile as splitting gets it. */
export const labelledOf = (pile: KeptPile): Labelled => ({
  letters: pile.pages.map(({ letter }) => letter),
  pages: pile.pages.map((kept, index) => {
    const [width, height] = kept.size;
    if (kept.kind === 'blank') return { page: index + 1, kind: 'blank' as const };
    return { page: index + 1, kind: 'content' as const, traits: traitsOf(readOf(kept), { width, height }) };
  }),
});

/** How many places of a file are held for what they are. */
export function judge({ pages, letters }: Labelled): Judged {
  const judged: Judged = { boundaries: 0, right: 0, doubts: 0, wrong: [], doubtful: [] };
  const content = pages.filter(({ kind }) => kind === 'content').map(({ page }) => page);
  for (const boundary of boundariesOf(pages)) {
    const before = content[content.indexOf(boundary.before) - 1] ?? 0;
    const isCut = letters[boundary.before - 1] !== letters[before - 1];
    const said = { page: boundary.before, boundary, isCut };
    judged.boundaries++;
    if (boundary.verdict === 'doubt') judged.doubtful.push(said);
    else if ((boundary.verdict === 'cut') === isCut) judged.right++;
    else judged.wrong.push(said);
  }
  return { ...judged, doubts: judged.doubtful.length };
}
