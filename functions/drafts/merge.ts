/** What somebody has answered, and the files they sent, by question. */
export type Content<F> = { answers: Record<string, unknown>; files: Record<string, F[]> };
export type Merged<F> = {
  /** Both together; of what was changed differently on each side, this side's. */
  content: Content<F>;
  /** Questions answered differently on both sides since they last agreed. */
  both: string[];
  /** Whether the other side brings anything that this one had not. */
  brings: boolean;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Two devices that went on from the same answers, put together question by question: nothing that was typed on either is
 * lost, and what was typed differently on both is named, so that a person chooses.
 * @param base what both last agreed on; empty when they never did
 */
export function mergeContents<F>(base: Content<F>, here: Content<F>, there: Content<F>): Merged<F> {
  const answers = mergeRecords(base.answers, here.answers, there.answers);
  const files = mergeRecords<F[]>(base.files, here.files, there.files, isNone);
  return {
    content: { answers: answers.merged, files: files.merged },
    both: [...new Set([...answers.both, ...files.both])],
    brings: answers.brings || files.brings,
  };
}

const isNone = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function mergeRecords<T>(
  base: Record<string, T>,
  here: Record<string, T>,
  there: Record<string, T>,
  isEmpty: (value: unknown) => boolean = isNone,
): { merged: Record<string, T>; both: string[]; brings: boolean } {
  const merged: Record<string, T> = {};
  const both: string[] = [];
  let brings = false;
  for (const name of new Set([...Object.keys(here), ...Object.keys(there)])) {
    const [was, own, other] = [base[name], here[name], there[name]];
    const isChangedHere = !same(own, was) && !(isEmpty(own) && isEmpty(was));
    const isChangedThere = !same(other, was) && !(isEmpty(other) && isEmpty(was));
    if (isChangedHere && isChangedThere && !same(own, other)) both.push(name);
    const kept = isChangedThere && !isChangedHere ? other : own;
    if (!same(kept, own)) brings = true;
    if (kept !== undefined) merged[name] = kept;
  }
  return { merged, both, brings };
}
