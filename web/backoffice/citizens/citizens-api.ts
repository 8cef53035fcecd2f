import type { createPerson, findAlike } from '../../../functions/citizens/agent-api.ts';
import type {
  correctPerson,
  declareKin,
  readRequestPerson,
  setRequestPerson,
} from '../../../functions/citizens/correct-api.ts';
import type {
  listDuplicates,
  mergePersons,
  sayDifferent,
  undoMerge,
} from '../../../functions/citizens/merge-api.ts';
import type {
  listPersonContacts,
  listPersonExchanges,
  listPersonReadings,
  listPersonRequests,
  readPerson,
} from '../../../functions/citizens/person-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';
import { base } from '../routes.ts';

export type Person = AnswerOf<typeof readPerson>;
export type RequestLine = AnswerOf<typeof listPersonRequests>['requests'][number];
export type ContactLine = AnswerOf<typeof listPersonContacts>['contacts'][number];
export type Exchange = AnswerOf<typeof listPersonExchanges>['exchanges'][number];
export type Alike = AnswerOf<typeof findAlike>['alike'][number];
export type Card = Alike['person'];
export type Traits = InputOf<typeof findAlike>['body']['traits'];
export type Correction = InputOf<typeof correctPerson>['body'];
export type Relation = Person['household'][number]['relation'];
export type Whose = AnswerOf<typeof readRequestPerson>;
/** Why the page is looked at; the same for each of its lists, so that it counts as one reading. */
export type Why = InputOf<typeof readPerson>['query'];
export type Cursor = { after?: string };

export const unsaid: Traits = {
  ...{ name: null, organisation: null, email: null, phone: null },
  ...{ address: null, birth: null, siret: null, rna: null },
};
export const hrefOf = (personId: string, why?: string): string =>
  `${base}/personnes/${encodeURIComponent(personId)}${why ? `?${why}` : ''}`;
const key = (idempotency: string) => ({ 'idempotency-key': idempotency });

export const citizensApi = {
  read: (personId: string, query: Why) =>
    call<typeof readPerson>('GET /api/agent/citizens/{personId}', { params: { personId }, query }),
  requests: (personId: string, query: Why & Cursor) =>
    call<typeof listPersonRequests>('GET /api/agent/citizens/{personId}/requests', {
      ...{ params: { personId }, query },
    }),
  contacts: (personId: string, query: Why & Cursor) =>
    call<typeof listPersonContacts>('GET /api/agent/citizens/{personId}/contacts', {
      ...{ params: { personId }, query },
    }),
  exchanges: (personId: string, query: Why & Cursor) =>
    call<typeof listPersonExchanges>('GET /api/agent/citizens/{personId}/exchanges', {
      ...{ params: { personId }, query: { ...query, limit: 5 } },
    }),
  readings: (personId: string, query: Why & Cursor) =>
    call<typeof listPersonReadings>('GET /api/agent/citizens/{personId}/readings', {
      ...{ params: { personId }, query },
    }),
  alike: (traits: Partial<Traits>) =>
    call<typeof findAlike>('POST /api/agent/citizens/alike', { body: { traits: { ...unsaid, ...traits } } }),
  create: (kind: Person['kind'], traits: Partial<Traits>, idempotency: string) =>
    call<typeof createPerson>('POST /api/agent/citizens', {
      body: { kind, traits: { ...unsaid, ...traits } },
      headers: key(idempotency),
    }),
  correct: (personId: string, body: Correction, idempotency: string) =>
    call<typeof correctPerson>('PATCH /api/agent/citizens/{personId}', {
      ...{ params: { personId }, body, headers: key(idempotency) },
    }),
  kin: (personId: string, other: string, relation: Relation | null) =>
    call<typeof declareKin>('PUT /api/agent/citizens/{personId}/household/{other}', {
      params: { personId, other },
      body: { relation },
    }),
  merge: (personId: string, body: InputOf<typeof mergePersons>['body'], idempotency: string) =>
    call<typeof mergePersons>('POST /api/agent/citizens/{personId}/merge', {
      ...{ params: { personId }, body, headers: key(idempotency) },
    }),
  undo: (personId: string, mergeId: string, body: InputOf<typeof undoMerge>['body'], idempotency: string) =>
    call<typeof undoMerge>('POST /api/agent/citizens/{personId}/merges/{mergeId}/undo', {
      ...{ params: { personId, mergeId }, body, headers: key(idempotency) },
    }),
  differ: (personId: string, from: string, reason: string, idempotency: string) =>
    call<typeof sayDifferent>('POST /api/agent/citizens/{personId}/different', {
      ...{ params: { personId }, body: { from, reason }, headers: key(idempotency) },
    }),
  duplicates: (after?: string) =>
    call<typeof listDuplicates>('GET /api/agent/duplicates', { query: { after } }),
  whose: (reference: string) =>
    call<typeof readRequestPerson>('GET /api/agent/requests/{reference}/person', { params: { reference } }),
  give: (reference: string, personId: string | null, reason: string, idempotency: string) =>
    call<typeof setRequestPerson>('PUT /api/agent/requests/{reference}/person', {
      params: { reference },
      body: { personId, reason },
      headers: key(idempotency),
    }),
};
