import * as z from 'zod';
import { late } from '../shared/api.ts';

/** A letter an agent starts from (courrier type). `body` holds `{{names}}` of `letterFields`, nothing else. */
export const LetterTemplate = late(() =>
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: z.string().min(3).max(120),
    /** Departments that use it; none means all. */
    departments: z.array(z.string()).default([]),
    outcome: z.enum(['granted', 'refused', 'answered']),
    body: z
      .string()
      .min(20)
      .refine((body) => unknownFields(body).length === 0, {
        error: (issue) => `unknown field ${unknownFields(String(issue.input)).join(', ')}`,
      }),
  }),
);
export type LetterTemplate = z.infer<ReturnType<typeof LetterTemplate>>;

export const letterFields = [
  'name',
  'reference',
  'subject',
  'receivedOn',
  'department',
  'authority',
] as const;
export type LetterFields = Record<(typeof letterFields)[number], string>;

const field = /\{\{(\w+)\}\}/g;
const unknownFields = (body: string): string[] =>
  [...body.matchAll(field)]
    .map((found) => found[1] ?? '')
    .filter((name) => !letterFields.includes(name as never));

/** The letter with what is known filled in; what is not stays visible for the agent to complete. */
export const fill = (body: string, values: Partial<LetterFields>): string =>
  body.replace(field, (whole, name: keyof LetterFields) => values[name] || whole);
