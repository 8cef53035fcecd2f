import * as z from 'zod';
import { late } from '../shared/api.ts';
import { Condition } from './condition.ts';
import { slug } from './required-document.ts';

const toCome = 'not yet available: kept in drafts, refused at publishing';

/** Who does a step: agents of a role (in the department of the request, or another), or one person by login. */
export const Actor = late(() =>
  z.union([
    z.strictObject({
      role: z.enum(['instructor', 'head', 'signatory', 'quality', 'administrator']),
      department: slug().optional().describe('code of a department; without it, that of the request'),
    }),
    z.strictObject({ agent: z.string().min(2).max(100).describe('login of one person') }),
  ]),
);
export type Actor = z.infer<ReturnType<typeof Actor>>;

const common = late(() => ({
  id: slug().describe('unique among the steps of the workflow'),
  title: z.string().min(2).max(150).describe('what agents read'),
  when: Condition.optional().describe('the step is left out when it does not hold'),
  days: z
    .number()
    .int()
    .min(1)
    .max(250)
    .optional()
    .describe('internal commitment: working days from the start of the step'),
}));

/** One step of the instruction, after the acknowledgement and in order; without any, the department answers freely. */
export const WorkStep = late(() =>
  z.discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('check'),
        ...common(),
        points: z
          .array(z.strictObject({ code: slug(), label: z.string().min(2).max(200) }))
          .min(1)
          .max(20),
      })
      .describe('points that an agent of the department ticks one by one, or asks documents for'),
    z
      .strictObject({
        kind: z.literal('opinion'),
        ...common(),
        from: z.array(slug()).min(1).max(10),
        question: z.string().min(5).max(500),
      })
      .describe('opinions asked from other departments (codes in "from"), all at the same time'),
    z
      .strictObject({
        kind: z.literal('decision'),
        ...common(),
        outcomes: z
          .array(z.enum(['granted', 'refused', 'answered']))
          .min(1)
          .default(['granted', 'refused']),
      })
      .describe('an agent decides; the letter comes after'),
    z
      .strictObject({
        kind: z.literal('letter'),
        ...common(),
        template: slug()
          .optional()
          .describe('id of a letter template; without it, that of "letters" for the outcome, else any'),
      })
      .describe(
        'an agent writes the letter, after a decision; visas and the signature that follow approve this very letter',
      ),
    z
      .strictObject({ kind: z.literal('visa'), ...common(), by: Actor() })
      .describe('approves the letter written before; several visas follow one another in this order'),
    z
      .strictObject({
        kind: z.literal('signature'),
        ...common(),
        by: Actor(),
        /** The authority's seal proves origin and integrity; it is not the signatory's signature (CRPA L212-3). */
        mode: z
          .enum(['personal', 'seal'])
          .default('seal')
          .describe('seal of the authority, or signature of the person (CRPA L212-3)'),
      })
      .describe('signs and seals the letter, which then leaves; after the visas'),
    z
      .strictObject({ kind: z.literal('payment'), ...common(), fee: slug() })
      .describe('waits until this fee, owed from the opening, is paid; left at once where it is not owed'),
    z.strictObject({ kind: z.literal('appointment'), ...common(), service: slug() }).describe(toCome),
    z.strictObject({ kind: z.literal('external-call'), ...common(), connector: slug() }).describe(toCome),
  ]),
);
export type WorkStep = z.infer<ReturnType<typeof WorkStep>>;
