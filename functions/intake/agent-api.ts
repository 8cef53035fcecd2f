import * as z from 'zod';
import { operation } from '../shared/api.ts';

const write = ['reception', 'qualification', 'instructor', 'head', 'administrator'] as const;

export const startAgentUpload = operation({
  method: 'POST',
  path: '/api/agent/uploads',
  roles: write,
  summary: 'Presigned POST for a document an agent joins',
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
