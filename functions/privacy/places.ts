import * as z from 'zod';
import type { StoreNames } from './store-names.ts';

/** Where everything personal lies: the environment of whoever shows, exports or erases it. */
export const Places = z.object({
  REQUESTS_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  BATCHES_TABLE: z.string(),
  CITIZENS_TABLE: z.string(),
  SEARCH_TABLE: z.string(),
  SIMILAR_TABLE: z.string(),
  LEARNING_TABLE: z.string(),
  ACCOUNTS_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  HOUSEHOLDS_TABLE: z.string(),
  SAFE_TABLE: z.string(),
  DRAFTS_TABLE: z.string(),
  APPOINTMENTS_TABLE: z.string(),
  PAYMENTS_TABLE: z.string(),
  REPORTS_TABLE: z.string(),
  SUBSCRIPTIONS_TABLE: z.string(),
  MANDATES_TABLE: z.string(),
  PRIVACY_TABLE: z.string(),
  EVIDENCE_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  UPLOADS_BUCKET: z.string(),
  DROP_BUCKET: z.string(),
});
export type Places = z.infer<typeof Places>;

/** Where what is shown to somebody lies: indexes, fingerprints, lessons and pages in a batch hold nothing beside. */
export const ReadPlaces = Places.omit({
  BATCHES_TABLE: true,
  SEARCH_TABLE: true,
  SIMILAR_TABLE: true,
  LEARNING_TABLE: true,
  SESSIONS_TABLE: true,
});
export type ReadPlaces = z.infer<typeof ReadPlaces>;
/** A table that whoever only shows is told nothing of: a call to it fails at once. */
const untold = '';

export const namesOf = (env: ReadPlaces & Partial<Places>): StoreNames => ({
  tables: {
    requests: env.REQUESTS_TABLE,
    contacts: env.CONTACTS_TABLE,
    batches: env.BATCHES_TABLE ?? untold,
    citizens: env.CITIZENS_TABLE,
    search: env.SEARCH_TABLE ?? untold,
    similar: env.SIMILAR_TABLE ?? untold,
    learning: env.LEARNING_TABLE ?? untold,
    accounts: env.ACCOUNTS_TABLE,
    sessions: env.SESSIONS_TABLE ?? untold,
    households: env.HOUSEHOLDS_TABLE,
    safe: env.SAFE_TABLE,
    drafts: env.DRAFTS_TABLE,
    appointments: env.APPOINTMENTS_TABLE,
    payments: env.PAYMENTS_TABLE,
    reports: env.REPORTS_TABLE,
    subscriptions: env.SUBSCRIPTIONS_TABLE,
    mandates: env.MANDATES_TABLE,
    privacy: env.PRIVACY_TABLE,
  },
  buckets: {
    evidence: env.EVIDENCE_BUCKET,
    documents: env.DOCUMENTS_BUCKET,
    uploads: env.UPLOADS_BUCKET,
    drop: env.DROP_BUCKET,
  },
});
