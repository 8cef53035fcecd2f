import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

const id = late(() => z.object({ id: z.string().max(64) }));
const day = late(() => z.iso.date().nullable());
const code = late(() =>
  z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .max(60),
);
const SafeView = late(() =>
  z.object({
    id: z.string(),
    version: z.number(),
    type: z.string(),
    name: z.string(),
    contentType: z.string(),
    size: z.number(),
    storedAt: z.string(),
    issuedOn: z.string().nullable(),
    validUntil: z.string().nullable(),
    validBy: z.enum(['rule', 'owner']),
    /** `soon`: it ends within thirty days. */
    state: z.enum(['valid', 'soon', 'expired']),
    member: z.string().nullable(),
    memberName: z.string().nullable(),
    read: z.array(z.object({ code: z.string(), value: z.string() })),
    reading: z.enum(['pending', 'done', 'none']),
    scan: z.enum(['clean', 'pending', 'unscannable', 'infected']),
    from: z.enum(['citizen', 'authority']),
    reference: z.string().nullable(),
    binnedAt: z.string().nullable(),
    emptiedOn: z.string().nullable().describe('day it leaves the bin for ever'),
  }),
);
export type SafeView = z.infer<ReturnType<typeof SafeView>>;

export const listSafe = operation({
  method: 'GET',
  path: '/api/citizen/safe',
  roles: ['citizen'],
  summary: 'Documents of the safe, newest first, a page at a time; or those in the bin',
  query: () =>
    z.object({ after: z.string().max(200).optional(), where: z.enum(['safe', 'bin']).default('safe') }),
  response: () =>
    z.object({
      documents: z.array(SafeView()),
      next: z.string().nullable(),
      used: z.number().describe('bytes, the bin included'),
      quota: z.number(),
      members: z.array(z.object({ id: z.string(), name: z.string() })),
      warnByMail: z.boolean(),
      now: z.string(),
    }),
});

export const readSafeDocument = operation({
  method: 'GET',
  path: '/api/citizen/safe/{id}',
  roles: ['citizen'],
  summary: 'One document of the safe',
  params: id,
  response: SafeView,
});

export const startSafeUpload = operation({
  method: 'POST',
  path: '/api/citizen/safe/uploads',
  roles: ['citizen'],
  summary: 'Presigned POST for one document of at most 25 MB, valid one hour',
  body: () =>
    z.strictObject({
      name: z.string().min(1).max(255),
      contentType: z.string().max(127),
      size: z.number().int().min(1),
    }),
  status: 201,
  response: () =>
    z.object({ uploadId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) }),
});

/** The same upload again answers the same document. Refuses `too-large` when the safe is full. */
export const keepInSafe = operation({
  method: 'POST',
  path: '/api/citizen/safe',
  roles: ['citizen'],
  summary: 'Keep an uploaded file in the safe',
  body: () =>
    z.strictObject({
      uploadId: z.string().max(64),
      name: z.string().min(1).max(255),
      type: code().nullable().describe('null: as it is read'),
      member: z.string().max(64).nullable().default(null),
    }),
  status: 201,
  response: SafeView,
});

export const correctSafeDocument = operation({
  method: 'PATCH',
  path: '/api/citizen/safe/{id}',
  roles: ['citizen'],
  summary: 'Correct the name, kind, owner, dates of a document, or what was read from it',
  params: id,
  body: () =>
    z.strictObject({
      version: z.number().int(),
      name: z.string().trim().min(1).max(150).optional(),
      type: code().optional(),
      member: z.string().max(64).nullable().optional(),
      issuedOn: day().optional(),
      validUntil: day().optional(),
      read: z
        .array(z.strictObject({ code: z.string().max(40), value: z.string().trim().max(300) }))
        .max(12)
        .optional(),
    }),
  response: SafeView,
});

/** The file is copied as if it had just been uploaded: a form takes it like any other, and the safe keeps its own. */
export const useSafeDocument = operation({
  method: 'POST',
  path: '/api/citizen/safe/{id}/use',
  roles: ['citizen'],
  summary: 'Join a document of the safe to a form: an upload to name in it',
  params: id,
  status: 201,
  response: () =>
    z.object({ uploadId: z.string(), name: z.string(), size: z.number(), contentType: z.string() }),
});

export const readSafeContent = operation({
  method: 'GET',
  path: '/api/citizen/safe/{id}/content',
  roles: ['citizen'],
  summary: 'Address of a document, valid ten minutes; shown in the page only when that is safe',
  params: id,
  query: () => z.object({ how: z.enum(['show', 'save']).default('show') }),
  response: () => z.object({ url: z.string() }),
});

export const binSafeDocument = operation({
  method: 'DELETE',
  path: '/api/citizen/safe/{id}',
  roles: ['citizen'],
  summary: 'Put a document in the bin, or, from the bin, delete it at once',
  params: id,
  query: () => z.object({ for: z.enum(['bin', 'ever']).default('bin') }),
  status: 204,
});

export const restoreSafeDocument = operation({
  method: 'POST',
  path: '/api/citizen/safe/{id}/restore',
  roles: ['citizen'],
  summary: 'Take a document out of the bin',
  params: id,
  status: 204,
});
