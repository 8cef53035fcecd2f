import * as z from 'zod';
import { late } from '../shared/api.ts';
import { Condition } from './condition.ts';

export const slug = late(() => z.string().regex(/^[a-z][a-z0-9-]*$/));

/** A document the citizen must produce, with what is accepted in its place and how old it may be. */
export const RequiredDocument = late(() =>
  z
    .strictObject({
      code: slug().describe('named by the questions of type files that collect it'),
      label: z.string().min(3).max(200),
      hint: z.string().max(400).optional(),
      when: Condition.optional().describe('due only when it holds'),
      /** Only what a text demands may stop or restart the legal clock (CRPA L114-5, L114-5-1). */
      requiredBy: z
        .string()
        .max(120)
        .optional()
        .describe(
          'the text that demands it, for instance "arrete du 8 juin 2020": asking for it stops the clock',
        ),
      accepts: z
        .array(z.strictObject({ code: slug(), label: z.string().min(3).max(200) }))
        .max(15)
        .default([])
        .describe('any one of these will do as well'),
      validMonths: z
        .number()
        .int()
        .min(1)
        .max(240)
        .optional()
        .describe('not older than this when it is sent'),
    })
    .describe('a document to produce, or one of its equivalents'),
);
export type RequiredDocument = z.infer<ReturnType<typeof RequiredDocument>>;
