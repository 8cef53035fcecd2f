import type { BoundaryReason } from './boundary.ts';
import { reasonOf, type Sign, signs } from './evidence.ts';

const bias = 1.08;
const weights: Record<Sign, number> = {
  numberedFirst: 0.96,
  numberedNext: -2.99,
  numberedHere: -2.6,
  numberedLater: -3.71,
  complete: 0,
  incomplete: -3.37,
  salutation: 1.77,
  toAuthority: 0.71,
  wholeLetter: 0,
  toOther: -2,
  toWriter: -5,
  date: 0,
  subject: 0.67,
  starts: 0.8,
  manyStarts: 0,
  goesOn: -2.14,
  noStart: 0.31,
  closingBefore: 0,
  shortBefore: 0.33,
  unclosed: -0.28,
  lateClosing: -0.79,
  runsOn: -2.72,
  beginsLow: 0,
  endsOpen: -1.1,
  otherLetterhead: 0.06,
  sameLetterhead: -1.14,
  otherFormat: 0,
  otherType: 0.28,
  handwriting: 1.76,
  pen: 0.4,
  penGoesOn: -1.5,
  announced: -0.62,
  paperAnnounced: -2.57,
  paperNamed: -1.51,
  paper: -1.33,
  sameNames: -1.29,
  sameWriter: -2.49,
  noNames: 1.1,
  withoutText: -6.53,
  afterNothing: 2.5,
  blankVerso: 0.09,
  backOfSheet: -3.76,
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
