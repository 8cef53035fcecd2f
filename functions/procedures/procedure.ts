import * as z from 'zod';
import { late } from '../shared/api.ts';
import { Condition, fieldName } from './condition.ts';
import { Step } from './field.ts';
import { WorkStep } from './workflow.ts';

export { Condition } from './condition.ts';
export type { Address, Answer, Answers } from './field.ts';
export { Field, Step } from './field.ts';

const slug = late(() => z.string().regex(/^[a-z][a-z0-9-]*$/));

/** A document the citizen must produce, with what is accepted in its place and how old it may be. */
export const RequiredDocument = late(() =>
  z.strictObject({
    code: slug(),
    label: z.string().min(3).max(200),
    hint: z.string().max(400).optional(),
    when: Condition.optional(),
    /** Only what a text demands may stop or restart the legal clock (CRPA L114-5, L114-5-1). */
    requiredBy: z
      .string()
      .max(120)
      .optional()
      .describe('the text that demands it, for instance "arrete du 8 juin 2020"'),
    /** Any one of these will do as well. */
    accepts: z
      .array(z.strictObject({ code: slug(), label: z.string().min(3).max(200) }))
      .max(15)
      .default([]),
    /** Not older than this when it is sent. */
    validMonths: z.number().int().min(1).max(240).optional(),
  }),
);
export type RequiredDocument = z.infer<ReturnType<typeof RequiredDocument>>;

/** A procedure (demarche): everything the portal, the routing and the instruction need, as one versioned document. */
export const Procedure = late(() =>
  z.strictObject({
    id: slug(),
    revision: z.number().int().min(1).default(1),
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
    /** Powers differ from one commune to the next: the department by commune code, over `department`. */
    departmentByCommune: z.record(z.string().regex(/^\d[\dAB]\d{3}$/), z.string()).default({}),
    /** Routing by the answers: the first rule that holds wins over both. */
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
      /** Text that sets another delay or rule than CRPA L231-1 and L231-4. */
      article: z.string().max(120).optional(),
    }),
    youWillNeed: z.array(z.string()).default([]),
    before: z.string().max(1_500).optional().describe('paragraphs shown on the start page'),
    /** Taken only in these periods; none means always. `MM-DD` comes back every year. */
    open: z
      .array(
        z.strictObject({
          from: z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$/),
          to: z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$/),
        }),
      )
      .max(12)
      .default([]),
    /** Whoever meets one of these is told why before going on, and what to do instead. */
    ineligible: z
      .array(z.strictObject({ when: Condition, because: z.string().min(10).max(500) }))
      .max(20)
      .default([]),
    documents: z.array(RequiredDocument()).max(30).default([]),
    steps: z.array(Step()).min(1).max(15),
    workflow: z.array(WorkStep()).max(30).default([]),
    /** Days granted to send what is missing, and days before its end on which a reminder goes. */
    documentsDelay: z
      .strictObject({
        days: z.number().int().min(1).max(365).default(30),
        reminders: z.array(z.number().int().min(1).max(120)).max(4).default([7]),
      })
      .default({ days: 30, reminders: [7] }),
    fees: z
      .array(
        z.strictObject({
          code: slug(),
          label: z.string().min(3).max(150),
          cents: z.number().int().min(0),
          when: Condition.optional(),
        }),
      )
      .max(20)
      .default([]),
    /** How long the file is kept once closed, and its fate after that. */
    retention: z
      .strictObject({
        months: z.number().int().min(1).max(1_800),
        disposal: z.enum(['destroy', 'archive', 'sort']),
        because: z.string().max(200).optional(),
      })
      .default({ months: 60, disposal: 'destroy' }),
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
    /** Templates of letters by outcome and by occasion. */
    letters: z
      .strictObject({
        granted: z.string().optional(),
        refused: z.string().optional(),
        answered: z.string().optional(),
        documents: z.string().optional(),
      })
      .default({}),
    /** A model took part in the decision: every letter of decision says so (CRPA L311-3-1). */
    algorithm: z.boolean().default(false),
  }),
);
export type Procedure = z.infer<ReturnType<typeof Procedure>>;
