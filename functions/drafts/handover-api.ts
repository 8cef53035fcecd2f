import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

const code = late(() => z.object({ 'x-handover-code': z.string().max(20) }));
const Field = late(() =>
  z.strictObject({
    label: z.string().max(300),
    max: z.number().int().min(1).max(10),
    accept: z.array(z.enum(['pdf', 'image', 'office'])).min(1),
  }),
);
const File = late(() =>
  z.strictObject({ uploadId: z.string().max(64), name: z.string().max(255), size: z.number().int().min(1) }),
);
const draft = late(() => z.record(z.string(), z.unknown()));

export const startHandover = operation({
  method: 'POST',
  path: '/api/public/handovers',
  roles: ['public'],
  summary:
    'A code, and its drawing, to go on with a form or take one photo on another device; 15 minutes, once',
  body: () =>
    z.strictObject({
      kind: z.enum(['form', 'photo']),
      procedure: z.string().max(100),
      title: z.string().max(200),
      draft: draft().optional(),
      field: Field().optional(),
    }),
  status: 201,
  response: () =>
    z.object({
      code: z.string(),
      /** Address for the other device; the code stands after `#`, which no server is told. */
      url: z.string(),
      endsAt: z.string(),
      /** The same address as a QR code: a path in a square of `size`. */
      qr: z.object({ size: z.number(), path: z.string() }),
    }),
});
export const lookAtHandover = operation({
  method: 'GET',
  path: '/api/public/handovers',
  roles: ['public'],
  summary: 'Whether the other device has opened it, and the photos it has sent',
  headers: code,
  response: () => z.object({ taken: z.boolean(), files: z.array(File()), endsAt: z.string() }),
});
/** Refuses `not-found` for a code that is wrong, over, or that another device has opened. */
export const takeHandover = operation({
  method: 'POST',
  path: '/api/public/handovers/take',
  roles: ['public'],
  summary: 'Open it on the other device; the same device may open it again',
  headers: code,
  body: () => z.strictObject({ device: z.string().min(16).max(64) }),
  response: () =>
    z.object({
      kind: z.enum(['form', 'photo']),
      procedure: z.string(),
      title: z.string(),
      draft: draft().nullable(),
      field: Field().nullable(),
      files: z.array(File()),
      endsAt: z.string(),
    }),
});
export const addHandoverFile = operation({
  method: 'POST',
  path: '/api/public/handovers/files',
  roles: ['public'],
  summary: 'A photo sent by the other device: it appears on the first one',
  headers: code,
  body: () => z.strictObject({ device: z.string().min(16).max(64), file: File() }),
  status: 204,
});
export const endHandover = operation({
  method: 'DELETE',
  path: '/api/public/handovers',
  roles: ['public'],
  summary: 'End it at once: the code opens nothing more',
  headers: code,
  status: 204,
});
