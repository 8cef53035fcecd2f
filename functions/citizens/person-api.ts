import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { byPerson, seers } from './agent-api.ts';
import { ContactLine, names, PersonPage, RequestLine } from './person-page.ts';
import { readingReasons } from './reading.ts';

const why = late(() =>
  z.object({
    reason: z.enum(readingReasons).optional(),
    reference: z.string().max(40).optional().describe('request the page was opened from'),
  }),
);
const page = late(() =>
  why().extend({
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
);
const next = late(() => z.string().nullable());

export const readPerson = operation({
  method: 'GET',
  path: '/api/agent/citizens/{personId}',
  roles: seers,
  summary:
    'Who somebody is, what is theirs to do, who they may also be; the reading is journaled with its reason',
  params: byPerson,
  query: why,
  response: PersonPage,
});
export const listPersonRequests = operation({
  method: 'GET',
  path: '/api/agent/citizens/{personId}/requests',
  roles: seers,
  summary: 'Requests of somebody, the last first',
  params: byPerson,
  query: page,
  response: () => z.object({ requests: z.array(RequestLine()), names: names(), next: next() }),
});
export const listPersonContacts = operation({
  method: 'GET',
  path: '/api/agent/citizens/{personId}/contacts',
  roles: seers,
  summary: 'Everything somebody was in touch for, on every channel, the last first',
  params: byPerson,
  query: page,
  response: () => z.object({ contacts: z.array(ContactLine()), names: names(), next: next() }),
});
export const listPersonExchanges = operation({
  method: 'GET',
  path: '/api/agent/citizens/{personId}/exchanges',
  roles: seers,
  summary: 'Messages and documents, request by request, for the requests the agent may open',
  params: byPerson,
  query: page,
  response: () =>
    z.object({
      exchanges: z.array(
        z.object({
          reference: z.string(),
          subject: z.string(),
          messages: z.array(
            z.object({
              id: z.string(),
              at: z.string(),
              from: z.enum(['citizen', 'authority']),
              kind: z.string(),
              author: z.string().nullable(),
              subject: z.string(),
              delivery: z.string().nullable(),
            }),
          ),
          documents: z.array(
            z.object({ id: z.string(), name: z.string(), contentType: z.string(), size: z.number() }),
          ),
        }),
      ),
      next: next(),
    }),
});
export const listPersonReadings = operation({
  method: 'GET',
  path: '/api/agent/citizens/{personId}/readings',
  roles: seers,
  summary: 'Who looked at somebody, when and why',
  params: byPerson,
  query: page,
  response: () =>
    z.object({
      readings: z.array(
        z.object({
          at: z.string(),
          by: z.string(),
          reason: z.enum(readingReasons),
          reference: z.string().nullable(),
        }),
      ),
      names: names(),
      next: next(),
    }),
});
