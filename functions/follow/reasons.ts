/** Where a letter of refusal parts the law from the facts, as its template has it. */
const law = /^en droit\s*[:,-]\s*/i;
const fact = /^en fait\s*[:,-]\s*/i;
const first = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * The reasons of a refusal in the words of its own letter: what law it rests on, and what of this request leads to it. Null
 * where the letter does not part them; it is then read as it is.
 * @param text the letter, paragraphs parted by an empty line
 */
export const reasonsIn = (text: string): { inFact: string | null; inLaw: string | null } => {
  const paragraphs = text.split(/\n{2,}/).map((each) => each.trim());
  const after = (mark: RegExp): string | null => {
    const found = paragraphs.find((each) => mark.test(each))?.replace(mark, '');
    return found ? first(found) : null;
  };
  return { inFact: after(fact), inLaw: after(law) };
};
