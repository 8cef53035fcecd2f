const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
/** What the forms and the reports keep on the device (form/draft.ts, form/file-shelf.ts, reports/draft.ts). */
const places = { drafts: ['parvis', 'drafts'], files: ['parvis-files', 'waiting'] } as const;
const reports = ['parvis-reports', 'drafts'] as const;
const late = 'parvis:late:';
type Waiting = { toSend?: boolean };

/** A store that no page ever made is not made for this: it has nothing to be cleared. */
async function open([name, kept]: readonly [string, string]): Promise<IDBObjectStore | null> {
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.transaction?.abort();
  const database = await asked(opening).catch(() => null);
  if (!database?.objectStoreNames.contains(kept)) {
    database?.close();
    return null;
  }
  return database.transaction(kept, 'readwrite').objectStore(kept);
}
async function clear(place: readonly [string, string], isKept: (key: string) => boolean): Promise<void> {
  const store = await open(place);
  if (!store) return;
  for (const key of await asked(store.getAllKeys())) if (!isKept(String(key))) await asked(store.delete(key));
  store.transaction.db.close();
}
/** Forms that were to be sent and wait for a network: nobody must lose what they believe was sent. */
async function waiting(): Promise<string[]> {
  const store = await open(places.drafts);
  if (!store) return [];
  const [keys, drafts] = [await asked(store.getAllKeys()), await asked(store.getAll())];
  store.transaction.db.close();
  return keys.map(String).filter((_, at) => (drafts[at] as Waiting).toSend);
}

/**
 * Forgets what was typed here by whoever leaves: drafts of forms and of reports, with their files. The next person at this
 * computer finds nothing; the same person finds their drafts in their space. `all`: even what waits to be sent.
 */
export async function forgetDevice(all = false): Promise<void> {
  try {
    const left = all ? [] : await waiting();
    await clear(places.drafts, (key) => left.includes(key));
    await clear(places.files, (key) => left.some((procedure) => key.startsWith(`${procedure}/`)));
    await clear(reports, () => false);
    for (const key of Object.keys(localStorage))
      if (key.startsWith(late) && !left.includes(key.slice(late.length))) localStorage.removeItem(key);
    sessionStorage.clear();
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
