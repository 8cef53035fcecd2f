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
  return { ...all, departments: departmentsOf(all, judged, {}) };
};

/** Each department's own shift, by what its answers add to what was believed of it. */
const departmentsOf = (
  all: Calibration,
  judged: readonly Judged[],
  before: Readonly<Record<string, number>>,
): Record<string, number> => {
  const codes = [...new Set(judged.map(({ department }) => department))].sort();
  const own = codes.map((code) => {
    const mine = judged.filter(({ department }) => department === code);
    const wanted = mine.reduce((sum, { probability }) => sum + calibrated(all, code, probability), 0);
    const right = mine.filter(({ isRight }) => isRight).length;
    const [had, expected] = [right, wanted].map((count) => oddsOf((count + 1) / (mine.length + 2)));
    const share = mine.length / (mine.length + prior);
    return [code, rounded((before[code] ?? 0) + share * ((had ?? 0) - (expected ?? 0)))] as const;
  });
  return Object.fromEntries(own);
};

/** What is believed before weighs as so many answers. */
const believed = 50;
/** The spread of a doubtful answer: what one of them can tell. */
const spread = 0.25;

/**
 * The same curve moved by an authority's own answers, as far as they are many enough to say: slope and shift are held to what they
 * were by `believed` answers, each department by `prior`.
 */
export const refitted = (before: Calibration, judged: readonly Judged[]): Calibration => {
  let { slope, shift } = before;
  const held = believed * spread;
  const own = ({ department }: Judged) => before.departments[department] ?? 0;
  for (let round = 0; round < rounds; round++) {
    let [bySlope, byShift] = [held * (slope - before.slope), held * (shift - before.shift)];
    for (const one of judged) {
      const odds = oddsOf(one.probability);
      const error = sureOf(slope * odds + shift + own(one)) - Number(one.isRight);
      bySlope += error * odds;
      byShift += error;
    }
    slope -= (rate * bySlope) / (judged.length + believed);
    shift -= (rate * byShift) / (judged.length + believed);
  }
  const all = { ...before, slope: rounded(slope), shift: rounded(shift) };
  return {
    ...all,
    departments: { ...before.departments, ...departmentsOf(all, judged, before.departments) },
  };
};

const rounded = (value: number) => Math.round(value * 1000) / 1000;
