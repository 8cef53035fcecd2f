import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { byPerson, key, PersonCard, reason, seers } from './agent-api.ts';
import { relations } from './kin.ts';
import { names } from './person-page.ts';

const correctors = ['reception', 'qualification', 'instructor', 'head', 'administrator'] as const;
const identifier = late(() =>
  z.strictObject({ kind: z.enum(['email', 'phone', 'siret', 'rna']), value: z.string().max(254) }),
);
const text = (longest: number) => z.string().max(longest).nullable().optional();
const byReference = late(() => z.object({ reference: z.string().max(40) }));

/** What is left out stays; null takes it away. What is certified is corrected by who certified it. */
export const correctPerson = operation({
  method: 'PATCH',
  path: '/api/agent/citizens/{personId}',
  roles: correctors,
  summary: 'Corrects what is known of somebody, as told or as seen on a document',
  params: byPerson,
  headers: key,
  body: () =>
    z.strictObject({
      source: z.enum(['declared', 'checked']),
      givenName: text(100),
      familyName: text(100),
      organisationName: text(200),
      birth: text(10),
      address: text(500),
      add: z.array(identifier()).max(10).default([]),
      remove: z.array(identifier()).max(10).default([]),
      consents: z.partialRecord(z.enum(['sms', 'email', 'portal']), z.boolean()).optional(),
    }),
  response: () => z.object({ person: PersonCard() }),
});
export const declareKin = operation({
  method: 'PUT',
  path: '/api/agent/citizens/{personId}/household/{other}',
  roles: correctors,
  summary: 'What another person is to this one, as was told; null takes it back',
  params: () => z.object({ personId: z.string().max(64), other: z.string().max(64) }),
  body: () => z.strictObject({ relation: z.enum(relations).nullable() }),
  status: 204,
});

/** For the page of a request: whose it is, how sure that is, or who it could be. */
export const readRequestPerson = operation({
  method: 'GET',
  path: '/api/agent/requests/{reference}/person',
  roles: [...seers, 'signatory'],
  summary: 'Whose a request is, with the reasons; who it could be while nobody is linked',
  params: byReference,
  response: () =>
    z.object({
      person: PersonCard().nullable(),
      link: z
        .object({ by: z.string(), at: z.string(), confidence: z.number(), reasons: z.array(reason()) })
        .nullable(),
      alike: z.array(z.object({ person: PersonCard(), confidence: z.number(), reasons: z.array(reason()) })),
      names: names(),
      may: z.object({ relink: z.boolean(), see: z.boolean() }),
    }),
});
export const setRequestPerson = operation({
  method: 'PUT',
  path: '/api/agent/requests/{reference}/person',
  roles: correctors,
  summary:
    'Gives a request and its contacts to somebody else, or to nobody; the one it was taken from is not linked again',
  params: byReference,
  headers: key,
  body: () => z.strictObject({ personId: z.string().max(64).nullable(), reason: z.string().max(500) }),
  response: () => z.object({ personId: z.string().nullable() }),
});
