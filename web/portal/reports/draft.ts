import type { Point } from './reports-api.ts';

/** A photo, lightened already; `uploadId` once it is with the service. */
export type Photo = { name: string; file: File; uploadId?: string };
export type Draft = {
  /** The same at each try: however often it is sent, it arrives once. */
  key: string;
  photos: Photo[];
  category: string;
  commune: string;
  place: string;
  point: Point | null;
  details: string;
  danger: boolean;
  email: string;
  /** Sent by the person; it waits for the network. */
  isReady: boolean;
};
export const newDraft = (): Draft => ({
  ...{ key: crypto.randomUUID(), photos: [], category: '', commune: '', place: '', point: null },
  ...{ details: '', danger: false, email: '', isReady: false },
});
export const isStarted = ({ photos, category, place, details }: Draft): boolean =>
  photos.length > 0 || [category, place, details].some(Boolean);

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open('parvis-reports', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('drafts');
  return (await asked(opening)).transaction('drafts', mode).objectStore('drafts');
}
const only = 'current';

/** Photos are too heavy for the usual storage; a browser that keeps nothing only loses what a reload would lose. */
export const shelf = {
  read: async (): Promise<Draft | undefined> => {
    try {
      return (await asked((await store('readonly')).get(only))) as Draft | undefined;
    } catch {
      return undefined;
    }
  },
  keep: async (draft: Draft): Promise<void> => {
    try {
      await asked((await store('readwrite')).put(draft, only));
    } catch {
      // Private windows keep nothing: what is on the screen is still there.
    }
  },
  drop: async (): Promise<void> => {
    try {
      await asked((await store('readwrite')).delete(only));
    } catch {
      // Nothing was kept.
    }
  },
};
