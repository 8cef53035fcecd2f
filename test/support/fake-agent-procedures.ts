import type { z } from 'zod';
import {
  listManagedProcedures,
  type ProcedureProblem,
  readManagedProcedure,
} from '../../functions/procedures/agent-api.ts';
import { listProcedureCatalogue, readOverlay } from '../../functions/procedures/catalogue-api.ts';
import { listProcedureRevisions, previewRevisionMove } from '../../functions/procedures/revision-api.ts';
import { otherKinds } from './form-kinds.ts';

type Reply = { status?: number; json?: unknown; type?: string; bytes?: string };
type Asked = { scenario: string; body: Record<string, unknown>; url: URL };
type Route = [method: string, path: RegExp, reply: (asked: Asked, id: string) => Reply];
type Managed = z.output<typeof listManagedProcedures.response>['procedures'][number];

const managed = (id: string, title: string, more: Partial<Managed> = {}): Managed => ({
  ...{ id, title, department: 'education', theme: 'famille', state: 'published', revision: 2 },
  ...{ publishedBy: 'n.garrec', publishedAt: '2026-09-01T08:00:00.000Z', draft: null, open: true },
  ...{ catalogue: null, newerInCatalogue: null, ...more },
});
const draft = { version: 4, by: 'n.garrec', at: '2026-11-20T09:00:00.000Z' };
const all: Managed[] = [
  managed('essai-genres', otherKinds.title, {
    draft,
    catalogue: { id: 'loisirs', revision: 1 },
    newerInCatalogue: 2,
  }),
  managed('acte-naissance', 'Demander un acte de naissance', { department: 'etat-civil', theme: 'papiers' }),
  managed('forum', 'S’inscrire au forum des associations', { open: false, department: 'culture-sport' }),
  managed('brouillon', 'Une démarche à finir', {
    state: 'draft',
    revision: 0,
    publishedAt: null,
    publishedBy: null,
    draft,
  }),
  managed('ancienne', 'Une ancienne démarche', { state: 'archived' }),
];

/** What the service would say of a document: one error while a wording is missing, one advice on a long one. */
export function problemsOf(document: Record<string, unknown>): ProcedureProblem[] {
  const steps = Array.isArray(document.steps) ? document.steps : [];
  const problem = (path: string, level: 'error' | 'advice', place: string): ProcedureProblem => ({
    ...{ level, path, place, code: level === 'error' ? 'too-short' : 'jargon' },
    message: level === 'error' ? 'Le libellé manque.' : '« Quotient familial » est un mot d’administration.',
    remedy: level === 'error' ? 'Écrivez la question.' : 'Remplacez-le par un mot de tous les jours.',
  });
  return steps.flatMap((step: { fields?: { label?: string }[] }, at: number) =>
    (step.fields ?? []).flatMap((field, index) => {
      const path = `steps.${at}.fields.${index}.label`;
      if (!field.label) return [problem(path, 'error', `Étape ${at + 1}, question ${index + 1}`)];
      return /Quotient/.test(field.label) ? [problem(path, 'advice', 'Question « Quotient familial »')] : [];
    }),
  );
}

const json = (operation: { response?: z.ZodType }, reply: unknown, status = 200): Reply => ({
  status,
  json: operation.response?.parse(reply),
});
const refusal = (status: number, code: string): Reply => ({
  status,
  type: 'application/problem+json',
  json: { type: `/problems/${code}`, title: code, status, code, fields: [] },
});

let version = 4;
let kept: Record<string, unknown> | undefined;
/** Back to the documents of the beginning. */
export const forgetProcedures = (): void => {
  version = 4;
  kept = undefined;
};

function readOne({ scenario, url }: Asked, id: string): Reply {
  const procedure =
    all.find((one) => one.id === id) ??
    (kept?.id === id ? managed(id, String(kept.title), { state: 'draft', revision: 0 }) : undefined);
  if (!procedure) return refusal(404, 'not-found');
  const base = scenario === 'empty' ? { ...otherKinds, steps: [] } : otherKinds;
  const isPublished = url.searchParams.has('revision');
  const document = !isPublished && kept ? kept : { ...base, id, title: procedure.title };
  return json(readManagedProcedure, {
    ...{ procedure, document, isDraft: procedure.draft !== null },
    ...{ version: procedure.draft ? version : 0, problems: problemsOf(document) },
  });
}

