import { normalise } from './features.ts';
import { stemsOf } from './own-words.ts';

/** A procedure as routing sees it: which department instructs it and the words people use for it. */
export type KnownProcedure = { id: string; department: string; title: string; keywords: string[] };

/** What each word of a keyword that stands in the text, or a word of the title, is worth; with less than enough no procedure is named. */
const worth = { keyword: 1.5, titleWord: 0.8 };
const enough = 3;

/**
 * The department's procedure that a message most likely asks for, or null. An authority writes its own catalogue, so that its
 * titles and keywords are all there is to go by: words learnt from the corpus were tried and named no more of them rightly.
 */
export const procedureFor = (
  text: string,
  department: string,
  procedures: readonly KnownProcedure[],
): string | null => {
  const plain = ` ${normalise(text)} `;
  const stems = stemsOf(text);
  const [best] = procedures
    .filter((procedure) => procedure.department === department)
    .map(({ id, title, keywords }) => {
      const said = keywords
        .filter((word) => plain.includes(` ${normalise(word)}`))
        .reduce((sum, word) => sum + Math.max(1, stemsOf(word).size), 0);
      const titled = [...stemsOf(title)].filter((stem) => stems.has(stem)).length;
      return { id, score: said * worth.keyword + titled * worth.titleWord };
    })
    .sort((a, b) => b.score - a.score);
  return best && best.score >= enough ? best.id : null;
};
