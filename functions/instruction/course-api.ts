import * as z from 'zod';
import { written } from '../requests/public-api.ts';
import { late, operation } from '../shared/api.ts';
import { accepted, byReference, once, version, write } from './agent-api.ts';
import { reopeningReasons, suspensionReasons } from './view-api.ts';

/** What changes the course of a request: transfer, suspension, reopening, end, grouping. */
const why = late(() => written().max(500).nullable().default(null));
const asked = { params: byReference, headers: once, response: accepted } as const;

/** CRPA L114-2: the person is told; the body receives the request. */
export const transferRequest = operation({
  ...asked,
  method: 'POST',
  path: '/api/agent/requests/{reference}/transfer',
  roles: write,
  summary: 'Hand the request to the administration that is competent, and tell the citizen',
  body: () =>
    z.strictObject({
      version: version(),
      to: z.union([
        z.strictObject({ code: z.string().max(60) }),
        z.strictObject({
          name: written().min(3).max(150),
          postalAddress: written().max(300),
          email: z.email().nullable().default(null),
        }),
      ]),
      text: written().max(5_000).nullable().default(null),
    }),
});
/** CRPA L114-3: the delay of a rejection runs from the first receipt. */
export const noteFirstReceipt = operation({
  ...asked,
  method: 'POST',
  path: '/api/agent/requests/{reference}/first-receipt',
  roles: [...write, 'qualification'],
  summary: 'Another administration was seized first, on this day, and handed the request over',
  body: () => z.strictObject({ version: version(), on: z.iso.date() }),
});
export const suspendRequest = operation({
  ...asked,
  method: 'POST',
  path: '/api/agent/requests/{reference}/suspend',
  roles: write,
  summary: 'Set the work aside for a reason; the legal clock runs on',
  body: () =>
    z.strictObject({
      version: version(),
      reason: z.enum(suspensionReasons),
      note: why(),
      until: z.iso.date().nullable().default(null),
    }),
});
export const resumeRequest = operation({
  ...asked,
  method: 'POST',
  path: '/api/agent/requests/{reference}/resume',
  roles: write,
  summary: 'Take up the work again',
  body: () => z.strictObject({ version: version() }),
});
export const reopenRequest = operation({
  ...asked,
  method: 'POST',
  path: '/api/agent/requests/{reference}/reopen',
  roles: write,
  summary: 'Take up again a request that was answered or ended',
  body: () => z.strictObject({ version: version(), reason: z.enum(reopeningReasons), note: why() }),
});
export const withdrawFor = operation({
  ...asked,
  method: 'POST',
  path: '/api/agent/requests/{reference}/withdraw',
  roles: write,
  summary: 'The citizen gave up the request and told an agent so',
  body: () => z.strictObject({ version: version(), reason: written().max(500) }),
});
export const closeRequest = operation({
  ...asked,
  method: 'POST',
  path: '/api/agent/requests/{reference}/close',
  roles: write,
  summary: 'Close a request that silence refused, or whose answer was handed over',
  body: () => z.strictObject({ version: version(), reason: why() }),
});
export const escalateRequest = operation({
  ...asked,
  method: 'POST',
  path: '/api/agent/requests/{reference}/escalate',
  roles: write,
  summary: 'Call the head of department before the date',
  body: () => z.strictObject({ version: version(), reason: why() }),
});

/** Answered together: what is answered to the lead goes to all. */
export const groupRequest = operation({
  ...asked,
  method: 'POST',
  path: '/api/agent/requests/{reference}/group',
  roles: write,
  summary: 'Group under another open request of the department: its answer goes to all',
  body: () => z.strictObject({ version: version(), lead: z.string().max(40) }),
});
export const ungroupRequest = operation({
  ...asked,
  method: 'POST',
  path: '/api/agent/requests/{reference}/ungroup',
  roles: write,
  summary: 'Take out of its group: it is answered apart',
  body: () => z.strictObject({ version: version() }),
});
export const similarRequests = operation({
  method: 'GET',
  path: '/api/agent/requests/{reference}/similar',
  roles: write,
  summary: 'Open requests of the same department that look alike, the closest first',
  params: byReference,
  response: () =>
    z.object({
      requests: z.array(
        z.object({
          reference: z.string(),
          subject: z.string(),
          sender: z.string(),
          state: z.string(),
          receivedOn: z.string(),
          lead: z.string().nullable(),
          /** Words of the subject they share. */
          words: z.array(z.string()),
        }),
      ),
    }),
});

/** What the forms of these actions offer. */
export const readChoices = operation({
  method: 'GET',
  path: '/api/agent/instruction-choices',
  roles: [...write, 'qualification', 'reception', 'signatory', 'quality'],
  summary: 'Departments that may be asked, administrations a request may be handed to, reasons',
  response: () =>
    z.object({
      departments: z.array(z.object({ code: z.string(), name: z.string() })),
      bodies: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          postalAddress: z.string(),
          email: z.string().nullable(),
        }),
      ),
      suspensionReasons: z.array(z.string()),
      reopeningReasons: z.array(z.string()),
    }),
});
