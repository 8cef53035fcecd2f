/** What a letter weighs and costs to post: enough to sort it and to foresee the bill, not to pay it. */
export type Envelope = 'dl' | 'c4';
export type Posted = { pages: number; registered: boolean };
export type Weighed = { sheets: number; envelope: Envelope; grams: number; cents: number };

const sheetGrams = 5;
/** Folded in three, more than four sheets no longer lie flat in a DL. */
const foldedAtMost = 4;
const envelopes: Record<Envelope, { grams: number }> = { dl: { grams: 5 }, c4: { grams: 16 } };

/** Upper weight in grams and price in cents, of a letter and of a registered letter with proof of receipt. Estimates: each authority has its contract. */
const prices: readonly [grams: number, letter: number, registered: number][] = [
  [20, 139, 750],
  [100, 278, 860],
  [250, 446, 980],
  [500, 670, 1_090],
  [1_000, 829, 1_210],
  [2_000, 1_020, 1_380],
  [Number.POSITIVE_INFINITY, 1_400, 1_600],
];

/** Printed on both sides. Weight in grams, price in cents. */
export const weigh = ({ pages, registered }: Posted): Weighed => {
  const sheets = Math.ceil(pages / 2);
  const envelope: Envelope = sheets > foldedAtMost ? 'c4' : 'dl';
  const grams = sheets * sheetGrams + envelopes[envelope].grams;
  const [, plain = 0, proven = 0] = prices.find(([most]) => grams <= most) ?? [];
  return { sheets, envelope, grams, cents: registered ? proven : plain };
};
