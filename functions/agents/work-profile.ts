import * as z from 'zod';
import { late } from '../shared/api.ts';
import type { WorkProfile as Kept } from './agent.ts';

const word = late(() => z.string().trim().min(2).max(60));
/** Skills, languages, communes and time of an agent, as a folder or a head of department says them. */
export const WorkProfile = late(() =>
  z.strictObject({
    skills: z.array(word()).max(20).default([]),
    languages: z
      .array(z.string().regex(/^[a-z]{2}$/))
      .max(10)
      .default([]),
    communes: z
      .array(z.string().regex(/^\d[\dAB]\d{3}$/))
      .max(100)
      .default([]),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(2),
    share: z.number().int().min(10).max(100).default(100),
    cap: z.number().int().min(1).max(200).nullable().default(null),
  }),
);

/** A profile as pages show it: who said it stays here. */
export const shownWork = ({ by: _by, ...known }: Kept): Omit<Kept, 'by'> => known;

/** Somebody of whom nothing was said works full time, anywhere, in French. */
export const ordinaryWork: Kept = {
  ...{ skills: [], languages: [], communes: [] },
  ...{ level: 2, share: 100, cap: null },
};
