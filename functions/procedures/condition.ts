import * as z from 'zod';
import { late } from '../shared/api.ts';

/**
 * The one condition language, over the answers: visibility, routing, eligibility, documents, fees and steps of the work.
 * `{"field":"for","is":"someone-else"}`, joined by `all`, `any`, `not`. Inside a repeatable block a field of the same row is
 * named alone; `count` compares the number of rows of a block or of values of a list.
 */
export type Condition =
  | { field: string; is: string | number | boolean }
  | { field: string; in: (string | number)[] }
  | { field: string; filled: boolean }
  | { field: string; above: number }
  | { field: string; below: number }
  /** Dates: on that day or before, on that day or after; `today` is the day of the answer. */
  | { field: string; onOrBefore: string }
  | { field: string; onOrAfter: string }
  /** Years completed today since the date given. */
  | { field: string; olderThan: number }
  | { field: string; youngerThan: number }
  | { field: string; countAbove: number }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

/** Names that every object of the language has: a question so named would seem answered. */
const taken = 'constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf';
export const fieldName = late(() =>
  z
    .string()
    .regex(
      new RegExp(`^(?!(?:${taken})$)[a-z][a-zA-Z0-9]*$`),
      'a field name starts with a small letter and holds letters and digits only',
    ),
);
const dayOrToday = late(() =>
  z.union([z.literal('today'), z.iso.date()]).describe('YYYY-MM-DD, or today for the day of the answer'),
);

const asked = late(() =>
  fieldName().describe(
    'name of a question asked before this one (inside a block: of the same row, or of the form)',
  ),
);
const scalar = late(() => z.union([z.string(), z.number()]));

export const Condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z
        .strictObject({ field: asked(), is: z.union([scalar(), z.boolean()]) })
        .describe(
          'equal to; a question of type choices "is" each of the values ticked; yes-no and consent take true or false',
        ),
      z.strictObject({ field: asked(), in: z.array(scalar()).min(1) }).describe('one of these values'),
      z.strictObject({ field: asked(), filled: z.boolean() }).describe('answered, or not'),
      z
        .strictObject({ field: asked(), above: z.number() })
        .describe('number or amount (in cents) strictly above'),
      z
        .strictObject({ field: asked(), below: z.number() })
        .describe('number or amount (in cents) strictly below'),
      z.strictObject({ field: asked(), onOrBefore: dayOrToday() }).describe('date, that day or before'),
      z.strictObject({ field: asked(), onOrAfter: dayOrToday() }).describe('date, that day or after'),
      z
        .strictObject({ field: asked(), olderThan: z.number().int().min(0).max(150) })
        .describe('years completed today since the date, strictly more: olderThan 17 means 18 or more'),
      z
        .strictObject({ field: asked(), youngerThan: z.number().int().min(0).max(150) })
        .describe('years completed today since the date, strictly fewer: youngerThan 18 means a minor'),
      z
        .strictObject({ field: asked(), countAbove: z.number().int().min(0) })
        .describe('more than this many rows of a block, files or choices ticked'),
      z.strictObject({ all: z.array(Condition).min(1) }).describe('every one holds'),
      z.strictObject({ any: z.array(Condition).min(1) }).describe('at least one holds'),
      z.strictObject({ not: Condition }).describe('does not hold'),
    ]),
  )
  .meta({
    id: 'Condition',
    description:
      'A condition over the answers. An unanswered question makes every comparison false but "filled": false and "is": false. In the workflow, after a decision step, {"field": "outcome", "is": "granted"} looks at the decision (granted, refused, answered).',
  });
