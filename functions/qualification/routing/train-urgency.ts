import type { Example } from './model.ts';
import { unwanted } from './not-ours.ts';
import { trainComplement } from './train-complement.ts';
import { trainLinear } from './train-linear.ts';
import { signalsOf, type Urgency, type Urgent, wholeOf, wordsSay } from './urgency.ts';

export type UrgentRow = Urgent & { service: string; urgency: 'normal' | 'high' };

/** Folds are stretches of the corpus, which stands hand by hand: the words of a text are judged by who did not write it. */
const folds = 4;
const labels = ['high', 'normal'];
const textTemperature = 1;
/** One in eight is urgent: each of them weighs as much as some others, so that few are missed. */
const rareness = { text: 5, letters: 2, signals: 6 };
const rounds = 400;
const rate = 0.3;
const decay = 1e-3;

const examples = (rows: readonly UrgentRow[], rare: number): Example[] =>
  rows.map((row) => ({
    text: wholeOf(row),
    label: row.urgency,
    weight: row.urgency === 'high' ? rare : 1,
  }));
const words = (rows: readonly UrgentRow[]): Pick<Urgency, 'text' | 'letters'> => ({
  text: trainComplement(examples(rows, rareness.text), labels, textTemperature),
  letters: trainLinear(examples(rows, rareness.letters), labels, textTemperature),
});

/** Learns which words and which signals say that a message cannot wait. Same rows, same numbers. */
export const trainUrgency = (rows: readonly UrgentRow[]): Urgency => {
  const size = Math.ceil(rows.length / folds);
  const said = Array.from({ length: folds }, (_, fold) => {
    const isHeld = (i: number) => Math.floor(i / size) === fold;
    const model = words(rows.filter((_, i) => !isHeld(i)));
    return rows.filter((_, i) => isHeld(i)).map((row) => wordsSay(model, wholeOf(row)));
  }).flat();
  const given = rows.map((row, i) => [...signalsOf(row, row.service === unwanted), ...(said[i] ?? [])]);
  const { weights, bias } = weigh(
    given,
    rows.map(({ urgency }) => urgency === 'high'),
  );
  return { ...words(rows), weights, bias };
};

/** Logistic regression by whole steps (AdaGrad): some thirty signals. */
const weigh = (given: readonly number[][], isHigh: readonly boolean[]) => {
  const size = given[0]?.length ?? 0;
  const weights = new Array<number>(size + 1).fill(0);
  const steps = new Array<number>(size + 1).fill(1e-6);
  for (let round = 0; round < rounds; round++) {
    const slopes = weights.map((weight, k) => (k < size ? decay * weight * given.length : 0));
    given.forEach((row, i) => {
      const sum = row.reduce((total, signal, k) => total + signal * (weights[k] ?? 0), weights[size] ?? 0);
      const wanted = isHigh[i] ? 1 : 0;
      const error = (1 / (1 + Math.exp(-sum)) - wanted) * (wanted ? rareness.signals : 1);
      row.forEach((signal, k) => {
        slopes[k] = (slopes[k] ?? 0) + error * signal;
      });
      slopes[size] = (slopes[size] ?? 0) + error;
    });
    slopes.forEach((slope, k) => {
      steps[k] = (steps[k] ?? 0) + slope * slope;
      weights[k] = (weights[k] ?? 0) - (rate * slope) / Math.sqrt(steps[k] ?? 1);
    });
  }
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  return { weights: weights.slice(0, size).map(round), bias: round(weights[size] ?? 0) };
};
