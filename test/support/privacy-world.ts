import type { Contact } from '../../functions/intake/contact.ts';
import { contactTable } from '../../functions/intake/contact-table.adapter.ts';
import { eraseRequest } from '../../functions/privacy/erase-request.ts';
import { storeOf } from '../../functions/privacy/store.adapter.ts';
import {
  type PersonalBucket,
  type PersonalTable,
  personalBuckets,
  personalTables,
  type Store,
} from '../../functions/privacy/store.ts';
import { similarTable } from '../../functions/qualification/similar/similar-table.adapter.ts';
import { canonical } from '../../functions/requests/journal.ts';
import { requestTable } from '../../functions/requests/request-table.adapter.ts';
import { complete } from '../../functions/search/complete.ts';
import { indexTable } from '../../functions/search/index-table.adapter.ts';
import type { TestDatabase } from './dynamo.ts';

/** Buckets in memory: a name, a key, its bytes. */
const bucketsInMemory = () => {
  const held = new Map<string, Uint8Array>();
  const at = (bucket: PersonalBucket, key: string) => `${bucket}/${key}`;
  return {
    held,
    put: (bucket: PersonalBucket, key: string, text: string) =>
      held.set(at(bucket, key), new TextEncoder().encode(text)),
    part: {
      async removeObjects({ bucket, prefix, isWhole }) {
        const gone = [...held.keys()].filter((key) =>
          isWhole ? key === at(bucket, prefix) : key.startsWith(at(bucket, prefix)),
        );
        for (const key of gone) held.delete(key);
        return gone.length;
      },
      readObject: async (bucket, key) => held.get(at(bucket, key)) ?? null,
      async replaceObject(bucket, key, bytes) {
        held.set(at(bucket, key), bytes);
        return 'new';
      },
    } satisfies Pick<Store, 'removeObjects' | 'readObject' | 'replaceObject'>,
  };
};

const plain = (row: unknown) =>
  canonical(JSON.parse(JSON.stringify(row, (_, value) => (value instanceof Set ? [...value] : value))));

/** Everything an authority keeps, in tables of their own and buckets in memory. */
export const privacyWorld = async ({ db, table, all }: TestDatabase) => {
  const names = await Promise.all(personalTables.map(async (name) => [name, await table()] as const));
  const tables = Object.fromEntries(names) as Record<PersonalTable, string>;
  const buckets = Object.fromEntries(personalBuckets.map((name) => [name, name])) as Record<
    PersonalBucket,
    string
  >;
  const objects = bucketsInMemory();
  const store: Store = { ...storeOf(db, {} as never, { tables, buckets }), ...objects.part };
  const requests = requestTable(db, tables.requests, tables.search);
  const contacts = contactTable(db, tables.contacts);
  const learnt: string[] = [];
  const clock = { now: '2026-06-01T08:00:00.000Z' };
  return {
    ...{ db, tables, store, objects, requests, contacts, learnt, clock },
    addContact: (contact: Contact) => contacts.addContact(contact, { id: contact.id, hash: 'hash' }, []),
    /** What hears `search-due`. */
    searched: complete(indexTable(db, tables.search)),
    erase: eraseRequest({
      ...{ store, append: requests.append, now: () => clock.now },
      forgetAlike: similarTable(db, tables.similar).forget,
      forgetLearnt: async (id) => void learnt.push(id),
      blankPages: async () => undefined,
    }),
    /** Everything kept, as one text: where somebody's name would be found. */
    async everything(): Promise<string> {
      const rows = await Promise.all(Object.values(tables).map((name) => all(name)));
      const files = [...objects.held].map(([key, bytes]) => `${key} ${new TextDecoder().decode(bytes)}`);
      return [...rows.flat().map(plain).sort(), ...files].join('\n');
    },
  };
};
