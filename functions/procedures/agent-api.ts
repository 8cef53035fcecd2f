import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

/** A document as somebody writes it: it may be incomplete or wrong; the schema of a right one is GET /api/schemas/procedure.json. */
export const ProcedureDocument = late(() => z.record(z.string(), z.unknown()));
export type ProcedureDocument = z.infer<ReturnType<typeof ProcedureDocument>>;

/** What is wrong with a document, where, and what to do about it; sentences in French. */
export const ProcedureProblem = late(() =>
  z.object({
    /** An `error` keeps from publishing, an `advice` (accessibility, plain language, law to mind) does not. */
    level: z.enum(['error', 'advice']),
    /** Path in the document: `steps.1.fields.0.when`; empty for the whole document. */
    path: z.string(),
    /** Id of the step of the form or of the workflow, and name of the question, when the problem is inside one. */
    step: z.string().optional(),
    field: z.string().optional(),
    code: z.string(),
    /** The place in words, what is wrong there, and the remedy: three sentences to be shown one after the other. */
    place: z.string(),
    message: z.string(),
    remedy: z.string(),
  }),
);
export type ProcedureProblem = z.infer<ReturnType<typeof ProcedureProblem>>;

export const byId = late(() => z.object({ id: z.string() }));
const draftMark = late(() => z.object({ version: z.number(), by: z.string(), at: z.string() }));
export const origin = late(() => z.object({ id: z.string(), revision: z.number() }));
export const writers = ['administrator'] as const;
export const readers = ['administrator', 'quality'] as const;

export const ManagedProcedure = late(() =>
  z.object({
    id: z.string(),
    title: z.string(),
    department: z.string(),
    theme: z.string(),
    /** `published`, `archived` (no longer offered; open requests go on), or `draft` when it was never published. */
    state: z.enum(['published', 'archived', 'draft']),
    /** Last published revision; 0 before the first. */
    revision: z.number(),
    publishedBy: z.string().nullable(),
    publishedAt: z.string().nullable(),
    draft: draftMark().nullable(),
    /** Whether the portal takes it today, by its periods. */
    open: z.boolean(),
    /** The procedure of the shared catalogue it was adopted from, at that revision. */
    catalogue: origin().nullable(),
    /** A newer revision of the catalogue to look at. */
    newerInCatalogue: z.number().nullable(),
  }),
);
export type ManagedProcedure = z.infer<ReturnType<typeof ManagedProcedure>>;

export const listManagedProcedures = operation({
  method: 'GET',
  path: '/api/agent/procedures',
  roles: readers,
  summary: 'Every procedure of the authority, published, archived or in draft, in alphabetical order',
  response: () => z.object({ procedures: z.array(ManagedProcedure()) }),
});

/** The draft when there is one, else the published document; with `revision`, that revision as it was published. */
export const readManagedProcedure = operation({
  method: 'GET',
  path: '/api/agent/procedures/{id}',
  roles: readers,
  summary: 'One procedure to work on: its draft or its published document, with its problems',
  params: byId,
  query: () => z.object({ revision: z.coerce.number().int().min(1).optional() }),
  response: () =>
    z.object({
      procedure: ManagedProcedure(),
      document: ProcedureDocument(),
      isDraft: z.boolean(),
      /** To be handed back when saving; 0 while there is no draft. */
      version: z.number(),
      problems: z.array(ProcedureProblem()),
    }),
});

/** A new id makes a new procedure. Kept as it is, whatever its problems; `version` is that read before, else `conflict`. */
export const saveProcedureDraft = operation({
  method: 'PUT',
  path: '/api/agent/procedures/{id}/draft',
  roles: writers,
  summary: 'Save the draft of a procedure; it may be incomplete',
  params: byId,
  body: () => z.object({ document: ProcedureDocument(), version: z.number().int().min(0) }),
  response: () => z.object({ version: z.number(), problems: z.array(ProcedureProblem()) }),
});
export const discardProcedureDraft = operation({
  method: 'DELETE',
  path: '/api/agent/procedures/{id}/draft',
  roles: writers,
  summary: 'Throw the draft away; what is published stays',
  params: byId,
  status: 204,
});
export const validateProcedure = operation({
  method: 'POST',
  path: '/api/agent/procedures/validate',
  roles: readers,
  summary: 'What is wrong with a document, without keeping it',
  body: () => z.object({ document: z.unknown() }),
  response: () => z.object({ problems: z.array(ProcedureProblem()) }),
});
/** Refused with `invalid-input` and its problems in `fields` while an error is left. */
export const publishProcedure = operation({
  method: 'POST',
  path: '/api/agent/procedures/{id}/publish',
  roles: writers,
  summary: 'Publish the draft as the next revision; open requests stay on theirs',
  params: byId,
  body: () => z.object({ version: z.number().int().min(1) }),
  response: () => z.object({ revision: z.number() }),
});
export const archiveProcedure = operation({
  method: 'POST',
  path: '/api/agent/procedures/{id}/archive',
  roles: writers,
  summary: 'Take a procedure off the portal; its open requests go on',
  params: byId,
  status: 204,
});
export const restoreProcedure = operation({
  method: 'POST',
  path: '/api/agent/procedures/{id}/restore',
  roles: writers,
  summary: 'Offer an archived procedure again, in its last revision',
  params: byId,
  status: 204,
});
export const exportProcedure = operation({
  method: 'GET',
  path: '/api/agent/procedures/{id}/export',
  roles: readers,
  summary: 'The document as a file of JSON, draft or published, to be imported elsewhere',
  params: byId,
  query: () => z.object({ revision: z.coerce.number().int().min(1).optional() }),
  download: 'application/json',
});
