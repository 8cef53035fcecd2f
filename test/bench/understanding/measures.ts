import { binOf, bins } from '../../../functions/qualification/learning/week.ts';

/** The share of those that are so; of none, zero. */
export const shareOf = <One>(of: readonly One[], is: (one: One) => boolean): number =>
  of.length === 0 ? 0 : of.filter(is).length / of.length;

/** The mean over classes of the harmonic mean of precision and recall: small departments count like large ones. */
export const macroF1 = (pairs: readonly { gold: string; said: string }[]): number => {
  const classes = [...new Set(pairs.map(({ gold }) => gold))];
  const each = classes.map((one) => {
    const both = pairs.filter(({ gold, said }) => gold === one && said === one).length;
    const either =
      pairs.filter(({ gold }) => gold === one).length + pairs.filter(({ said }) => said === one).length;
    return either === 0 ? 0 : (2 * both) / either;
  });
  return each.reduce((sum, f1) => sum + f1, 0) / each.length;
};

export type Sure = { confidence: number; isRight: boolean };
/** The curve of reliability: of the answers in each tenth of confidence, how sure they were and how many are right. */
export const curve = (answers: readonly Sure[]) =>
  Array.from({ length: bins }, (_, bin) => {
    const inside = answers.filter(({ confidence }) => binOf(confidence) === bin);
    const sure = inside.reduce((sum, { confidence }) => sum + confidence, 0) / (inside.length || 1);
    return { bin, count: inside.length, sure, right: shareOf(inside, ({ isRight }) => isRight) };
  });

/** Expected calibration error: how far confidence stands from the share of right answers, weighed by the tenths' sizes. */
export const calibrationError = (answers: readonly Sure[]): number =>
  curve(answers).reduce((sum, { count, sure, right }) => sum + count * Math.abs(sure - right), 0) /
  (answers.length || 1);

/** The value below which a share of all values lies. */
export const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;
