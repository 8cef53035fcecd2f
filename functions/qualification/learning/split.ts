/** Of so few new decisions, no half would tell anything of a model. */
export const fewest = 10;
const leastHeld = 20;
const fifth = 5;

type Dated = { contactId: string; at: string };
export type Split<T> = { taught: T[]; held: T[]; fresh: number };

/**
 * Examples to learn from, and the most recent ones, held back to judge by. Only decisions that the model in use has not read
 * judge it fairly, so at most half of those are held back, the other half being what the new model has over it.
 * @param freshAfter the last decision the model in use has read, or the day a person chose it; `null` for the one that ships
 */
export const split = <T extends Dated>(examples: readonly T[], freshAfter: string | null): Split<T> => {
  const inOrder = [...examples].sort((a, b) =>
    a.at === b.at ? (a.contactId < b.contactId ? -1 : 1) : a.at < b.at ? -1 : 1,
  );
  const fresh = inOrder.filter(({ at }) => freshAfter === null || at > freshAfter).length;
  const wanted = Math.max(leastHeld, Math.ceil(inOrder.length / fifth));
  const count = Math.min(wanted, Math.floor(fresh / 2));
  const at = inOrder.length - count;
  return { taught: inOrder.slice(0, at), held: inOrder.slice(at), fresh };
};
