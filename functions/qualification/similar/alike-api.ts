import * as z from 'zod';
import { late } from '../../shared/api.ts';
import { WaveView } from './wave-api.ts';

/** A letter of before that is like one, with what was decided about it. */
const past = late(() =>
  z.object({
    contactId: z.string(),
    /** The same words, nearly the same, or about the same. */
    kind: z.enum(['same', 'nearly', 'subject']),
    receivedAt: z.string(),
    subject: z.string(),
    state: z.string(),
    /** Why it was set aside. */
    reason: z.string().nullable(),
    department: z.string().nullable(),
    /** Name of the agent; null where nobody was asked. */
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    reference: z.string().nullable(),
    isSamePerson: z.boolean(),
    mayJoin: z.boolean(),
  }),
);
export const Alike = late(() => z.object({ past: z.array(past()), wave: WaveView().nullable() }));
