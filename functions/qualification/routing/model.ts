import { buckets, featuresOf, type View } from './features.ts';

/** A labelled text; `weight` 1 for a message. */
export type Example = { text: string; label: string; weight?: number };

/**
 * A linear model over hashed features: `weights[class * buckets + bucket]`, in bytes, times `scale`. `by` is what takes the
 * length of a text out: the sum of its features (to the power 0.75) or its Euclidean length. `temperature` sharpens.
 */
export type Model = {
  labels: string[];
  view: View;
  by: 'mass' | 'length';
  weights: Int8Array;
  scale: number;
  idf: Uint8Array;
  temperature: number;
};

export const idfScale = 25;

/** How seldom each feature is, in bytes; one more than its logarithm, so that a common word still says something. */
export const seldomness = (vectors: readonly ReadonlyMap<number, number>[]): Uint8Array => {
  const seen = new Float64Array(buckets);
  for (const vector of vectors) for (const bucket of vector.keys()) seen[bucket] = (seen[bucket] ?? 0) + 1;
  return Uint8Array.from(seen, (count) =>
    count === 0
      ? Math.min(255, Math.round(idfScale * (1 + Math.log(1 + vectors.length))))
      : Math.min(255, Math.round(idfScale * (1 + Math.log((1 + vectors.length) / (1 + count))))),
  );
};

/** Weights as bytes: `rows` one a class. */
export const inBytes = (rows: readonly ArrayLike<number>[]): { weights: Int8Array; scale: number } => {
  let largest = 0;
  for (const row of rows)
    for (let b = 0; b < buckets; b++) largest = Math.max(largest, Math.abs(row[b] ?? 0));
  const scale = largest / 127 || 1;
  const weights = new Int8Array(rows.length * buckets);
  rows.forEach((row, c) => {
    for (let b = 0; b < buckets; b++) weights[c * buckets + b] = Math.round((row[b] ?? 0) / scale);
  });
  return { weights, scale };
};

/** Probability of each label, in the order of `model.labels`. */
export const probabilities = (model: Model, text: string): Float64Array => {
  const logits = new Float64Array(model.labels.length);
  let mass = 0;
  let square = 0;
  for (const [bucket, count] of featuresOf(text, model.view)) {
    const value = count * (model.idf[bucket] ?? 0);
    mass += value;
    square += value * value;
    for (let c = 0; c < logits.length; c++)
      logits[c] = (logits[c] ?? 0) + value * (model.weights[c * buckets + bucket] ?? 0);
  }
  const size = model.by === 'mass' ? mass ** 0.75 : Math.sqrt(square);
  return shares(logits, (model.scale * model.temperature) / (size || 1));
};

/** Logits times `factor` as shares of one. */
export const shares = (logits: Float64Array, factor: number): Float64Array => {
  const peak = Math.max(...logits);
  const odds = logits.map((logit) => Math.exp((logit - peak) * factor));
  const sum = odds.reduce((a, b) => a + b, 0);
  return odds.map((odd) => odd / sum);
};

/** How much one word speaks for a label against the others; used to say why. */
export const voice = (model: Model, word: string, label: string): number => {
  const row = model.labels.indexOf(label) * buckets;
  let sum = 0;
  for (const [bucket, count] of featuresOf(word, model.view))
    sum += count * (model.idf[bucket] ?? 0) * (model.weights[row + bucket] ?? 0);
  return sum;
};
