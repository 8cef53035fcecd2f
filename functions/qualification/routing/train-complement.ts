import { buckets, featuresOf } from './features.ts';
import { type Example, inBytes, type Model, seldomness } from './model.ts';

/** As much as a third of a short message for each feature that a class was never seen with: hands differ in their words. */
const smoothing = 0.25;

/**
 * Complement naive Bayes (Rennie et al., 2003): for each class, how unlike the *other* classes a feature is. Adding an example
 * is adding counts; it learns most from a department's bare vocabulary. Same examples, same bytes.
 */
export const trainComplement = (
  examples: readonly Example[],
  labels: string[],
  temperature: number,
): Model => {
  const vectors = examples.map((example) => featuresOf(example.text, 'words'));
  const idf = seldomness(vectors);
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
  return { labels, view: 'words', by: 'mass', ...inBytes(complement(counts, total)), idf, temperature };
};

/** Only differences between classes decide: centring each bucket lets a byte hold what is left. */
const complement = (counts: Float64Array[], total: Float64Array): Float64Array[] => {
  const sumOf = (row: Float64Array) => row.reduce((sum, value) => sum + value, 0);
  const everything = sumOf(total);
  const rows = counts.map((mine) => {
    const rest = everything - sumOf(mine) + smoothing * buckets;
    return total.map((all, b) => -Math.log((all - (mine[b] ?? 0) + smoothing) / rest));
  });
  for (let b = 0; b < buckets; b++) {
    const mean = rows.reduce((sum, row) => sum + (row[b] ?? 0), 0) / rows.length;
    for (const row of rows) row[b] = (row[b] ?? 0) - mean;
  }
  return rows;
};
