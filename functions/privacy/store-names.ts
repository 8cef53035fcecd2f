import type { PersonalBucket, PersonalTable } from './store.ts';

/** Names that tables and buckets were deployed under. */
export type StoreNames = {
  tables: Record<PersonalTable, string>;
  buckets: Record<PersonalBucket, string>;
};
