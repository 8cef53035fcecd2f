import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { Procedure } from './procedure.ts';

/** What a search or a list needs of a procedure. */
export const ProcedureCard = late(() =>
  z.object({
    id: z.string(),
    title: z.string(),
    summary: z.string(),
    theme: z.string(),
    keywords: z.array(z.string()),
    minutes: z.number(),
  }),
);
export type ProcedureCard = z.infer<ReturnType<typeof ProcedureCard>>;

export const listProcedures = operation({
  method: 'GET',
  path: '/api/public/procedures',
  roles: ['public'],
  summary: 'Procedures open to the public, in alphabetical order',
  response: () => z.object({ procedures: z.array(ProcedureCard()) }),
});
export const readProcedure = operation({
  method: 'GET',
  path: '/api/public/procedures/{id}',
  roles: ['public'],
  summary: 'One procedure, whole, in its current revision',
  params: () => z.object({ id: z.string() }),
  response: Procedure,
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
/** An administrator imports a procedure: validated by the same schema, published as the next revision. */
export const importProcedure = operation({
  method: 'POST',
  path: '/api/agent/procedures',
  roles: ['administrator'],
  summary: 'Import a procedure document; it becomes the next revision',
  body: () =>
    Procedure()
      .omit({ revision: true })
      .extend({ revision: z.number().int().min(1).optional() }),
  status: 201,
  response: () => z.object({ id: z.string(), revision: z.number() }),
});
