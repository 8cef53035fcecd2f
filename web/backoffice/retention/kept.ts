type Kept = { keep: { reference: string; reason: string }[]; wrong: string | null };

/** What is typed to keep some: on each line a reference, or the id of a message, and a reason; the first that is not is `wrong`. */
export const readKept = (typed: string): Kept => {
  const keep: Kept['keep'] = [];
  for (const line of typed.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, reference, reason] =
      /^([A-Z]{2,4}-\d{4}-\d{6}-[A-Z]|[\da-f-]{16,64})[\s:;,]+(.{3,})$/.exec(line) ?? [];
    if (!reference || !reason) return { keep: [], wrong: line };
    keep.push({ reference, reason });
  }
  return { keep, wrong: null };
};
