import * as z from 'zod';
import { late } from '../shared/api.ts';
import { Alike, reason } from './agent-api.ts';
import { relations } from './kin.ts';
import { personKinds, sources } from './person.ts';

const attribute = late(() =>
  z.object({
    field: z.enum([
      'givenName',
      'familyName',
      'organisationName',
      'birth',
      'address',
      'email',
      'phone',
      'siret',
      'rna',
      'franceconnect',
    ]),
    value: z.string(),
    source: z.enum(sources),
    at: z.string(),
    by: z.string(),
    /** Another sheet of the same person says otherwise: this one is kept, not believed. */
    isSuperseded: z.boolean(),
  }),
);
const link = late(() =>
  z.object({ by: z.string(), confidence: z.number(), reasons: z.array(reason()), sheet: z.string() }),
);
/** Names of the agents a reply mentions, by `agent:<login>`. */
export const names = late(() => z.record(z.string(), z.string()));
const named = late(() => z.object({ personId: z.string(), name: z.string() }));

export const RequestLine = late(() =>
  z.object({
    reference: z.string(),
    subject: z.string(),
    state: z.string(),
    channel: z.string(),
    department: z.string().nullable(),
    agent: z.string().nullable(),
    receivedOn: z.string(),
    /** Day it should be answered by, while it is work for somebody. */
    due: z.string().nullable(),
    unread: z.number().int(),
    mayOpen: z.boolean(),
    link: link(),
  }),
);
export const ContactLine = late(() =>
  z.object({
    contactId: z.string(),
    at: z.string(),
    channel: z.string(),
    state: z.string(),
    subject: z.string(),
    sender: z.string(),
    reference: z.string().nullable(),
    /** Of a call: answered, missed… ; of what an agent recorded: informed, redirected… */
    outcome: z.string().nullable(),
    agent: z.string().nullable(),
    seconds: z.number().nullable(),
    documents: z.number().int(),
    mayOpen: z.boolean(),
    link: link(),
  }),
);
export const PersonPage = late(() =>
  z.object({
    /** The sheet that speaks for the others; the page may be asked under any of them. */
    personId: z.string(),
    kind: z.enum(personKinds),
    name: z.string(),
    sheets: z.array(z.string()),
    identity: z.array(attribute()),
    consents: z.array(
      z.object({
        code: z.string(),
        value: z.boolean(),
        source: z.enum(sources),
        at: z.string(),
        by: z.string(),
      }),
    ),
    household: z.array(named().extend({ relation: z.enum(relations), by: z.string(), at: z.string() })),
    merges: z.array(
      z.object({
        mergeId: z.string(),
        at: z.string(),
        by: z.string(),
        reason: z.string(),
        one: named(),
        other: named(),
      }),
    ),
    duplicates: z.array(Alike().extend({ at: z.string() })),
    different: z.array(named().extend({ by: z.string(), at: z.string(), reason: z.string() })),
    tasks: z.array(
      z.object({
        kind: z.enum(['instruct', 'call-back']),
        reference: z.string().nullable(),
        contactId: z.string().nullable(),
        subject: z.string(),
        department: z.string().nullable(),
        due: z.string(),
      }),
    ),
    names: names(),
    may: z.object({ correct: z.boolean(), merge: z.boolean() }),
    now: z.string(),
  }),
);
export type PersonPage = z.infer<ReturnType<typeof PersonPage>>;
export type RequestLine = z.infer<ReturnType<typeof RequestLine>>;
export type ContactLine = z.infer<ReturnType<typeof ContactLine>>;
