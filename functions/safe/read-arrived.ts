import { Refusal } from '../shared/refusal.ts';
import { withReading } from './correct.ts';
import { readDocument } from './read-document.ts';
import type { SafeDocument } from './safe-document.ts';

export type ReadArrivedDeps = {
  find(account: string, id: string): Promise<SafeDocument | null>;
  save(document: SafeDocument): Promise<SafeDocument>;
  /** What malware protection said of the upload it came from. */
  scanOf(id: string): Promise<string | undefined>;
  /** Empty when nothing could be read. */
  textOf(document: SafeDocument): Promise<string>;
  today(): Promise<string>;
  pause(ms: number): Promise<unknown>;
};
const attempts = 6;
/** The object arrives before its item; malware protection takes seconds. */
const waits = [0, 200, 500, 1_000, 2_000, 4_000, 8_000];

/**
 * Looks at a document that arrived: whether it may be given to anybody, then what its words say. What its owner corrected
 * meanwhile stays. Throws when malware protection has not looked at it yet: it is tried again.
 */
export const readArrived =
  (deps: ReadArrivedDeps) =>
  async (account: string, id: string): Promise<void> => {
    const document = await arrived(deps, account, id);
    // Deleted at once, or written by the authority itself.
    if (document?.from !== 'citizen') return;
    const scan = document.scan === 'pending' ? await scanned(deps, id) : document.scan;
    if (scan === 'pending') throw new Error('scan-pending');
    const isRead = scan === 'clean' && document.reading === 'pending';
    const text = isRead ? await deps.textOf(document) : '';
    const reading = isRead && text !== '' ? readDocument(text, await deps.today()) : null;
    await saved(deps, account, id, (current) => {
      const known = { ...current, scan };
      return current.reading === 'pending' ? withReading(known, reading) : known;
    });
  };

async function arrived({ find, pause }: ReadArrivedDeps, account: string, id: string) {
  for (const wait of waits) {
    await pause(wait);
    const document = await find(account, id);
    if (document) return document;
  }
  return null;
}

async function scanned({ scanOf, pause }: ReadArrivedDeps, id: string): Promise<SafeDocument['scan']> {
  for (const wait of waits) {
    await pause(wait);
    const said = await scanOf(id);
    if (said === 'NO_THREATS_FOUND') return 'clean';
    if (said) return said === 'THREATS_FOUND' ? 'infected' : 'unscannable';
  }
  return 'pending';
}

/** Again from what is there now, when its owner corrects it at this moment. */
async function saved(
  { find, save }: ReadArrivedDeps,
  account: string,
  id: string,
  change: (document: SafeDocument) => SafeDocument,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const current = await find(account, id);
    if (!current) return;
    try {
      await save(change(current));
      return;
    } catch (error) {
      if (!(error instanceof Refusal) || attempt === attempts) throw error;
    }
  }
}
