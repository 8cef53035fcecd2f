import * as z from 'zod';
import { late } from '../shared/api.ts';

/** Condition over the answers: `{"field":"for","is":"someone-else"}`, joined by `all`, `any`, `not`. */
export type Condition =
  | { field: string; is: string | number | boolean }
  | { field: string; in: (string | number)[] }
  | { field: string; filled: boolean }
  | { field: string; above: number }
  | { field: string; below: number }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };
const fieldName = late(() =>
  z
    .string()
    .regex(
      /^[a-z][a-zA-Z0-9]*$/,
      'a field name starts with a small letter and holds letters and digits only',
    ),
);
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: fieldName(), is: z.union([z.string(), z.number(), z.boolean()]) }),
    z.strictObject({ field: fieldName(), in: z.array(z.union([z.string(), z.number()])).min(1) }),
    z.strictObject({ field: fieldName(), filled: z.boolean() }),
    z.strictObject({ field: fieldName(), above: z.number() }),
    z.strictObject({ field: fieldName(), below: z.number() }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
);

const common = late(() => ({
  name: fieldName(),
  label: z.string().min(2).max(200),
  hint: z.string().max(400).optional(),
  required: z.boolean().default(true),
  when: Condition.optional(),
}));
const option = late(() =>
  z.strictObject({
    value: z.string().regex(/^[a-z0-9-]+$/),
    label: z.string().min(1).max(200),
    hint: z.string().max(300).optional(),
  }),
);

/** The kinds of question. An answer is a string unless said otherwise beside the kind. */
export const Field = late(() =>
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('text'),
      ...common(),
      maxLength: z.number().int().max(500).default(200),
      pattern: z.enum(['postal-code', 'licence-plate', 'siret', 'rna']).optional(),
      autocomplete: z.string().optional(),
    }),
    z.strictObject({
      type: z.literal('textarea'),
      ...common(),
      maxLength: z.number().int().max(10_000).default(5_000),
    }),
    z.strictObject({ type: z.literal('given-name'), ...common() }),
    z.strictObject({ type: z.literal('family-name'), ...common() }),
    z.strictObject({ type: z.literal('email'), ...common() }),
    z.strictObject({ type: z.literal('phone'), ...common() }),
    /** `YYYY-MM-DD`, typed as day, month, year. */
    z.strictObject({
      type: z.literal('date'),
      ...common(),
      past: z.boolean().default(false),
      future: z.boolean().default(false),
    }),
    /** A number, within bounds. */
    z.strictObject({
      type: z.literal('number'),
      ...common(),
      min: z.number().optional(),
      max: z.number().optional(),
      unit: z.string().optional(),
    }),
    /** One value of the options (radio buttons up to seven options, a list beyond). */
    z.strictObject({ type: z.literal('choice'), ...common(), options: z.array(option()).min(2).max(60) }),
    /** An array of values of the options. */
    z.strictObject({ type: z.literal('choices'), ...common(), options: z.array(option()).min(2).max(30) }),
    /** `true` when ticked; when required it must be ticked. */
    z.strictObject({ type: z.literal('consent'), ...common() }),
    /** `{ lines, postalCode, city }`. */
    z.strictObject({ type: z.literal('address'), ...common() }),
    /** One commune of the authority, by its code. */
    z.strictObject({ type: z.literal('commune'), ...common() }),
    /** An array of upload ids. */
    z.strictObject({
      type: z.literal('files'),
      ...common(),
      max: z.number().int().min(1).max(10).default(3),
      accept: z
        .array(z.enum(['pdf', 'image', 'office']))
        .min(1)
        .default(['pdf', 'image']),
    }),
    /** No answer: a paragraph that helps. */
    z.strictObject({
      type: z.literal('information'),
      name: fieldName(),
      label: z.string().min(2).max(1_000),
      when: Condition.optional(),
    }),
  ]),
);

/** One subject a page: one to six questions. */
export const Step = late(() =>
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: z.string().min(2).max(150),
    hint: z.string().max(500).optional(),
    when: Condition.optional(),
    fields: z.array(Field()).min(1).max(8),
  }),
);

/** A procedure (démarche): everything the portal, the routing and the instruction need, as one versioned document. */
export const Procedure = late(() =>
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    revision: z.number().int().min(1),
    title: z.string().min(3).max(120),
    summary: z.string().min(10).max(300),
    theme: z.enum([
      'papiers',
      'famille',
      'logement-urbanisme',
      'rue-environnement',
      'vie-locale',
      'argent-aides',
      'autre',
    ]),
    keywords: z.array(z.string()).max(30).default([]),
    audience: z
      .array(z.enum(['person', 'company', 'association']))
      .min(1)
      .default(['person']),
    department: z
      .string()
      .describe('department that instructs; empty means the general form, routed by its text'),
    /** Routing by the answers: the first rule that holds wins over `department`. */
    routing: z.array(z.strictObject({ when: Condition, department: z.string() })).default([]),
    minutes: z.number().int().min(1).max(60),
    /** Commitment shown to the citizen, in calendar days. */
    commitmentDays: z.number().int().min(1).max(365),
    silence: z.strictObject({
      mode: z.enum(['sva', 'svr', 'none']),
      period: z
        .string()
        .regex(/^P\d+[DM]$/)
        .default('P2M'),
    }),
    youWillNeed: z.array(z.string()).default([]),
    before: z.string().max(1_500).optional().describe('paragraphs shown on the start page'),
    steps: z.array(Step()).min(1).max(15),
    /** Which answers are the subject, the sender and the text of the request. */
    identity: z.strictObject({
      givenName: fieldName().optional(),
      familyName: fieldName().optional(),
      email: fieldName().optional(),
      phone: fieldName().optional(),
      address: fieldName().optional(),
    }),
    subject: z.string().max(150).optional().describe('fixed subject; else the answer named by subjectField'),
    subjectField: fieldName().optional(),
    letters: z.strictObject({ granted: z.string().optional(), refused: z.string().optional() }).default({}),
  }),
);
export type Procedure = z.infer<ReturnType<typeof Procedure>>;
export type Step = z.infer<ReturnType<typeof Step>>;
export type Field = z.infer<ReturnType<typeof Field>>;
export type Address = { lines: string; postalCode: string; city: string };
export type Answer = string | number | boolean | string[] | Address | undefined;
export type Answers = Record<string, Answer>;
