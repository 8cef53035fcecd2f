import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

const procedure = late(() => z.object({ procedure: z.string().max(100) }));
const DraftFile = late(() =>
  z.object({
    uploadId: z.string().max(64),
    name: z.string().max(255),
    size: z.number(),
    at: z.string().max(40),
    keptAt: z.string().max(40).optional(),
  }),
);
const content = late(() => ({
  revision: z.number().int(),
  title: z.string().max(200),
  key: z.string().min(16).max(64).describe('Idempotency-Key of the sending to come'),
  answers: z.record(z.string().max(100), z.unknown()),
  files: z.record(z.string().max(100), z.array(DraftFile()).max(10)),
  step: z.string().max(100),
  at: z.object({ index: z.number().int().min(0), count: z.number().int().min(0) }),
}));

export const listDrafts = operation({
  method: 'GET',
  path: '/api/citizen/drafts',
  roles: ['citizen'],
  summary: 'Forms begun and not sent, last saved first',
  response: () =>
    z.object({
      drafts: z.array(
        z.object({
          procedure: z.string(),
          title: z.string(),
          step: z.string(),
          at: z.object({ index: z.number(), count: z.number() }),
          savedAt: z.string(),
          until: z.string().describe('last day on which it can be taken up again'),
        }),
      ),
      now: z.string(),
    }),
});
export const readDraft = operation({
  method: 'GET',
  path: '/api/citizen/drafts/{procedure}',
  roles: ['citizen'],
  summary: 'A form begun, to go on with it on any device; once sent, its reference only',
  params: procedure,
  response: () =>
    z.object({
      ...content(),
      version: z.number(),
      savedAt: z.string(),
      until: z.string(),
      sent: z.object({ reference: z.string(), at: z.string() }).optional(),
    }),
});
/**
 * Refuses `conflict` when another device saved since `version`: read it, put both together, save over it. Refuses
 * `already-closed` with the reference when this very draft was sent.
 */
export const saveDraft = operation({
  method: 'PUT',
  path: '/api/citizen/drafts/{procedure}',
  roles: ['citizen'],
  summary: 'Save a form begun; its files live as long as it does, 30 days after the last saving',
  params: procedure,
  body: () => z.strictObject({ ...content(), version: z.number().int().min(0) }),
  response: () =>
    z.object({
      version: z.number(),
      savedAt: z.string(),
      until: z.string(),
      files: content().files,
    }),
});
export const deleteDraft = operation({
  method: 'DELETE',
  path: '/api/citizen/drafts/{procedure}',
  roles: ['citizen'],
  summary: 'Throw a form begun away, with its files',
  params: procedure,
  status: 204,
});
