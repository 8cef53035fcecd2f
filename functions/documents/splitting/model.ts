import type { BoundaryReason } from './boundary.ts';
import { reasonOf, type Sign, signs } from './evidence.ts';

/**
 * Got by test/bench/paper/splitting-fit.ts: a logistic regression with a small penalty on 10,843 places between the pages of
 * 1,000 invented files, where each sign may only speak for what it is a sign of, and says a little; two are held where few examples say enough.
 * The published letters that judge (test/bench/paper/letters) are not among them. On files kept apart, one place of a
 * hundred was sure and wrong.
 */
const bias = 0.85;
export const weights: Record<Sign, number> = {
  numberedFirst: 0.75,
  numberedNext: -2.75,
  numberedOfSame: -5.5,
  numberedHere: -2.58,
  numberedLater: -3.8,
  complete: 0.15,
  incomplete: -3.02,
  salutation: 2.31,
  toAuthority: 0.85,
  toOther: -2.59,
  toWriter: -5.44,
  date: 0.15,
  subject: 0.88,
  address: 0.78,
  goesOn: -1.75,
  noStart: 0.67,
  closingBefore: 0.15,
  shortBefore: 0.16,
  unclosed: -0.32,
  lateClosing: -0.64,
  runsOn: -2.9,
  beginsLow: -0.15,
  endsOpen: -1.39,
  otherLetterhead: 0.15,
  sameLetterhead: -1.22,
  otherFormat: 0,
  otherType: 0.33,
  handwriting: 1.94,
  pen: 0.4,
  penGoesOn: -1.5,
  announced: -0.76,
  paperAnnounced: -2.3,
  paperNamed: -1.39,
  paper: -1.32,
  sameNames: -1.48,
  sameWriter: -1.83,
  secondLetter: -1.22,
  noNames: 0.93,
  withoutText: -6.36,
  afterNothing: 2.31,
  blankVerso: 0.15,
  backOfSheet: -3.74,
};

/**
 * How likely two letters part here, 0 to 1, and the reasons, the weightiest first; `less` is how far something else, as
 * sheets between letters, speaks against it, in the measure of the weights.
 */
export function chanceOfCut(
  evidence: Readonly<Record<Sign, number>>,
  less: number,
): { chance: number; reasons: BoundaryReason[] } {
  const parts = signs.map((sign) => ({ sign, weight: weights[sign] * evidence[sign] }));
  const sum = parts.reduce((total, { weight }) => total + weight, bias - less);
  const chance = 1 / (1 + Math.exp(-sum));
  const telling = parts
    .filter(({ weight }) => Math.abs(weight) >= 0.4)
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  return { chance, reasons: [...new Set(telling.map(({ sign }) => reasonOf[sign]))].slice(0, 5) };
}
