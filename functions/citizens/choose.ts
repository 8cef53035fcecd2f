import { thresholds } from './match.ts';
import type { Match } from './person.ts';

/** `ask`: several people answer equally well, so that a person decides and nobody is linked meanwhile. */
export type Choice =
  | { kind: 'link'; to: Match; alike: Match[] }
  | { kind: 'create'; alike: Match[] }
  | { kind: 'ask'; alike: Match[] };
/** Two who are both this likely are not told apart by what was said, and are not a third either. */
const doubtful = 0.85;

/** @param matches one a cluster, in any order. */
export const choose = (matches: readonly Match[]): Choice => {
  const sorted = matches.toSorted((a, b) => b.confidence - a.confidence);
  const [best, second] = sorted;
  const alike = sorted.filter(({ confidence }) => confidence >= thresholds.proposed);
  if (best && second && second.confidence >= doubtful) return { kind: 'ask', alike };
  if (!best || best.confidence < thresholds.automatic) return { kind: 'create', alike };
  return { kind: 'link', to: best, alike: alike.slice(1) };
};
