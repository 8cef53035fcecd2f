import * as z from 'zod';
import { operation } from '../shared/api.ts';
import { letterKinds } from './template.ts';

/** Letters to start from, for one request: those of its department and those of everybody, filled with what is known. */
export const listLetterTemplates = operation({
  method: 'GET',
  path: '/api/agent/requests/{reference}/letter-templates',
  roles: ['instructor', 'head', 'administrator'],
  summary: 'Letters an agent may start from, filled for this request',
  params: () => z.object({ reference: z.string() }),
  response: () =>
    z.object({
      templates: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          kind: z.enum(letterKinds),
          outcome: z.enum(['granted', 'refused', 'answered']),
          mode: z.enum(['personal', 'seal', 'unsigned']),
          /** Subject line of the template; null when it has none. */
          subject: z.string().nullable(),
          text: z.string(),
          /** Marks that the agent still has to fill in. */
          missing: z.array(z.string()),
        }),
      ),
    }),
});
