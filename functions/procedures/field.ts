import * as z from 'zod';
import { late } from '../shared/api.ts';
import { Condition, fieldName } from './condition.ts';
import { common, option, plain, simple } from './question.ts';

/** The kinds of question. */
export const Field = late(() =>
  z.discriminatedUnion('type', [
    ...simple(),
    plain('address', 'postal address: { lines, postalCode, city }'),
    plain('place', 'somewhere in public space: { lines, postalCode, city } or a description'),
    z
      .strictObject({
        type: z.literal('period'),
        ...common(),
        maxDays: z.number().int().min(1).max(3_650).optional(),
      })
      .describe('two days: { from, to }'),
    /** CRPA L113-13. */
    plain(
      'sworn-statement',
      'statement signed by name: { givenName, familyName, signedOn }; the label is its text',
    ),
    z
      .strictObject({
        type: z.literal('files'),
        ...common(),
        max: z.number().int().min(1).max(10).default(3),
        accept: z
          .array(z.enum(['pdf', 'image', 'office']))
          .min(1)
          .default(['pdf', 'image']),
        document: z
          .string()
          .optional()
          .describe('code of the required document these files are, or of an accepted equivalent'),
      })
      .describe('files to send: an array of upload ids'),
    plain(
      'household-child',
      'a child: chosen in the household of who is signed in, or typed: { givenName, familyName, birthDate }',
    ),
    z
      .strictObject({ type: z.literal('safe-document'), ...common(), document: z.string() })
      .describe(
        'a required document: one of the safe in one gesture, or files to send: an array of upload ids',
      ),
    z
      .strictObject({ type: z.literal('appointment'), ...common(), service: z.string() })
      .describe(
        'a slot of an appointment, held while the form is filled: { slot, from, place }; service is the code of a reason',
      ),
    z
      .strictObject({
        type: z.literal('repeat'),
        ...common(),
        min: z.number().int().min(0).max(50).default(1),
        max: z.number().int().min(1).max(50).default(10),
        rowLabel: z.string().min(2).max(60).describe('what one row is called: "Enfant" shows as "Enfant 1"'),
        addLabel: z.string().min(2).max(80).describe('the button: "Ajouter un enfant"'),
        fields: z
          .array(z.discriminatedUnion('type', [...simple(), plain('address', '{ lines, postalCode, city }')]))
          .min(1)
          .max(12)
          .describe('questions of one row; their conditions name questions of the same row, or of the form'),
      })
      .describe(
        'a block that the citizen repeats, once for each child for instance: an array of { name: answer }',
      ),
    z
      .strictObject({
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
      })
      .describe('fixed rows by fixed columns: { row: { column: answer } }'),
    z
      .strictObject({
        type: z.literal('information'),
        name: fieldName(),
        label: z.string().min(2).max(1_000).describe('the paragraph'),
        when: Condition.optional(),
      })
      .describe('no answer: a paragraph that helps'),
  ]),
);
export type Field = z.infer<ReturnType<typeof Field>>;

/** One subject a page: one to eight questions. */
export const Step = late(() =>
  z
    .strictObject({
      id: z
        .string()
        .regex(/^[a-z][a-z0-9-]*$/)
        .describe('unique among the steps'),
      title: z.string().min(2).max(150),
      hint: z.string().max(500).optional(),
      when: Condition.optional().describe('shown only when it holds; looks at questions of the steps before'),
      fields: z.array(Field()).min(1).max(8),
    })
    .describe('one page of the form: one subject, five questions at most if you can'),
);
export type Step = z.infer<ReturnType<typeof Step>>;

export type Address = { lines: string; postalCode: string; city: string };
export type Period = { from: string; to: string };
export type Child = { givenName: string; familyName: string; birthDate: string; member?: string };
/** `slot` is the hold that the agenda gave; `from` an instant in UTC. */
export type Slot = { slot: string; from: string; place: string };
export type SwornStatement = { givenName: string; familyName: string; signedOn: string };
export type SimpleAnswer = string | number | boolean | string[] | Address | undefined;
export type Row = Record<string, SimpleAnswer>;
export type Answer = SimpleAnswer | Period | SwornStatement | Child | Slot | Row[] | Record<string, Row>;
export type Answers = Record<string, Answer>;
