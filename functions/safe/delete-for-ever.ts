import { Refusal } from '../shared/refusal.ts';
import { isKeptHere, type SafeDocument } from './safe-document.ts';

type Deps = {
  forget(document: SafeDocument): Promise<void>;
  removeObject(key: string): Promise<void>;
};

/** Its bytes first: an item without them would be a promise, bytes without an item would be kept for nobody. */
export async function deleteForEver({ forget, removeObject }: Deps, document: SafeDocument): Promise<void> {
  if (isKeptHere(document)) await removeObject(document.objectKey);
  await forget(document).catch((error) => {
    // Restored or deleted at this moment.
    if (!(error instanceof Refusal && error.code === 'not-found')) throw error;
  });
}
