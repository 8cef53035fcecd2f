import type {
  archiveProcedure,
  discardProcedureDraft,
  listManagedProcedures,
  publishProcedure,
  readManagedProcedure,
  restoreProcedure,
  saveProcedureDraft,
  validateProcedure,
} from '../../../functions/procedures/agent-api.ts';
import type {
  adoptProcedure,
  listProcedureCatalogue,
  readOverlay,
  takeCatalogueRevision,
} from '../../../functions/procedures/catalogue-api.ts';
import type {
  listProcedureRevisions,
  moveOpenRequests,
  previewRevisionMove,
} from '../../../functions/procedures/revision-api.ts';
import { type AnswerOf, call } from '../../ui/api.ts';

export type Managed = AnswerOf<typeof listManagedProcedures>['procedures'][number];
export type Worked = AnswerOf<typeof readManagedProcedure>;
export type Problem = Worked['problems'][number];
export type CatalogueCard = AnswerOf<typeof listProcedureCatalogue>['procedures'][number];
export type Overlay = AnswerOf<typeof readOverlay>;
export type Change = Overlay['local'][number];
type Json = Record<string, unknown>;

/** Operations of the editor of procedures. */
export const proceduresApi = {
  list: () => call<typeof listManagedProcedures>('GET /api/agent/procedures', {}),
  read: (id: string, revision?: number) =>
    call<typeof readManagedProcedure>('GET /api/agent/procedures/{id}', {
      params: { id },
      query: { revision },
    }),
  save: (id: string, document: Json, version: number) =>
    call<typeof saveProcedureDraft>('PUT /api/agent/procedures/{id}/draft', {
      params: { id },
      body: { document, version },
    }),
  discard: (id: string) =>
    call<typeof discardProcedureDraft>('DELETE /api/agent/procedures/{id}/draft', { params: { id } }),
  validate: (document: unknown) =>
    call<typeof validateProcedure>('POST /api/agent/procedures/validate', { body: { document } }),
  publish: (id: string, version: number) =>
    call<typeof publishProcedure>('POST /api/agent/procedures/{id}/publish', {
      params: { id },
      body: { version },
    }),
  archive: (id: string) =>
    call<typeof archiveProcedure>('POST /api/agent/procedures/{id}/archive', { params: { id } }),
  restore: (id: string) =>
    call<typeof restoreProcedure>('POST /api/agent/procedures/{id}/restore', { params: { id } }),

  revisions: (id: string) =>
    call<typeof listProcedureRevisions>('GET /api/agent/procedures/{id}/revisions', { params: { id } }),
  openRequests: (id: string, from: number, next?: string) =>
    call<typeof previewRevisionMove>('GET /api/agent/procedures/{id}/open-requests', {
      params: { id },
      query: { from, next },
    }),
  moveRequests: (id: string, from: number, to: number) =>
    call<typeof moveOpenRequests>('POST /api/agent/procedures/{id}/open-requests/move', {
      params: { id },
      body: { from, to },
    }),

  catalogue: () => call<typeof listProcedureCatalogue>('GET /api/agent/procedure-catalogue', {}),
  adopt: (id: string, body: { id?: string; department?: string }) =>
    call<typeof adoptProcedure>('POST /api/agent/procedure-catalogue/{id}/adopt', { params: { id }, body }),
  overlay: (id: string) =>
    call<typeof readOverlay>('GET /api/agent/procedures/{id}/overlay', { params: { id } }),
  takeRevision: (id: string, version: number, theirs: string[]) =>
    call<typeof takeCatalogueRevision>('POST /api/agent/procedures/{id}/overlay/update', {
      params: { id },
      body: { version, theirs },
    }),
};

/** Where a document is downloaded; a link, so that the browser names and keeps the file. */
export const exportAddress = (id: string, revision?: number): string =>
  `/api/agent/procedures/${encodeURIComponent(id)}/export${revision ? `?revision=${revision}` : ''}`;
