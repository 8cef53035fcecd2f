import { describe, expect, it } from 'vitest';
import { recalibrate } from '../../../functions/qualification/learning/recalibrate.ts';
import {
  type Calibration,
  calibrated,
  type Judged,
  refitted,
} from '../../../functions/qualification/routing/calibration.ts';
import { learn } from '../../../functions/qualification/routing/learn.ts';
import { corpus, lexicon } from '../../../infra/train.ts';

const shipped: Calibration = { sharpness: 0.6, slope: 1, shift: 0, departments: { voirie: 0.2 } };
/** So many answers of one confidence, of which a share was right. */
const answers = (department: string, count: number, probability: number, right: number): Judged[] =>
  Array.from({ length: count }, (_, i) => ({ department, probability, isRight: i < count * right }));
const sure = (calibration: Calibration, department: string, probability: number) =>
  calibrated(calibration, department, probability);

describe('how sure Parvis may be, by what an authority decided', () => {
  it('stays as it shipped where nothing was decided', () => {
    expect(refitted(shipped, [])).toEqual(shipped);
  });
  it('comes down where agents corrected what was said to be sure, and further with more of them', () => {
    const [few, many] = [20, 400].map((count) => refitted(shipped, answers('logement', count, 0.9, 0.5)));
    expect(sure(few as Calibration, 'logement', 0.9)).toBeLessThan(0.9);
    expect(sure(many as Calibration, 'logement', 0.9)).toBeLessThan(
      sure(few as Calibration, 'logement', 0.9),
    );
    expect(sure(many as Calibration, 'logement', 0.9)).toBeCloseTo(0.5, 1);
  });
  it('moves a department by its own answers, the others hardly', () => {
    const own = refitted(shipped, [
      ...answers('logement', 60, 0.9, 0.5),
      ...answers('voirie', 60, 0.9, 0.95),
      ...answers('finances', 60, 0.9, 0.9),
    ]);
    expect(sure(own, 'logement', 0.9)).toBeLessThan(0.75);
    expect(sure(own, 'voirie', 0.9)).toBeGreaterThan(0.85);
    expect(own.departments.voirie).toBeDefined();
  });
  it('is the same for the same answers', () => {
    const some = answers('logement', 60, 0.8, 0.7);
    expect(refitted(shipped, some)).toEqual(refitted(shipped, some));
  });
});

describe('a night', () => {
  const few = ['education', 'finances', 'voirie'];
  const rows = corpus(['further-1']).filter(({ service }) => few.includes(service));
  const words = Object.fromEntries(Object.entries(lexicon()).filter(([code]) => few.includes(code)));
  // Far too sure of itself, as no authority's letters would bear out.
  const model = learn(rows.slice(0, 30), words, { ...shipped, shift: 4 });
  const decisions = rows
    .slice(30, 110)
    .map(({ subject, text, service }) => ({ subject: subject ?? '', text, department: service }));

  it('leaves the curve alone below fifty decisions', () => {
    expect(recalibrate(model, decisions.slice(0, 49))).toBeNull();
  });
  it('bends it where that tells decisions better that were left out of the fit, and says by how much', () => {
    const own = recalibrate(model, decisions);
    expect(own?.figures.decisions).toBe(80);
    expect(own?.figures.after).toBeLessThan(own?.figures.before ?? 0);
    expect(own?.calibration.shift).toBeLessThan(4);
    expect(
      recalibrate({ ...model, calibration: own?.calibration ?? shipped }, decisions)?.figures.after ?? 0,
    ).toBeLessThan(0.2);
  });
});
