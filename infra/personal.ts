import type { Places, ReadPlaces } from '../functions/privacy/places.ts';
import { type PersonalTable, personalBuckets, personalTables } from '../functions/privacy/store.ts';
import type { AppFunction } from './constructs/function.ts';
import type { Data } from './subject.ts';

/** Where everything personal lies, for a function that goes through all of it. */
export const personalPlaces = ({ tables, buckets }: Data): Places => ({
  REQUESTS_TABLE: tables.requests.tableName,
  CONTACTS_TABLE: tables.contacts.tableName,
  BATCHES_TABLE: tables.batches.tableName,
  CITIZENS_TABLE: tables.citizens.tableName,
  SEARCH_TABLE: tables.search.tableName,
  SIMILAR_TABLE: tables.similar.tableName,
  LEARNING_TABLE: tables.learning.tableName,
  ACCOUNTS_TABLE: tables.accounts.tableName,
  SESSIONS_TABLE: tables.sessions.tableName,
  HOUSEHOLDS_TABLE: tables.households.tableName,
  SAFE_TABLE: tables.safe.tableName,
  DRAFTS_TABLE: tables.drafts.tableName,
  APPOINTMENTS_TABLE: tables.appointments.tableName,
  PAYMENTS_TABLE: tables.payments.tableName,
  REPORTS_TABLE: tables.reports.tableName,
  SUBSCRIPTIONS_TABLE: tables.subscriptions.tableName,
  MANDATES_TABLE: tables.mandates.tableName,
  PRIVACY_TABLE: tables.privacy.tableName,
  EVIDENCE_BUCKET: buckets.evidence.bucketName,
  DOCUMENTS_BUCKET: buckets.documents.bucketName,
  UPLOADS_BUCKET: buckets.uploads.bucketName,
  DROP_BUCKET: buckets.drop.bucketName,
});

/** The same for a function that only shows it. */
export const shownPlaces = (data: Data): ReadPlaces => {
  const { BATCHES_TABLE, SEARCH_TABLE, SIMILAR_TABLE, LEARNING_TABLE, SESSIONS_TABLE, ...shown } =
    personalPlaces(data);
  return shown;
};

/** What is kept of a person is read in these; their sessions, and what is alike or learnt, hold nothing to be shown. */
const unread: readonly PersonalTable[] = ['sessions', 'similar', 'learning', 'batches', 'search'];

/** Lets a function read what is held of anybody, to show it to them. */
export const letReadPersons = (fn: AppFunction<never>, { tables }: Data): void => {
  for (const name of personalTables) if (!unread.includes(name)) tables[name].allow(fn, 'GetItem', 'Query');
};

/** Lets a function erase: every table that holds something of somebody, every version of every object. */
export const letErasePersons = (fn: AppFunction<never>, { tables, buckets }: Data): void => {
  for (const name of personalTables)
    tables[name].allow(
      fn,
      ...([
        'GetItem',
        'BatchGetItem',
        'Query',
        'PutItem',
        'UpdateItem',
        'DeleteItem',
        'BatchWriteItem',
      ] as const),
    );
  for (const bucket of personalBuckets.map((name) => buckets[name]))
    bucket.allow(fn, '*', 'DeleteObject', 'DeleteObjectVersion').allowListingVersions(fn);
  buckets.evidence.allow(fn, 'scans/*', 'GetObject', 'PutObject');
};
