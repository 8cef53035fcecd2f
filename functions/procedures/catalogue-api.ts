import * as z from 'zod';
import { operation } from '../shared/api.ts';
import { byId, origin, ProcedureProblem, readers, writers } from './agent-api.ts';
import { DocumentChange } from './revision-api.ts';

/** The catalogue that the authorities share. */
export const listProcedureCatalogue = operation({
  method: 'GET',
  path: '/api/agent/procedure-catalogue',
  roles: readers,
  summary: 'Procedures of the shared catalogue, and those already adopted here',
  response: () =>
    z.object({
      procedures: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          summary: z.string(),
          theme: z.string(),
          revision: z.number(),
          /** Ids of the local procedures made from it. */
          adoptedAs: z.array(z.string()),
        }),
      ),
    }),
});
/** Makes a draft from it; `id` when the name is already taken here, else `conflict`. */
export const adoptProcedure = operation({
  method: 'POST',
  path: '/api/agent/procedure-catalogue/{id}/adopt',
  roles: writers,
  summary: 'Adopt a procedure of the catalogue as a local draft',
  params: byId,
  body: () => z.object({ id: z.string().optional(), department: z.string().optional() }),
  status: 201,
  response: () => z.object({ id: z.string(), version: z.number(), problems: z.array(ProcedureProblem()) }),
});
/**
 * The local overlay: what differs from the catalogue, as a JSON merge patch (RFC 7396) in which lists of named things
 * (steps by id, questions by name, documents and fees by code) are objects by that name. `conflicts`: changed on both sides.
 */
export const readOverlay = operation({
  method: 'GET',
  path: '/api/agent/procedures/{id}/overlay',
  roles: readers,
  summary: 'What was changed here over the catalogue, what the catalogue changed since, and where both did',
  params: byId,
  response: () =>
    z.object({
      catalogue: origin(),
      newest: z.number(),
      overlay: z.record(z.string(), z.unknown()),
      local: z.array(DocumentChange()),
      incoming: z.array(DocumentChange()),
      conflicts: z.array(
        z.object({
          path: z.string(),
          place: z.string(),
          before: z.unknown(),
          catalogue: z.unknown(),
          local: z.unknown(),
        }),
      ),
    }),
});
/** The newest catalogue revision under the local overlay, as a draft. Paths of `theirs` take the catalogue's side. */
export const takeCatalogueRevision = operation({
  method: 'POST',
  path: '/api/agent/procedures/{id}/overlay/update',
  roles: writers,
  summary: 'Take the newest catalogue revision without losing what was changed here',
  params: byId,
  body: () => z.object({ version: z.number().int().min(0), theirs: z.array(z.string()).default([]) }),
  response: () => z.object({ version: z.number(), problems: z.array(ProcedureProblem()) }),
});
