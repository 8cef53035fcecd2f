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

export const fieldName = late(() =>
  z
    .string()
    .regex(
      /^[a-z][a-zA-Z0-9]*$/,
      'a field name starts with a small letter and holds letters and digits only',
    ),
);
const dayOrToday = late(() => z.union([z.literal('today'), z.iso.date()]));

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: fieldName(), is: z.union([z.string(), z.number(), z.boolean()]) }),
    z.strictObject({ field: fieldName(), in: z.array(z.union([z.string(), z.number()])).min(1) }),
    z.strictObject({ field: fieldName(), filled: z.boolean() }),
    z.strictObject({ field: fieldName(), above: z.number() }),
    z.strictObject({ field: fieldName(), below: z.number() }),
    z.strictObject({ field: fieldName(), onOrBefore: dayOrToday() }),
    z.strictObject({ field: fieldName(), onOrAfter: dayOrToday() }),
    z.strictObject({ field: fieldName(), olderThan: z.number().int().min(0).max(150) }),
    z.strictObject({ field: fieldName(), youngerThan: z.number().int().min(0).max(150) }),
    z.strictObject({ field: fieldName(), countAbove: z.number().int().min(0) }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
);
