import { buckets, featuresOf } from './features.ts';
import { fnv1a } from './fnv1a.ts';
import { type Example, inBytes, type Model, seldomness } from './model.ts';

const rounds = 6;
const rate = 0.3;
/** Share of an error too small to teach anything: most of them, once an example is known. */
const negligible = 0.005;
const decay = 1e-6;

/** The hash of a text with a round in it: the same number on every machine. */
const mixed = (hash: number, round: number): number => {
  let value = Math.imul(hash ^ (round * 0x9e3779b9), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
};

/**
 * An order to take the examples in, of each round its own. It follows from the texts alone, so that what an authority adds to
 * the corpus leaves the others in their order: nothing else changes by chance.
 */
const ordersOf = (examples: readonly Example[]): ((round: number) => number[]) => {
  const hashes = examples.map(({ text }) => fnv1a(text));
  return (round) => {
    const keys = hashes.map((hash) => mixed(hash, round));
    return examples.map((_, i) => i).sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
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
 * Multinomial logistic regression on pieces of words, by stochastic descent with a step of its own for each weight (AdaGrad):
 * what complement naive Bayes takes for independent, it weighs together. Same examples, same bytes.
 */
export const trainLinear = (examples: readonly Example[], labels: string[], temperature: number): Model => {
  const vectors = examples.map((example) => featuresOf(example.text, 'letters'));
  const idf = seldomness(vectors);
  const units = vectors.map((vector) => unitOf(vector, idf));
  const classes = labels.length;
  const weights = new Float32Array(buckets * classes);
  const steps = new Float32Array(buckets * classes);
  const order = ordersOf(examples);
  for (let round = 0; round < rounds; round++) {
    for (const i of order(round)) {
      const { label, weight = 1 } = examples[i] as Example;
      learnOne({ weights, steps, classes }, units[i] as Sparse, labels.indexOf(label), weight);
    }
  }
  const rows = labels.map((_, c) =>
    Float32Array.from({ length: buckets }, (_, b) => weights[b * classes + c] ?? 0),
  );
  return { labels, view: 'letters', by: 'length', ...inBytes(rows), idf, temperature };
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
  // What is nearly right teaches nearly nothing, and costs as much.
  const wrong = [...errors.keys()].filter((c) => Math.abs(errors[c] as number) > negligible);
  for (let f = 0; f < at.length; f++)
    for (const c of wrong) {
      const place = (at[f] as number) * classes + c;
      const slope = (errors[c] as number) * (value[f] as number) + decay * (weights[place] as number);
      steps[place] = (steps[place] as number) + slope * slope;
      weights[place] =
        (weights[place] as number) - (rate * slope) / (Math.sqrt(steps[place] as number) + 1e-6);
    }
}
