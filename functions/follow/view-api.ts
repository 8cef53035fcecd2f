import * as z from 'zod';
import { appealKinds, scores } from '../requests/follow-events.ts';
import { late } from '../shared/api.ts';

const outcome = late(() => z.enum(['granted', 'refused', 'answered']));

/** A decision in plain words: why, what can be done, until when (`TrackedRequest.answer`). Days are calendar days. */
export const CitizenAnswer = late(() =>
  z.object({
    outcome: outcome(),
    /** Silence decided. */
    isImplicit: z.boolean(),
    on: z.string(),
    /** What the decision itself says of its reasons; null where it does not part them from the rest. */
    inFact: z.string().nullable(),
    inLaw: z.string().nullable(),
    remedies: z.object({
      /** Last day to contest it, before the authority or the court; null while no delay can be opposed to the person. */
      until: z.string().nullable(),
      /** `interrupted`: an appeal in time waits for its own answer. */
      state: z.enum(['running', 'over', 'interrupted', 'none']),
      article: z.string(),
      authority: z.object({ name: z.string(), postalAddress: z.string(), email: z.string() }),
      court: z.object({ name: z.string(), address: z.string() }),
      mediator: z.object({ name: z.string(), url: z.string() }).nullable(),
    }),
    mayContest: z.boolean(),
    appeals: z.array(z.object({ reference: z.string(), kind: z.enum(appealKinds), on: z.string() })),
    rating: z.object({ score: z.enum(scores), comment: z.string().nullable() }).nullable(),
    /** Last day to say what one thinks, and to change it. */
    rateUntil: z.string().nullable(),
    mayRate: z.boolean(),
    mayReopen: z.boolean(),
  }),
);
export type CitizenAnswer = z.infer<ReturnType<typeof CitizenAnswer>>;
