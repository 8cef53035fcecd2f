import * as z from 'zod';
import { operation } from '../shared/api.ts';
import { Ground, Point } from './setting.ts';

const roles = ['reception', 'qualification', 'instructor', 'head', 'quality', 'administrator'] as const;
const byReference = () => z.object({ reference: z.string().max(40) });
const kept = {
  state: z.enum(['pending', 'reported', 'taken', 'resolved', 'ended']),
  at: z.string(),
  followers: z.number().int(),
};

export const readReport = operation({
  method: 'GET',
  path: '/api/agent/reports/{reference}',
  roles,
  summary:
    'Where the report of a request is, who follows it, and what is near; null when the request is none',
  params: byReference,
  response: () =>
    z.object({
      report: z
        .object({
          ...kept,
          category: z.string(),
          point: Point().nullable(),
          photos: z.array(z.object({ document: z.string(), name: z.string(), isPublished: z.boolean() })),
          mayPublish: z.boolean(),
          near: z.array(
            z.object({ ...kept, reference: z.string(), point: Point(), metres: z.number().int() }),
          ),
          tiles: z.object({ url: z.string(), attribution: z.string(), maxZoom: z.number() }).nullable(),
          ground: Ground().nullable(),
        })
        .nullable(),
    }),
});

export const publishPhoto = operation({
  method: 'POST',
  path: '/api/agent/reports/{reference}/photos/{document}',
  roles: ['instructor', 'head', 'administrator'],
  summary: 'Shows a photo of the report to everybody on the map, or takes it back',
  params: () => byReference().extend({ document: z.string().max(64) }),
  body: () => z.strictObject({ isPublished: z.boolean() }),
  response: () => z.object({ isPublished: z.boolean() }),
});
