import { buckets, featuresOf } from './features.ts';

/** A labelled text; `weight` 1 for a message. */
export type Example = { text: string; label: string; weight?: number };

/**
 * Hashed complement naive Bayes: for each class, how unlike the *other* classes a feature is (Rennie et al., 2003).
 * Adding an example is adding counts, so agents' corrections can be learnt one by one.
 */
export type Model = {
  labels: string[];
  /** `weights[class * buckets + bucket]`, multiplied by `scale`. */
  weights: Int8Array;
  scale: number;
  idf: Uint8Array;
  temperature: number;
};

const idfScale = 25;

/** Trains on the examples in the order given: same examples, same bytes. */
export const train = (examples: readonly Example[], temperature: number): Model => {
  const labels = [...new Set(examples.map((example) => example.label))].sort();
  const seen = new Float64Array(buckets);
  const vectors = examples.map((example) => featuresOf(example.text));
  for (const vector of vectors) for (const bucket of vector.keys()) seen[bucket] = (seen[bucket] ?? 0) + 1;
  const idf = new Uint8Array(buckets);
  for (let b = 0; b < buckets; b++)
    idf[b] = Math.min(255, Math.round(idfScale * Math.log((1 + examples.length) / (1 + (seen[b] ?? 0)))));
  const counts = labels.map(() => new Float64Array(buckets));
  const total = new Float64Array(buckets);
  examples.forEach((example, i) => {
    const vector = vectors[i];
    const mine = counts[labels.indexOf(example.label)];
    if (!vector || !mine) return;
    let norm = 0;
    for (const [bucket, count] of vector) norm += (count * (idf[bucket] ?? 0)) ** 2;
    const factor = (example.weight ?? 1) / Math.sqrt(norm || 1);
    for (const [bucket, count] of vector) {
      const value = count * (idf[bucket] ?? 0) * factor;
      mine[bucket] = (mine[bucket] ?? 0) + value;
      total[bucket] = (total[bucket] ?? 0) + value;
    }
  });
  return { labels, ...complement(counts, total), idf, temperature };
};

const smoothing = 0.02;

const complement = (counts: Float64Array[], total: Float64Array) => {
  const everything = total.reduce((sum, value) => sum + value, 0);
  const exact = counts.map((mine) => {
    const rest = everything - mine.reduce((sum, value) => sum + value, 0) + smoothing * buckets;
    const row = new Float64Array(buckets);
    for (let b = 0; b < buckets; b++)
      row[b] = -Math.log(((total[b] ?? 0) - (mine[b] ?? 0) + smoothing) / rest);
    return row;
  });
  // Only differences between classes decide: centring each bucket lets a byte hold what is left.
  let largest = 0;
  for (let b = 0; b < buckets; b++) {
    const mean = exact.reduce((sum, row) => sum + (row[b] ?? 0), 0) / exact.length;
    for (const row of exact) {
      row[b] = (row[b] ?? 0) - mean;
      largest = Math.max(largest, Math.abs(row[b] ?? 0));
    }
  }
  const scale = largest / 127;
  const weights = new Int8Array(counts.length * buckets);
  exact.forEach((row, c) => {
    for (let b = 0; b < buckets; b++) weights[c * buckets + b] = Math.round((row[b] ?? 0) / scale);
  });
  return { weights, scale };
};

/** Probability of each label, best first. The length of the text is taken out before the temperature is applied. */
export const score = (model: Model, text: string): { label: string; probability: number }[] => {
  const vector = featuresOf(text);
  const logits = new Float64Array(model.labels.length);
  let mass = 0;
  for (const [bucket, count] of vector) {
    const value = count * (model.idf[bucket] ?? 0);
    mass += value;
    for (let c = 0; c < logits.length; c++)
      logits[c] = (logits[c] ?? 0) + value * (model.weights[c * buckets + bucket] ?? 0);
  }
  const factor = (model.scale * model.temperature) / (mass || 1) ** 0.75;
  const peak = Math.max(...logits);
  const odds = Array.from(logits, (logit) => Math.exp((logit - peak) * factor));
  const sum = odds.reduce((a, b) => a + b, 0);
  return model.labels
    .map((label, c) => ({ label, probability: (odds[c] ?? 0) / sum }))
    .sort((a, b) => b.probability - a.probability);
};

/** How much one word speaks for a label against the others; used to say why. */
export const voice = (model: Model, word: string, label: string): number => {
  const row = model.labels.indexOf(label) * buckets;
  let sum = 0;
  for (const [bucket, count] of featuresOf(word))
    sum += count * (model.idf[bucket] ?? 0) * (model.weights[row + bucket] ?? 0);
  return sum;
};
