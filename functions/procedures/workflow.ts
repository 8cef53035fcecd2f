import * as z from 'zod';
import { late } from '../shared/api.ts';
import { Condition } from './condition.ts';

const slug = late(() => z.string().regex(/^[a-z][a-z0-9-]*$/));

/** Who does a step: agents of a role (in the department of the request, or another), or one person by login. */
export const Actor = late(() =>
  z.union([
    z.strictObject({
      role: z.enum(['instructor', 'head', 'signatory', 'quality', 'administrator']),
      department: slug().optional(),
    }),
    z.strictObject({ agent: z.string().min(2).max(100) }),
  ]),
);
export type Actor = z.infer<ReturnType<typeof Actor>>;

const common = late(() => ({
  id: slug(),
  title: z.string().min(2).max(150),
  /** The step is left out when it does not hold. `outcome` (granted, refused) may be tested like a field after a decision. */
  when: Condition.optional(),
  /** Internal commitment: working days from the start of the step. */
  days: z.number().int().min(1).max(250).optional(),
}));

/** One step of the instruction, after the acknowledgement and in order; without any, the department answers freely. */
export const WorkStep = late(() =>
  z.discriminatedUnion('kind', [
    /** Points an agent verifies; all must be ticked, or documents asked for. */
    z.strictObject({
      kind: z.literal('check'),
      ...common(),
      points: z
        .array(z.strictObject({ code: slug(), label: z.string().min(2).max(200) }))
        .min(1)
        .max(20),
    }),
    /** Opinions asked from departments at the same time. */
    z.strictObject({
      kind: z.literal('opinion'),
      ...common(),
      from: z.array(slug()).min(1).max(10),
      question: z.string().min(5).max(500),
    }),
    /** The agent decides; the letter of the outcome follows. */
    z.strictObject({
      kind: z.literal('decision'),
      ...common(),
      outcomes: z
        .array(z.enum(['granted', 'refused', 'answered']))
        .min(1)
        .default(['granted', 'refused']),
    }),
    /** The agent writes the letter from a template; `templates` by outcome, else the letters of the procedure. */
    z.strictObject({ kind: z.literal('letter'), ...common(), template: slug().optional() }),
    /** Approves the letter written before. */
    z.strictObject({ kind: z.literal('visa'), ...common(), by: Actor() }),
    z.strictObject({
      kind: z.literal('signature'),
      ...common(),
      by: Actor(),
      /** The authority's seal proves origin and integrity; it is not the signatory's signature (CRPA L212-3). */
      mode: z.enum(['personal', 'seal']).default('seal'),
    }),
    /** Publishing waits for the parts that bring these. */
    z.strictObject({ kind: z.literal('payment'), ...common(), fee: slug() }),
    z.strictObject({ kind: z.literal('appointment'), ...common(), service: slug() }),
    z.strictObject({ kind: z.literal('external-call'), ...common(), connector: slug() }),
  ]),
);
export type WorkStep = z.infer<ReturnType<typeof WorkStep>>;
