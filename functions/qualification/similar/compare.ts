import { unpack } from './hash.ts';

/**
 * What the index keeps of a message, of a fixed size: keyed hashes only. `exact` is equal for equal words; `shape` tells how
 * many pieces two texts share (MinHash); `terms` what it is about; `who` who writes, '' when nobody knows.
 */
export type Fingerprint = { exact: string; shape: string; terms: string; who: string };
export type Term = { hash: number; weight: number; isMissed: boolean };

/** How many hashes a shape holds, and how many of them make one band. */
export const shapeSize = 32;
const rows = 4;
/** Weights are kept in 64 steps: the largest is 5.2, something missed named in the subject. */
export const scale = 12;

export const termsIn = ({ terms }: Pick<Fingerprint, 'terms'>): Term[] =>
  (terms.match(/.{7}/g) ?? []).map((one) => {
    const [hash = 0] = unpack(one.slice(0, 6), 6);
    const [steps = 0] = unpack(one.slice(6), 1);
    return { hash, weight: steps / scale, isMissed: steps % 2 === 1 };
  });

/** Share of pieces that two texts have in common, of 1, as far as their shapes say: right within a tenth or so. */
export const sameText = (one: Pick<Fingerprint, 'shape'>, other: Pick<Fingerprint, 'shape'>): number => {
  const [a, b] = [unpack(one.shape, 3), unpack(other.shape, 3)];
  return a.filter((value, at) => value === b[at]).length / shapeSize;
};

/** Keys under which near duplicates meet: one is enough. Nine in ten of those that share 70 % do, hardly any below 30 %. */
export const bandsOf = ({ shape }: Pick<Fingerprint, 'shape'>): string[] =>
  (shape.match(new RegExp(`.{${rows * 3}}`, 'g')) ?? []).map((band, at) => `${at}${band}`);

/** How much two messages are about the same, of 1 (cosine). */
export const alikeness = (one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): number => {
  let shared = 0;
  for (const [term, weight] of one) shared += weight * (other.get(term) ?? 0);
  return shared === 0 ? 0 : shared / (length(one) * length(other));
};
const length = (terms: ReadonlyMap<number, number>) =>
  Math.sqrt([...terms.values()].reduce((sum, weight) => sum + weight * weight, 0));

export const vectorOf = (fingerprint: Pick<Fingerprint, 'terms'>): Map<number, number> =>
  new Map(termsIn(fingerprint).map(({ hash, weight }) => [hash, weight]));
