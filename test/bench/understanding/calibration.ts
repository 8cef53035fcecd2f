import { firstHands, judged, options } from './judged.ts';
import { calibrationError, curve } from './measures.ts';
import { type Part, percent, share, told } from './report.ts';
import { sureOf } from './routed.ts';

/** Whether a confidence of nine in ten is right nine times in ten. */
export const calibration = async (): Promise<Part> => {
  const all = judged();
  const first = all.filter(({ hand }) => firstHands.includes(hand));
  const departments = [...new Set(all.map(({ proposal }) => proposal.department))].sort();
  return {
    title: 'Calibration',
    rows: [
      share('expected calibration error, first hands', calibrationError(sureOf(first)), 0.05, 'most'),
      share('expected calibration error, all even hands', calibrationError(sureOf(all)), 0.05, 'most'),
      ...curve(sureOf(all)).flatMap(({ bin, count, sure, right }) =>
        count === 0
          ? []
          : [
              told(
                `confidence ${bin / 10} to ${(bin + 1) / 10}: ${count} messages`,
                `says ${percent(sure)}, right ${percent(right)}`,
              ),
            ],
      ),
    ],
    notes: [
      'Slope and shift of the log odds and a shift for each department (shrunk to none by 30 answers) are fitted on the three other even hands, each answered by a model that had not read it.',
      `Threshold of each department in the demonstration: ${departments.map((code) => `${code} ${options.threshold(code)}`).join(', ')}.`,
      'A message is routed when (1 − confidence) × cost of an error ≤ cost of a manual sort, and never below `routingThreshold`.',
    ],
  };
};