function saveOne({ scenario, body }: Asked): Reply {
  if (scenario === 'conflict' && version === 4) {
    version = 5;
    return refusal(409, 'conflict');
  }
  kept = body.document as Record<string, unknown>;
  version += 1;
  return { json: { version, problems: problemsOf(kept) } };
}

const change = (path: string, place: string, before: unknown, after: unknown) => ({
  ...{ path, place, before, after, kind: before === null ? 'added' : 'changed' },
});

/** The operations of procedures, for the pages of the back-office. */
export const procedureRoutes: Route[] = [
  [
    'GET',
    /^\/api\/agent\/procedures$/,
    ({ scenario }) => json(listManagedProcedures, { procedures: scenario === 'empty' ? [] : all }),
  ],
  [
    'POST',
    /^\/api\/agent\/procedures\/validate$/,
    ({ body }) => ({ json: { problems: problemsOf(body.document as never) } }),
  ],
  ['GET', /^\/api\/agent\/procedures\/([^/]+)$/, readOne],
  ['PUT', /^\/api\/agent\/procedures\/([^/]+)\/draft$/, saveOne],
  ['DELETE', /^\/api\/agent\/procedures\/([^/]+)\/draft$/, () => ({ status: 204 })],
  ['POST', /^\/api\/agent\/procedures\/([^/]+)\/publish$/, () => ({ json: { revision: 3 } })],
  ['POST', /^\/api\/agent\/procedures\/([^/]+)\/(?:archive|restore)$/, () => ({ status: 204 })],
  [
    'GET',
    /^\/api\/agent\/procedures\/([^/]+)\/revisions$/,
    () =>
      json(listProcedureRevisions, {
        revisions: [2, 1].map((revision) => ({
          revision,
          by: 'agent:n.garrec',
          at: `2026-0${revision}-01T08:00:00.000Z`,
        })),
      }),
  ],
  [
    'GET',
    /^\/api\/agent\/procedures\/([^/]+)\/open-requests$/,
    () =>
      json(previewRevisionMove, {
        to: 2,
        changes: [change('steps.0.title', 'Étape « Votre situation », titre', 'Vous', 'Votre situation')],
        requests: [{ reference: 'VC-2026-000123-W', state: 'in-progress', openedOn: '2026-10-02' }],
        next: null,
      }),
  ],
  [
    'POST',
    /^\/api\/agent\/procedures\/([^/]+)\/open-requests\/move$/,
    () => ({ status: 202, json: { moving: true } }),
  ],
  [
    'GET',
    /^\/api\/agent\/procedure-catalogue$/,
    ({ scenario }) =>
      json(listProcedureCatalogue, {
        procedures:
          scenario === 'empty'
            ? []
            : [
                {
                  id: 'loisirs',
                  title: 'Centre de loisirs',
                  summary: 'Inscrire ses enfants.',
                  theme: 'famille',
                  revision: 2,
                  adoptedAs: ['essai-genres'],
                },
                {
                  id: 'marche',
                  title: 'Place de marché',
                  summary: 'Demander un emplacement.',
                  theme: 'vie-locale',
                  revision: 1,
                  adoptedAs: [],
                },
              ],
      }),
  ],
  [
    'POST',
    /^\/api\/agent\/procedure-catalogue\/([^/]+)\/adopt$/,
    (_, id) => ({ status: 201, json: { id, version: 1, problems: [] } }),
  ],
  [
    'GET',
    /^\/api\/agent\/procedures\/([^/]+)\/overlay$/,
    () =>
      json(readOverlay, {
        catalogue: { id: 'loisirs', revision: 1 },
        newest: 2,
        overlay: {},
        local: [change('title', 'Titre', 'Centre de loisirs', otherKinds.title)],
        incoming: [change('minutes', 'Durée de remplissage', 5, 8)],
        conflicts: [{ path: 'summary', place: 'Résumé', before: 'a', catalogue: 'b', local: 'c' }],
      }),
  ],
  [
    'POST',
    /^\/api\/agent\/procedures\/([^/]+)\/overlay\/update$/,
    () => ({ json: { version: 5, problems: [] } }),
  ],
];
