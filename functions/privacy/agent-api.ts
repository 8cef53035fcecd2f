import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { ExportView, HeldView } from './citizen-api.ts';
import { erasedKinds, erasureReasons } from './erasure.ts';

/** Requests for one's data that come to the desk or by letter: the quality unit and administrators answer them. */
const roles = ['quality', 'administrator'] as const;
const byPerson = late(() => z.object({ personId: z.string().min(8).max(64) }));
export const askedBy = ['desk', 'letter', 'mail', 'court'] as const;
/** How they asked: a code, since what is written freely would outlive the erasure. */
const why = late(() => z.strictObject({ reason: z.enum(askedBy) }));

export const readHeldOf = operation({
  method: 'GET',
  path: '/api/agent/citizens/{personId}/privacy',
  roles,
  summary: 'How much is held of a person, and what an erasure would leave. The reading is journaled',
  params: byPerson,
  response: HeldView,
});
export const askExportOf = operation({
  method: 'POST',
  path: '/api/agent/citizens/{personId}/privacy/export',
  roles,
  summary: 'Make the archive of everything that is held of a person, to be handed to them',
  params: byPerson,
  body: why,
  status: 202,
  response: ExportView,
});
export const readExportOf = operation({
  method: 'GET',
  path: '/api/agent/citizens/{personId}/privacy/export',
  roles,
  summary: 'Where that archive stands',
  params: byPerson,
  response: ExportView,
});
export const erasePersonOf = operation({
  method: 'POST',
  path: '/api/agent/citizens/{personId}/privacy/erase',
  roles,
  summary:
    'Erase a person who asked for it (RGPD 17); requests that wait stay until their end unless they are named',
  params: byPerson,
  body: () =>
    z.strictObject({
      reason: z.enum(askedBy),
      withdraw: z.array(z.string().max(40)).max(200),
    }),
  status: 202,
  response: () => z.object({ now: z.string() }),
});
export const listErasures = operation({
  method: 'GET',
  path: '/api/agent/privacy/erasures',
  roles,
  summary: 'The register of what was erased in a month: kinds, ids, reasons, never a name',
  query: () => z.object({ month: z.string().regex(/^\d{4}-\d{2}$/) }),
  response: () =>
    z.object({
      erasures: z.array(
        z.object({
          kind: z.enum(erasedKinds),
          id: z.string(),
          at: z.string(),
          why: z.enum(erasureReasons),
          by: z.string(),
          doneAt: z.string().nullable(),
          kept: z.array(z.object({ what: z.string(), until: z.string().nullable() })),
        }),
      ),
      now: z.string(),
    }),
});
