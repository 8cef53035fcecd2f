import { describe, expect, it } from 'vitest';
import { calibrated, calibrationOf } from '../../../functions/qualification/routing/calibration.ts';
import { thresholdOf } from '../../../functions/qualification/routing/thresholds.ts';

describe('what an authority pays for an error decides what goes alone', () => {
  it.each([
    ['the usual costs', { routingThreshold: 0.8 }, 'voirie', 0.9],
    ['a dear error', { routingThreshold: 0.8, routing: { misrouted: 10_000, sorted: 100 } }, 'voirie', 0.99],
    [
      'a cheap error, the floor',
      { routingThreshold: 0.8, routing: { misrouted: 200, sorted: 100 } },
      'voirie',
      0.8,
    ],
    [
      'a department whose errors cost more',
      {
        routingThreshold: 0.8,
        routing: { misrouted: 1000, sorted: 100, departments: { 'etat-civil': { misrouted: 2000 } } },
      },
      'etat-civil',
      0.95,
    ],
  ])('%s', (_, settings, department, wanted) => {
    expect(thresholdOf(settings, department)).toBeCloseTo(wanted, 10);
  });
});

describe('a confidence says how often it is right', () => {
  const answers = (department: string, probability: number, right: number, of: number) =>
    Array.from({ length: of }, (_, i) => ({ department, probability, isRight: i < right }));

  it('learns that it was too sure', () => {
    const found = calibrationOf([...answers('voirie', 0.99, 80, 100), ...answers('voirie', 0.6, 20, 100)], 1);
    expect(calibrated(found, 'voirie', 0.99)).toBeCloseTo(0.8, 1);
    expect(calibrated(found, 'voirie', 0.6)).toBeCloseTo(0.2, 1);
  });
  it('trusts one department less than another when it was seen to fail often', () => {
    const found = calibrationOf([...answers('voirie', 0.9, 95, 100), ...answers('cabinet', 0.9, 60, 100)], 1);
    expect(calibrated(found, 'cabinet', 0.9)).toBeLessThan(calibrated(found, 'voirie', 0.9) - 0.1);
  });
  it('says nothing of a department it hardly saw', () => {
    const found = calibrationOf([...answers('voirie', 0.9, 90, 100), ...answers('cabinet', 0.9, 0, 1)], 1);
    expect(Math.abs(found.departments.cabinet ?? 9)).toBeLessThan(0.2);
  });
});
