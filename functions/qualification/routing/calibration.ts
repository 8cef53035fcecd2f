/**
 * How sure the classifier may be, fitted on hands that it had not read (`infra/calibrate.ts`). `sharpness` weighs what both
 * views say together; then the log odds of the first answer are stretched (`slope`) and moved (`shift`), for each department by what
 * its own share of errors adds, as far as it was seen often enough to say.
 */
export type Calibration = {
  sharpness: number;
  slope: number;
  shift: number;
  departments: Record<string, number>;
};
/** An answer before calibration: what it is sure of, and whether it was acceptable. */
export type Judged = { department: string; probability: number; isRight: boolean };

const least = 1e-4;
/** Log odds of a probability (0 to 1), held away from certainty. */
export const oddsOf = (probability: number): number => {
  const held = Math.min(1 - least, Math.max(least, probability));
  return Math.log(held / (1 - held));
};
const sureOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** The share of such answers that are right, 0 to 1, of the probability before calibration. */
export const calibrated = (
  { slope, shift, departments }: Calibration,
  department: string,
  probability: number,
): number => sureOf(slope * oddsOf(probability) + shift + (departments[department] ?? 0));

/** So many answers speak for a department as much as all the others do. */
const prior = 30;
const rounds = 2000;
const rate = 0.05;

/** Fits slope and shift on all answers, then each department's own shift, shrunk to none. Same answers, same numbers. */
export const calibrationOf = (judged: readonly Judged[], sharpness: number): Calibration => {
  let slope = 1;
  let shift = 0;
  for (let round = 0; round < rounds; round++) {
    let [bySlope, byShift] = [0, 0];
    for (const { probability, isRight } of judged) {
      const error = sureOf(slope * oddsOf(probability) + shift) - Number(isRight);
      bySlope += error * oddsOf(probability);
      byShift += error;
    }
    slope -= (rate * bySlope) / judged.length;
    shift -= (rate * byShift) / judged.length;
  }
  const all = { sharpness, slope: rounded(slope), shift: rounded(shift), departments: {} };
  const codes = [...new Set(judged.map(({ department }) => department))].sort();
  const own = codes.map((code) => {
    const mine = judged.filter(({ department }) => department === code);
    const wanted = mine.reduce((sum, { probability }) => sum + calibrated(all, code, probability), 0);
    const right = mine.filter(({ isRight }) => isRight).length;
    const [had, expected] = [right, wanted].map((count) => oddsOf((count + 1) / (mine.length + 2)));
    const share = mine.length / (mine.length + prior);
    return [code, rounded(share * ((had ?? 0) - (expected ?? 0)))] as const;
  });
  return { ...all, departments: Object.fromEntries(own) };
};

const rounded = (value: number) => Math.round(value * 1000) / 1000;
