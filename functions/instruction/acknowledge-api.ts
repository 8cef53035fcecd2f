import * as z from 'zod';
import { operation } from '../shared/api.ts';

export const sendAcknowledgement = operation({
  method: 'POST',
  path: '/api/agent/requests/{reference}/acknowledgement',
  roles: ['qualification', 'instructor', 'head', 'administrator'],
  summary: 'Send an acknowledgement that was withheld because too many automatic answers had left',
  params: () => z.object({ reference: z.string() }),
  headers: () => z.object({ 'idempotency-key': z.string().min(16).max(64) }),
  body: () => z.strictObject({}),
  status: 202,
  response: () => z.object({ reference: z.string() }),
});
