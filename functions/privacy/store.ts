/** Tables that hold something of a person, and buckets, by the names of the data stack. */
export const personalTables = [
  'requests',
  'contacts',
  'batches',
  'citizens',
  'search',
  'similar',
  'learning',
  'accounts',
  'sessions',
  'households',
  'safe',
  'drafts',
  'appointments',
  'payments',
  'reports',
  'subscriptions',
  'mandates',
  'privacy',
] as const;
export type PersonalTable = (typeof personalTables)[number];
export const personalBuckets = ['evidence', 'documents', 'uploads', 'drop'] as const;
export type PersonalBucket = (typeof personalBuckets)[number];

export type Key = { pk: string; sk: string };
export type Item = Key & Record<string, unknown>;
/** All versions of all objects under a prefix, or of the one object of that very name. */
export type ObjectPrefix = { bucket: PersonalBucket; prefix: string; isWhole?: true };

/** Tables, as whoever shows or erases a person goes through them. */
export type Tables = {
  find(table: PersonalTable, key: Key): Promise<Item | null>;
  /** A whole partition, or what begins so in it. */
  items(table: PersonalTable, pk: string, begins?: string): Promise<Item[]>;
  /** A whole list of the first index. */
  listed(table: PersonalTable, gsi1pk: string, begins?: string): Promise<Item[]>;
  put(table: PersonalTable, item: Item): Promise<void>;
  remove(table: PersonalTable, keys: readonly Key[]): Promise<void>;
};
export type Reads = Pick<Tables, 'find' | 'items' | 'listed'>;
/** Everything the authority keeps. */
export type Store = Tables & {
  /** Every version of every object under a prefix; answers how many there were. */
  removeObjects(place: ObjectPrefix): Promise<number>;
  readObject(bucket: PersonalBucket, key: string): Promise<Uint8Array | null>;
  /** The new content in place of every version that there was. */
  replaceObject(bucket: PersonalBucket, key: string, bytes: Uint8Array, contentType: string): Promise<string>;
};

/** What becomes of a partition: keys that go, items that stay blank in their place, objects that go. */
export type Plan = { gone: Key[]; left: Item[]; objects: ObjectPrefix[] };
export const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });

/** Carries a plan out, its objects first: what is cut in between is found again by the items that still name them. */
export const carryOut = async (store: Store, table: PersonalTable, plan: Plan): Promise<void> => {
  for (const place of plan.objects) await store.removeObjects(place);
  for (const item of plan.left) await store.put(table, item);
  await store.remove(table, plan.gone);
};
