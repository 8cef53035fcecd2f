import type { BoundaryReason } from './boundary.ts';
import { reasonOf, type Sign, signs } from './evidence.ts';

/**
 * Got by test/bench/paper/splitting-fit.ts: a logistic regression with a small penalty on 10,843 places between the pages of
 * 1,000 invented files, where each sign may only speak for what it is a sign of; two are held where few examples say enough.
 * The published letters that judge (test/bench/paper/letters) are not among them. On files kept apart, one place of a
 * hundred was sure and wrong.
 */
const bias = 0.99;
const weights: Record<Sign, number> = {
  numberedFirst: 0.86,
  numberedNext: -2.76,
  numberedOfSame: -5.5,
  numberedHere: -2.65,
  numberedLater: -3.86,
  complete: 0,
  incomplete: -3.21,
  salutation: 2.03,
  toAuthority: 0.94,
  wholeLetter: 0,
  toOther: -2.29,
  toWriter: -5.18,
  date: 0,
  subject: 0.64,
  starts: 1.31,
  manyStarts: 0,
  goesOn: -1.88,
  noStart: 0.64,
  closingBefore: 0,
  shortBefore: 0.2,
  unclosed: -0.35,
  lateClosing: -0.73,
  runsOn: -2.84,
  beginsLow: 0,
  endsOpen: -1.31,
  otherLetterhead: 0,
  sameLetterhead: -1.19,
  otherFormat: 0,
  otherType: 0.38,
  handwriting: 1.93,
  pen: 0.4,
  penGoesOn: -1.5,
  announced: -0.68,
  paperAnnounced: -2.33,
  paperNamed: -1.35,
  paper: -1.27,
  sameNames: -1.34,
  sameWriter: -1.86,
  secondLetter: -1.19,
  noNames: 1.05,
  withoutText: -6.44,
  afterNothing: 2.35,
  blankVerso: 0.06,
  backOfSheet: -3.8,
};

/** How likely two letters part here, 0 to 1, and the reasons that speak for what is likelier, the weightiest first. */
export function chanceOfCut(evidence: Readonly<Record<Sign, number>>): {
  chance: number;
  reasons: BoundaryReason[];
} {
  const parts = signs.map((sign) => ({ sign, weight: weights[sign] * evidence[sign] }));
  const sum = parts.reduce((total, { weight }) => total + weight, bias);
  const chance = 1 / (1 + Math.exp(-sum));
  const telling = parts
    .filter(({ weight }) => Math.abs(weight) >= 0.4)
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  return { chance, reasons: [...new Set(telling.map(({ sign }) => reasonOf[sign]))].slice(0, 5) };
}
