import type { BoundaryReason } from './boundary.ts';
import { reasonOf, type Sign, signs } from './evidence.ts';

const bias = -0.6;
const weights: Record<Sign, number> = {
  numberedFirst: 2.5,
  numberedNext: -5,
  numberedHere: -3.5,
  numberedLater: -2.5,
  complete: 1.5,
  incomplete: -3,
  salutation: 2.2,
  toAuthority: 3,
  address: 0.4,
  date: 0.8,
  subject: 1,
  starts: 2,
  closingBefore: 1,
  unclosed: -1.5,
  lateClosing: -2.5,
  runsOn: -4,
  beginsLow: -2,
  endsOpen: -1,
  otherLetterhead: 1.2,
  sameLetterhead: -0.8,
  otherFormat: -0.3,
  otherType: 0.5,
  handwriting: 0,
  announced: -1.2,
  enclosureLike: -1,
  sameNames: -2.5,
  noNames: 0.8,
  withoutText: -3.5,
  afterNothing: 0,
  blankVerso: 0.5,
  backOfSheet: -4,
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
