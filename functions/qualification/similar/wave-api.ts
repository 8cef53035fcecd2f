import * as z from 'zod';
import { late } from '../../shared/api.ts';

/** Many requests about one thing. `people` writes, `requests` hold: somebody who writes twice is one person. */
export const WaveView = late(() =>
  z.object({
    waveId: z.string(),
    department: z.string(),
    /** What it is about, in words that its letters share; may be empty. */
    words: z.array(z.string()),
    requests: z.number().int(),
    people: z.number().int(),
    firstAt: z.string(),
    lastAt: z.string(),
  }),
);
