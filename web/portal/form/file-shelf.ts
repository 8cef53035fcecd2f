import { createStore, del, entries, keys, set, type UseStore } from 'idb-keyval';
import type { FileShelf } from '../../ui/use-uploads.ts';

let opened: UseStore | undefined;
const store = (): UseStore => {
  opened ??= createStore('parvis-files', 'waiting');
  return opened;
};
type Kept = { file: File; at: number };
/** As long as a draft. */
const longest = 30 * 86_400_000;

/** Files of one question that are not sent yet: on this device, until they are. @param place `procedure/question` */
export const shelfOf = (place: string): FileShelf => ({
  async list() {
    const all = await entries<string, Kept>(store());
    const old = all.filter(([, { at }]) => Date.now() - at > longest);
    for (const [key] of old) await del(key, store());
    return all
      .filter(([key, { at }]) => key.startsWith(`${place}/`) && Date.now() - at <= longest)
      .map(([key, { file }]) => ({ key: key.slice(place.length + 1), file }));
  },
  put: (key, file) => set(`${place}/${key}`, { file, at: Date.now() }, store()),
  drop: (key) => del(`${place}/${key}`, store()),
});

/** A draft that is sent or thrown away leaves nothing behind. */
export async function emptyShelf(procedure: string): Promise<void> {
  for (const key of await keys<string>(store()))
    if (String(key).startsWith(`${procedure}/`)) await del(key, store());
}
