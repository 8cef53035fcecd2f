import { type SearchText, stemsOf } from './fields.ts';
import { withoutMarks } from './without-marks.ts';

const longest = 320;

/** The sentences that may be shown for an article: its summary and the beginning of its body, in readable pieces. */
export function passagesOf({ summary, body }: SearchText, letters: number): string[] {
  const pieces = [summary ?? '', ...body.split(/\n+/)]
    .map((line) => withoutMarks(line.replace(/^(?:#{2,4}|[-*]|\d+[.)]) +/, '')).trim())
    .filter((line) => line.length > 20)
    .map((line) => (line.length > longest ? `${line.slice(0, longest).replace(/\s+\S*$/, '')}…` : line));
  const kept: string[] = [];
  let left = letters;
  for (const piece of pieces) {
    if (piece.length > left) break;
    left -= piece.length;
    kept.push(piece);
  }
  return kept;
}

/** The first of the passages that says most of what is asked; the first of all when none says anything. */
export function bestPassage(passages: readonly string[], wanted: ReadonlySet<string>): string {
  let best = passages[0] ?? '';
  let most = 0;
  for (const passage of passages) {
    const said = new Set(stemsOf(passage).filter((stem) => wanted.has(stem))).size;
    if (said > most) [best, most] = [passage, said];
  }
  return best;
}
