import * as z from 'zod';
import { late } from '../shared/api.ts';
import { Condition, fieldName } from './condition.ts';

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
const plain = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), ...common() });

/** Questions whose answer is a string unless said otherwise; they also stand inside blocks and tables. */
const simple = late(
  () =>
    [
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
      plain('given-name'),
      plain('family-name'),
      plain('email'),
      plain('phone'),
      /** `YYYY-MM-DD`, typed as day, month, year. */
      z.strictObject({
        type: z.literal('date'),
        ...common(),
        past: z.boolean().default(false),
        future: z.boolean().default(false),
      }),
      /** `YYYY-MM-DD` in the past, within 130 years; the hint of browsers is `bday`. */
      z.strictObject({
        type: z.literal('birth-date'),
        ...common(),
        minAge: z.number().int().min(0).max(130).optional(),
        maxAge: z.number().int().min(0).max(130).optional(),
      }),
      /** `HH:mm`. */
      plain('time'),
      /** A number, within bounds. */
      z.strictObject({
        type: z.literal('number'),
        ...common(),
        min: z.number().optional(),
        max: z.number().optional(),
        unit: z.string().optional(),
      }),
      /** Whole cents, typed in euros. */
      z.strictObject({
        type: z.literal('amount'),
        ...common(),
        minCents: z.number().int().optional(),
        maxCents: z.number().int().optional(),
      }),
      /** One value of the options (radio buttons up to seven options, a list beyond). */
      z.strictObject({ type: z.literal('choice'), ...common(), options: z.array(option()).min(2).max(60) }),
      /** An array of values of the options. */
      z.strictObject({ type: z.literal('choices'), ...common(), options: z.array(option()).min(2).max(30) }),
      /** `true` or `false`, two radio buttons. */
      plain('yes-no'),
      /** `true` when ticked; when required it must be ticked. */
      plain('consent'),
      /** One commune of the authority, by its code. */
      plain('commune'),
      /** ISO 3166 code of two letters. */
      plain('country'),
      /** Fourteen digits with their check (INSEE). */
      plain('siret'),
      /** `W` and nine digits. */
      plain('rna'),
      /** Checked by ISO 13616; kept without spaces, shown masked to agents who need not pay. */
      plain('iban'),
      plain('licence-plate'),
    ] as const,
);

/** The kinds of question. */
export const Field = late(() =>
  z.discriminatedUnion('type', [
    ...simple(),
    /** `{ lines, postalCode, city }`. */
    plain('address'),
    /** `{ lines, postalCode, city }` or a description: where something is in public space. */
    plain('place'),
    /** `{ from, to }`, two days. */
    z.strictObject({
      type: z.literal('period'),
      ...common(),
      maxDays: z.number().int().min(1).max(3_650).optional(),
    }),
    /** `{ givenName, familyName, signedOn }`: a sworn statement signed by its name (CRPA L113-13); the label is its text. */
    plain('sworn-statement'),
    /** An array of upload ids. */
    z.strictObject({
      type: z.literal('files'),
      ...common(),
      max: z.number().int().min(1).max(10).default(3),
      accept: z
        .array(z.enum(['pdf', 'image', 'office']))
        .min(1)
        .default(['pdf', 'image']),
      /** Code of the required document that these files are, see `documents`. */
      document: z.string().optional(),
    }),
    /** Child of the household of the account: publishing waits for the household part. */
    plain('household-child'),
    /** Document of the digital safe: publishing waits for the safe. */
    z.strictObject({ type: z.literal('safe-document'), ...common(), document: z.string() }),
    /** Slot of an appointment: publishing waits for appointments. */
    z.strictObject({ type: z.literal('appointment'), ...common(), service: z.string() }),
    /** A block that the citizen repeats: an array of `{ name: answer }`. */
    z.strictObject({
      type: z.literal('repeat'),
      ...common(),
      min: z.number().int().min(0).max(50).default(1),
      max: z.number().int().min(1).max(50).default(10),
      /** What one row is called: "Enfant" gives "Enfant 1", "Ajouter un enfant" comes from `addLabel`. */
      rowLabel: z.string().min(2).max(60),
      addLabel: z.string().min(2).max(80),
      fields: z
        .array(z.discriminatedUnion('type', [...simple(), plain('address')]))
        .min(1)
        .max(12),
    }),
    /** Fixed rows by fixed columns: `{ row: { column: answer } }`. */
    z.strictObject({
      type: z.literal('table'),
      ...common(),
      rows: z.array(option()).min(1).max(20),
      columns: z
        .array(
          z.strictObject({
            name: fieldName(),
            label: z.string().min(1).max(80),
            type: z.enum(['text', 'number', 'amount', 'yes-no']),
            required: z.boolean().default(false),
          }),
        )
        .min(1)
        .max(6),
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
export type Field = z.infer<ReturnType<typeof Field>>;

/** One subject a page: one to eight questions. */
export const Step = late(() =>
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: z.string().min(2).max(150),
    hint: z.string().max(500).optional(),
    when: Condition.optional(),
    fields: z.array(Field()).min(1).max(8),
  }),
);
export type Step = z.infer<ReturnType<typeof Step>>;

export type Address = { lines: string; postalCode: string; city: string };
export type Period = { from: string; to: string };
export type SwornStatement = { givenName: string; familyName: string; signedOn: string };
export type SimpleAnswer = string | number | boolean | string[] | Address | undefined;
export type Row = Record<string, SimpleAnswer>;
export type Answer = SimpleAnswer | Period | SwornStatement | Row[] | Record<string, Row>;
export type Answers = Record<string, Answer>;
