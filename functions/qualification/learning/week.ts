import { addDays, type Day, weekday } from '../../deadlines/day.ts';
import type { Case } from './case.ts';

/** Monday of the week of a day. */
export const weekOf = (day: Day): Day => addDays(day, -((weekday(day) + 6) % 7));

/** Counters of a week by their names; a name says all of what it counts. */
export type Counters = Record<string, number>;
/** Confidence is counted in tenths: how many proposals, how sure they were in thousandths, how many right. */
export const bins = 10;
/** Which tenth a confidence (0 to 1) is in, from 0. */
export const binOf = (confidence: number): number => Math.min(bins - 1, Math.floor(confidence * bins));

/** What one case adds to the counters of its week. A proposal that was routed alone and never moved counts as right. */
export const counted = ({ proposed, alone, decided }: Case): Counters => {
  const final = decided?.department ?? (alone ? proposed?.department : undefined);
  const mix: Counters = final ? { [`final:${final}`]: 1 } : {};
  if (!proposed) return mix;
  const { department, confidence } = proposed;
  const right = final === department;
  const bin = binOf(confidence);
  const sure = Math.round(confidence * 1000);
  return {
    ...mix,
    [`proposed:${department}`]: 1,
    [`sure:${department}`]: sure,
    [`bin:${bin}`]: 1,
    [`binSure:${bin}`]: sure,
    ...(alone ? { [`alone:${department}`]: 1 } : { [`asked:${department}`]: 1 }),
    ...(right
      ? { [`right:${department}`]: 1, [`binRight:${bin}`]: 1 }
      : {
          [`from:${department}:${final}`]: 1,
          ...(decided ? { [`who:${department}:${final}:${decided.by}`]: 1 } : {}),
          ...(alone ? { [`misrouted:${department}`]: 1 } : {}),
        }),
  };
};

/** What has to be added to a week's counters when a case is known better: nothing is counted twice. */
export const difference = (before: Counters, after: Counters): Counters => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    names
      .map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)] as const)
      .filter(([, change]) => change !== 0),
  );
};
