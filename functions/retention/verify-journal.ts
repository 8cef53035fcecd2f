import type { JournalEvent } from '../requests/event.ts';
import { beginning, canonical, type Hash, type Head } from '../requests/journal.ts';

/** A line as the table holds it: `sk` says its place, `event` what it is. */
export type StoredLine = { sk: string; event: JournalEvent };
/** The head of a journal as it stood once, kept where nobody rewrites it. */
export type Anchor = Head;
export type StoredJournal = {
  reference: string;
  /** In the order of their keys. */
  lines: readonly StoredLine[];
  /** What the snapshot stands on; null when it is gone. */
  head: Head | null;
  anchors: readonly Anchor[];
};

export const brokenReasons = ['altered', 'missing', 'moved', 'rewritten', 'unheaded'] as const;
/**
 * `altered` its content, `missing` a line that was there, `moved` it stands in the place of another, `rewritten` the chain
 * holds but is not the one that was anchored, `unheaded` the snapshot stands on another line.
 */
export type BrokenReason = (typeof brokenReasons)[number];
/** `index`: the first line, from 1, that is not what was written. */
export type BrokenJournal = { reference: string; index: number; why: BrokenReason };

const placeOf = (sk: string): number => Number(sk.slice('EVENT#'.length));

/** What is wrong with one line, as it follows the one before; null when nothing is. */
const lineBreak = (
  { sk, event }: StoredLine,
  index: number,
  previous: string,
  hash: Hash,
): BrokenReason | null => {
  if (placeOf(sk) !== index) return 'missing';
  if (event.seq !== index) return 'moved';
  const { hash: said, ...rest } = event;
  if (hash(canonical(rest)) !== said) return 'altered';
  return event.previous === previous ? null : 'altered';
};

/**
 * Names the first line of a journal that was altered, removed or moved, be it by somebody who made the chain fit again: then
 * the heads that were anchored tell. Null when every line is what was written.
 */
export const verifyJournal = (
  { reference, lines, head, anchors }: StoredJournal,
  hash: Hash,
): BrokenJournal | null => {
  const anchored = new Map(anchors.map((anchor) => [anchor.seq, anchor.hash]));
  let previous = beginning;
  for (const [at, line] of lines.entries()) {
    const index = at + 1;
    const why = lineBreak(line, index, previous, hash);
    if (why) return { reference, index, why };
    previous = line.event.hash;
    const said = anchored.get(index);
    if (said !== undefined && said !== previous) return { reference, index, why: 'rewritten' };
  }
  const last = Math.max(head?.seq ?? 0, ...anchored.keys());
  if (last > lines.length) return { reference, index: lines.length + 1, why: 'missing' };
  if (lines.length > 0 && (head?.seq !== lines.length || head.hash !== previous))
    return { reference, index: lines.length, why: 'unheaded' };
  return null;
};
