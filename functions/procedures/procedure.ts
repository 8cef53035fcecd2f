import * as z from 'zod';
import { late } from '../shared/api.ts';
import { Condition, fieldName } from './condition.ts';
import { Step } from './field.ts';
import { RequiredDocument, slug } from './required-document.ts';
import { Translations } from './translation.ts';
import { WorkStep } from './workflow.ts';

export { Condition } from './condition.ts';
export type { Address, Answer, Answers } from './field.ts';
export { Field, Step } from './field.ts';
export { RequiredDocument } from './required-document.ts';

const department = late(() => z.string().describe('code of a department'));
const question = late(() => fieldName().optional().describe('name of a question'));
const templateId = late(() => z.string().optional().describe('id of a letter template'));
const dayOrYearly = late(() => z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$/));

const silence = late(() =>
  z
    .strictObject({
      mode: z.enum(['sva', 'svr', 'none']).describe('silence accepts, rejects, or decides nothing'),
      period: z
        .string()
        .regex(/^P\d+[DM]$/)
        .default('P2M')
        .describe('P2M: two months; P30D: thirty days'),
      article: z
        .string()
        .max(120)
        .optional()
        .describe('text that sets another rule than CRPA L231-1 and L231-4'),
    })
    .describe('what the silence of the administration means'),
);
const periods = () => z.array(z.strictObject({ from: dayOrYearly(), to: dayOrYearly() })).max(12);
const open = late(() =>
  periods()
    .default([])
    .describe(
      'taken only in these periods, both days included; none: always. YYYY-MM-DD, or MM-DD for every year',
    ),
);
const identity = late(() =>
  z
    .strictObject({
      givenName: question(),
      familyName: question(),
      email: question(),
      phone: question(),
      address: question(),
    })
    .describe('which questions say who asks; with an email or an address, else no answer can leave'),
);

/** A procedure (demarche): everything the portal, the routing and the instruction need, as one versioned document. */
export const Procedure = late(() =>
  z.strictObject({
    id: slug().describe('stays for ever; its page is /demarches/<id>'),
    revision: z
      .number()
      .int()
      .min(1)
      .default(1)
      .describe('given by publishing: what is written here does not count'),
    title: z
      .string()
      .min(3)
      .max(120)
      .describe('what the citizen wants to do, beginning with a verb, in French'),
    summary: z.string().min(10).max(300).describe('one or two sentences, in lists and search'),
    theme: z.enum([
      'papiers',
      'famille',
      'logement-urbanisme',
      'rue-environnement',
      'vie-locale',
      'argent-aides',
      'autre',
    ]),
    keywords: z.array(z.string()).max(30).default([]).describe('words people search with'),
    audience: z
      .array(z.enum(['person', 'company', 'association']))
      .min(1)
      .default(['person']),
    department: z
      .string()
      .describe('code of the department that instructs; empty means the general form, routed by its text'),
    departmentByCommune: z
      .record(z.string().regex(/^\d[\dAB]\d{3}$/), department())
      .default({})
      .describe('department by INSEE code of the commune answered, over "department"'),
    routing: z
      .array(z.strictObject({ when: Condition, department: department() }))
      .default([])
      .describe('department by the answers: the first rule that holds wins over both'),
    minutes: z.number().int().min(1).max(60).describe('time it takes to fill in'),
    commitmentDays: z
      .number()
      .int()
      .min(1)
      .max(365)
      .describe('commitment shown to the citizen, calendar days'),
    silence: silence(),
    youWillNeed: z.array(z.string()).default([]).describe('what to have at hand, on the start page'),
    before: z.string().max(1_500).optional().describe('paragraphs shown on the start page'),
    open: open(),
    season: periods()
      .optional()
      .describe('when most people ask for what is always taken: their papers are looked at beforehand'),
    ineligible: z
      .array(
        z.strictObject({
          when: Condition,
          because: z.string().min(10).max(500).describe('why, and what to do instead'),
        }),
      )
      .max(20)
      .default([])
      .describe('whoever meets one of these is told why, and cannot send the form'),
    documents: z.array(RequiredDocument()).max(30).default([]),
    steps: z.array(Step()).min(1).max(15).describe('the form, page by page'),
    workflow: z
      .array(WorkStep())
      .max(30)
      .default([])
      .describe('the instruction, in order: usually check, opinion, decision, letter, visa, signature'),
    documentsDelay: z
      .strictObject({
        days: z.number().int().min(1).max(365).default(30).describe('days granted to send what is missing'),
        reminders: z
          .array(z.number().int().min(1).max(120))
          .max(4)
          .default([7])
          .describe('days before the end of the delay'),
      })
      .default({ days: 30, reminders: [7] }),
    fees: z
      .array(
        z.strictObject({
          code: slug(),
          label: z.string().min(3).max(150),
          cents: z.number().int().min(0),
          when: Condition.optional(),
          due: z
            .enum(['opening', 'grant', 'never'])
            .optional()
            .describe(
              'owed when the request opens (usual), once it is granted, or never here: a price that is only told',
            ),
        }),
      )
      .max(20)
      .default([])
      .describe('what is to be paid, in cents, for the answers that meet each condition'),
    retention: z
      .strictObject({
        months: z.number().int().min(1).max(1_800),
        disposal: z.enum(['destroy', 'archive', 'sort']),
        because: z.string().max(200).optional(),
      })
      .default({ months: 60, disposal: 'destroy' })
      .describe('how long the file is kept once closed, and its fate after that'),
    identity: identity(),
    cosign: z
      .strictObject({
        question: question().describe('name of the question that asks the mail address of the second person'),
        days: z.number().int().min(1).max(60).default(15).describe('days they have to read and sign'),
      })
      .optional()
      .describe(
        'a second person must sign: once the question is answered, they are written to, and the request is lodged on the day both have signed',
      ),
    subject: z.string().max(150).optional().describe('fixed subject; else the answer named by subjectField'),
    subjectField: question(),
    letters: z
      .strictObject({
        granted: templateId(),
        refused: templateId(),
        answered: templateId(),
        documents: templateId(),
      })
      .default({})
      .describe('templates by outcome, and for asking documents'),
    algorithm: z
      .boolean()
      .default(false)
      .describe('a model took part in the decision: every letter of decision says so (CRPA L311-3-1)'),
    translations: Translations().optional(),
  }),
);
export type Procedure = z.infer<ReturnType<typeof Procedure>>;
