import { buckets, featuresOf } from './features.ts';
import { type Example, inBytes, type Model, seldomness } from './model.ts';

const rounds = 6;
const rate = 0.5;
const decay = 1e-5;

/** The same numbers on every machine: an order to take the examples in. */
const shuffler = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

type Sparse = { at: Int32Array; value: Float64Array };

const unitOf = (vector: ReadonlyMap<number, number>, idf: Uint8Array): Sparse => {
  const entries = [...vector].map(([bucket, count]) => [bucket, count * (idf[bucket] ?? 0)] as const);
  const length = Math.sqrt(entries.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
  return {
    at: Int32Array.from(entries, ([bucket]) => bucket),
    value: Float64Array.from(entries, ([, value]) => value / length),
  };
};

/**
 * Multinomial logistic regression on words and stems, by stochastic descent with a step of its own for each weight (AdaGrad):
 * what complement naive Bayes takes for independent, it weighs together. Same examples, same bytes.
 */
export const trainLinear = (examples: readonly Example[], labels: string[], temperature: number): Model => {
  const vectors = examples.map((example) => featuresOf(example.text, 'words'));
  const idf = seldomness(vectors);
  const units = vectors.map((vector) => unitOf(vector, idf));
  const classes = labels.length;
  const weights = new Float32Array(buckets * classes);
  const steps = new Float32Array(buckets * classes);
  const next = shuffler(7);
  const order = units.map((_, i) => i);
  for (let round = 0; round < rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = next(i + 1);
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    for (const i of order) {
      const { label, weight = 1 } = examples[i] as Example;
      learnOne({ weights, steps, classes }, units[i] as Sparse, labels.indexOf(label), weight);
    }
  }
  const rows = labels.map((_, c) =>
    Float32Array.from({ length: buckets }, (_, b) => weights[b * classes + c] ?? 0),
  );
  return { labels, view: 'words', by: 'length', ...inBytes(rows), idf, temperature };
};

type State = { weights: Float32Array; steps: Float32Array; classes: number };

function learnOne({ weights, steps, classes }: State, { at, value }: Sparse, label: number, weight: number) {
  const errors = new Float64Array(classes);
  for (let f = 0; f < at.length; f++)
    for (let c = 0, from = (at[f] as number) * classes; c < classes; c++)
      errors[c] = (errors[c] as number) + (value[f] as number) * (weights[from + c] as number);
  const peak = Math.max(...errors);
  let sum = 0;
  for (let c = 0; c < classes; c++) sum += errors[c] = Math.exp((errors[c] as number) - peak);
  for (let c = 0; c < classes; c++)
    errors[c] = ((errors[c] as number) / sum - (c === label ? 1 : 0)) * weight;
  for (let f = 0; f < at.length; f++)
    for (let c = 0, place = (at[f] as number) * classes; c < classes; c++, place++) {
      const slope = (errors[c] as number) * (value[f] as number) + decay * (weights[place] as number);
      steps[place] = (steps[place] as number) + slope * slope;
      weights[place] =
        (weights[place] as number) - (rate * slope) / (Math.sqrt(steps[place] as number) + 1e-6);
    }
}
