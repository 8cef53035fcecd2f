import { knownProcedure } from '../functions/qualification/known-procedures.ts';
import { textOf } from '../functions/qualification/routing/learn.ts';
import { trainProcedures } from '../functions/qualification/routing/procedure-texts.ts';
import { signsOfProcedure } from '../functions/qualification/routing/procedures.ts';
import { loadCollectivity } from './collectivity/load.ts';
import type { CorpusMessage } from './train.ts';

/** Messages of which their author said which procedure they ask for, or that it is none. */
export const withProcedure = (rows: readonly CorpusMessage[]): CorpusMessage[] =>
  rows.filter(({ procedure }) => procedure !== undefined);

export const textsOf = (rows: readonly CorpusMessage[]) =>
  trainProcedures(
    rows.map((row) => ({
      text: textOf(row),
      department: row.service,
      procedure: row.procedure ?? null,
    })),
  );

const folds = 4;
const rounds = 4000;
const rate = 0.5;
const decay = 1;

/** How much each sign says that the first procedure is the right one: logistic regression, each message by who did not read it. */
export const procedureWeights = (rows: readonly CorpusMessage[]): number[] => {
  const { procedures } = loadCollectivity('val-clair');
  const judged = withProcedure(rows);
  const given = Array.from({ length: folds }, (_, fold) => {
    const texts = textsOf(judged.filter((_, i) => i % folds !== fold));
    const catalogue = procedures.map(knownProcedure);
    return judged
      .filter((_, i) => i % folds === fold)
      .flatMap((row) => {
        const found = signsOfProcedure(texts, textOf(row), row.service, catalogue);
        return found ? [{ signs: found.signs, right: Number(found.id === row.procedure) }] : [];
      });
  }).flat();
  const weights = new Array<number>(given[0]?.signs.length ?? 0).fill(0);
  for (let round = 0; round < rounds; round++) {
    const slopes = weights.map((weight, i) => (i === 0 ? 0 : decay * weight));
    for (const { signs, right } of given) {
      const sum = signs.reduce((total, sign, i) => total + sign * (weights[i] ?? 0), 0);
      const error = 1 / (1 + Math.exp(-sum)) - right;
      signs.forEach((sign, i) => {
        slopes[i] = (slopes[i] ?? 0) + error * sign;
      });
    }
    slopes.forEach((slope, i) => {
      weights[i] = (weights[i] ?? 0) - (rate * slope) / given.length;
    });
  }
  return weights.map((weight) => Math.round(weight * 1000) / 1000);
};
