import type { LetterTemplate } from '../letters/template.ts';
import { type Asked, findKnowledge } from './find-knowledge.ts';
import { letterText } from './knowledge-texts.ts';
import type { FoundKnowledge } from './public-api.ts';
import { buildIndex } from './search/build-index.ts';
import { openIndex, type SearchIndex } from './search/open-index.ts';
import { searching } from './searching.adapter.ts';

const freshForMilliseconds = 60_000;
/** Places at the end that letters may take when both answer. */
const lettersAmong = 3;

/**
 * What the public finds and, beside it, the letters an agent may start from: those of all departments and of their own.
 * An authority has some tens of letters, so their index is made where it is used.
 */
export function searchingForAgents(bucket: string, letters: () => Promise<LetterTemplate[]>) {
  const find = searching(bucket);
  let held: { index: SearchIndex; letters: LetterTemplate[]; at: number } | undefined;
  const lettersIndex = async () => {
    if (held && performance.now() - held.at < freshForMilliseconds) return held;
    const all = (await letters()).filter(({ kind }) => kind !== 'block');
    held = { index: openIndex(buildIndex(all.map(letterText))), letters: all, at: performance.now() };
    return held;
  };
  return async (asked: Asked, departments: readonly string[]): Promise<FoundKnowledge[]> => {
    const wantsLetters = asked.q.trim() !== '' && (!asked.kind || asked.kind === 'letter');
    const [found, held] = await Promise.all([
      asked.kind === 'letter' ? [] : find(asked),
      wantsLetters ? lettersIndex() : undefined,
    ]);
    if (!held) return found;
    const own = new Set(
      held.letters
        .filter(
          (one) => one.departments.length === 0 || one.departments.some((code) => departments.includes(code)),
        )
        .map(({ id }) => id),
    );
    const limit = asked.kind === 'letter' ? asked.limit : Math.min(lettersAmong, asked.limit);
    const fitting = findKnowledge(held.index, { q: asked.q, limit }, (id) => own.has(id));
    return [...found.slice(0, asked.limit - fitting.length), ...fitting];
  };
}
