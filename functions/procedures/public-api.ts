import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { ProcedureProblem } from './agent-api.ts';
import { Procedure } from './procedure.ts';
import { inWhich, PageLanguage } from './translation.ts';

/** What a search or a list needs of a procedure. */
export const ProcedureCard = late(() =>
  z.object({
    id: z.string(),
    title: z.string(),
    summary: z.string(),
    theme: z.string(),
    keywords: z.array(z.string()),
    minutes: z.number(),
    /** Of title and summary, where it is not French. */
    language: PageLanguage().optional(),
  }),
);
export type ProcedureCard = z.infer<ReturnType<typeof ProcedureCard>>;

export const listProcedures = operation({
  method: 'GET',
  path: '/api/public/procedures',
  roles: ['public'],
  summary: 'Procedures open to the public, in alphabetical order; in another language where they have it',
  query: inWhich,
  response: () => z.object({ procedures: z.array(ProcedureCard()) }),
});
export const listMostAsked = operation({
  method: 'GET',
  path: '/api/public/most-asked-procedures',
  roles: ['public'],
  summary: 'Procedures most people asked for lately, six at most; none where too few did',
  query: inWhich,
  response: () => z.object({ procedures: z.array(ProcedureCard()) }),
});
export const readProcedure = operation({
  method: 'GET',
  path: '/api/public/procedures/{id}',
  roles: ['public'],
  summary: 'One procedure, whole, in its current revision',
  params: () => z.object({ id: z.string() }),
  query: inWhich,
  response: () => Procedure().omit({ translations: true }).extend({ language: PageLanguage().optional() }),
});
export const procedureSchema = operation({
  method: 'GET',
  path: '/api/schemas/procedure.json',
  roles: ['public'],
  summary: 'JSON Schema of a procedure document',
  response: () => z.record(z.string(), z.unknown()),
});
export const openApi = operation({
  method: 'GET',
  path: '/api/openapi.json',
  roles: ['public'],
  summary: 'This description',
  response: () => z.record(z.string(), z.unknown()),
});
/**
 * An administrator imports a procedure: published as the next revision, or kept as a draft to be looked at first. One that
 * would break in use is refused with every place, what is wrong there and the remedy (`fields` of the problem).
 */
export const importProcedure = operation({
  method: 'POST',
  path: '/api/agent/procedures',
  roles: ['administrator'],
  summary: 'Import a procedure document; it becomes the next revision, or a draft',
  query: () => z.object({ as: z.enum(['published', 'draft']).default('published') }),
  body: () => z.union([Procedure(), z.unknown()]).describe('A document of /api/schemas/procedure.json'),
  status: 201,
  response: () =>
    z.object({
      id: z.string(),
      /** 0 for a draft. */
      revision: z.number(),
      /** Advice when it was published; whatever is wrong with a draft. */
      problems: z.array(ProcedureProblem()),
    }),
});
