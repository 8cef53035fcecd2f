import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { letterKinds } from './template.ts';

const outcome = late(() => z.enum(['granted', 'refused', 'answered']));
const mode = late(() => z.enum(['personal', 'seal', 'unsigned']));

/** Letters to start from, for one request: those of its department and those of everybody, filled with what is known. */
export const listLetterTemplates = operation({
  method: 'GET',
  path: '/api/agent/requests/{reference}/letter-templates',
  roles: ['instructor', 'head', 'administrator'],
  summary: 'Letters an agent may start from, filled for this request',
  params: () => z.object({ reference: z.string() }),
  response: () =>
    z.object({
      templates: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          kind: z.enum(letterKinds),
          outcome: outcome(),
          mode: mode(),
          /** Subject line of the template; null when it has none. */
          subject: z.string().nullable(),
          text: z.string(),
          /** Marks that the agent still has to fill in. */
          missing: z.array(z.string()),
          /** Named by the procedure of the request. */
          suggested: z.boolean(),
        }),
      ),
    }),
});

const readers = ['instructor', 'head', 'signatory', 'quality', 'administrator'] as const;
const writers = ['head', 'administrator'] as const;
/** A template as somebody writes it: it may be wrong; GET answers those that are right. */
export const TemplateDocument = late(() => z.record(z.string(), z.unknown()));
/** Where it is wrong (a path of the document), what is wrong and what to do, in French. */
export const TemplateProblem = late(() =>
  z.object({ path: z.string(), code: z.string(), at: z.string(), message: z.string() }),
);
export type TemplateProblem = z.infer<ReturnType<typeof TemplateProblem>>;
const mark = late(() => ({ revision: z.number().int(), by: z.string(), at: z.string() }));
const ManagedTemplate = late(() =>
  z.object({
    id: z.string(),
    title: z.string(),
    kind: z.enum(letterKinds),
    outcome: outcome(),
    mode: mode(),
    departments: z.array(z.string()),
    ...mark(),
    /** Whether this agent may edit it. */
    mine: z.boolean(),
  }),
);
export type ManagedTemplate = z.infer<ReturnType<typeof ManagedTemplate>>;

export const listTemplates = operation({
  method: 'GET',
  path: '/api/agent/letter-templates',
  roles: readers,
  summary: 'Every letter template and block of the authority, by title',
  response: () =>
    z.object({
      templates: z.array(ManagedTemplate()),
      departments: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
});
export const readTemplateToEdit = operation({
  method: 'GET',
  path: '/api/agent/letter-templates/{id}',
  roles: readers,
  summary: 'One template, its past revisions and the letters that take it in when it is a block',
  params: () => z.object({ id: z.string().max(100) }),
  query: () => z.object({ revision: z.coerce.number().int().min(1).optional() }),
  response: () =>
    z.object({
      template: TemplateDocument(),
      ...mark(),
      mine: z.boolean(),
      revisions: z.array(z.object(mark())),
      usedBy: z.array(z.object({ id: z.string(), title: z.string() })),
      problems: z.array(TemplateProblem()),
    }),
});
/** A new id makes a new template (`revision` 0). Refuses `invalid-input` with the problems as fields, `conflict`, `forbidden`. */
export const saveTemplate = operation({
  method: 'PUT',
  path: '/api/agent/letter-templates/{id}',
  roles: writers,
  summary: 'Save a template as its next revision; letters already written keep their words',
  params: () => z.object({ id: z.string().max(100) }),
  body: () => z.strictObject({ template: TemplateDocument(), revision: z.number().int().min(0) }),
  response: () => z.object({ revision: z.number().int() }),
});

const tried = late(() =>
  z.strictObject({
    template: TemplateDocument(),
    /** A request to show it with; an invented one when absent. */
    reference: z.string().max(40).optional(),
  }),
);
const LetterProblem = late(() =>
  z.object({
    code: z.string(),
    message: z.string(),
    article: z.string().nullable(),
    place: z.string().nullable(),
  }),
);
export const tryTemplate = operation({
  method: 'POST',
  path: '/api/agent/letter-templates/try',
  roles: readers,
  summary:
    'What a template gives: its text filled, what is wrong in it, what the checker would say of the letter',
  body: tried,
  response: () =>
    z.object({
      problems: z.array(TemplateProblem()),
      subject: z.string(),
      text: z.string(),
      mentions: z.array(z.object({ title: z.string(), text: z.string() })),
      signature: z
        .object({ capacity: z.string().nullable(), name: z.string(), title: z.string() })
        .nullable(),
      recipient: z.array(z.string()),
      missing: z.array(z.string()),
      blocking: z.array(LetterProblem()),
      advice: z.array(LetterProblem()),
      readability: z.number(),
    }),
});
export const previewTemplate = operation({
  method: 'POST',
  path: '/api/agent/letter-templates/preview',
  roles: readers,
  summary: 'The letter a template gives, as the PDF that would be printed',
  body: tried,
  download: 'application/pdf',
});

/** A letter as the agent has it now, before anybody is asked to approve it. */
export const checkRequestLetter = operation({
  method: 'POST',
  path: '/api/agent/requests/{reference}/letters/check',
  roles: ['instructor', 'head', 'administrator'],
  summary: 'What would keep a letter from leaving, and what would make it better',
  params: () => z.object({ reference: z.string() }),
  body: () =>
    z.strictObject({
      template: z.string().max(100).nullable().default(null),
      outcome: outcome(),
      subject: z.string().trim().max(200).nullable().default(null),
      text: z.string().max(20_000),
    }),
  response: () =>
    z.object({
      blocking: z.array(LetterProblem()),
      advice: z.array(LetterProblem()),
      readability: z.number(),
    }),
});
