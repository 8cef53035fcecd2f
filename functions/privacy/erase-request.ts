import type { Linked } from '../citizens/items.ts';
import { linkedKey, linkSort, personKey } from '../citizens/items.ts';
import { e164 } from '../delivery/phone.ts';
import { contactKey } from '../intake/contact-items.ts';
import type { Append } from '../requests/append.ts';
import { requestKey, type Snapshot } from '../requests/items.ts';
import { isKeptHere, type SafeDocument } from '../safe/safe-document.ts';
import type { SearchDocument } from '../search/document.ts';
import { mailKey } from '../threading/mail-id.ts';
import { contactPlan, type ScannedIn, scannedIn } from './contact-plan.ts';
import type { Erasure } from './erasure.ts';
import { payments } from './payment-plan.ts';
import { reports } from './report-plan.ts';
import { mailsOf, reachedAt, requestPlan, threadsOf } from './request-plan.ts';
import { scanPlan } from './scan-plan.ts';
import { carryOut, type Item, keyOf, type Store } from './store.ts';
import { unindex } from './unindex.ts';

export type EraseRequestDeps = {
  store: Store;
  append: Append;
  /** What is alike, and what was learnt, by the id of a contact. */
  forgetAlike(contactId: string): Promise<void>;
  forgetLearnt(contactId: string, at: string): Promise<void>;
  /** Takes its pages out of the file they were scanned with, which holds letters of others. */
  blankPages(scanned: ScannedIn): Promise<void>;
  now(): string;
};
export type ErasedRequest = { reference: string; contacts: string[]; persons: string[] };

/**
 * Erases everything personal of one request: its records, messages, documents and evidence in all versions, the contacts that
 * brought it, what it is found by, what is alike, what was learnt from it, the addresses of its payments. The journal stays,
 * valid, with one line more (`personal-content-erased`); figures stay. An open request is over by it. Cut anywhere and begun
 * again it ends the same; of a request that is not there nothing is left either.
 */
export const eraseRequest =
  (deps: EraseRequestDeps) =>
  async (reference: string, { why, by }: Pick<Erasure, 'why' | 'by'>): Promise<ErasedRequest> => {
    const { store } = deps;
    const at = deps.now();
    const items = await store.items('requests', requestKey(reference));
    const snapshot = items.find(({ sk }) => sk === 'SNAPSHOT') as (Item & Snapshot) | undefined;
    const contacts = snapshot?.request.contactIds ?? [];
    await forgetSearched(store, reference);
    if (snapshot)
      await deps.append(reference, { key: `erased-${reference}` }, () => ({
        commands: [{ command: 'personal-content-erased', why, by }],
        card: { subject: '', sender: '' },
        repair: null,
        announce: [
          { type: 'search-due', detail: { reference } },
          // Whatever waits for it has nothing to wait for any more.
          { type: 'request-changed', detail: { reference } },
        ],
      }));
    for (const contact of contacts) await eraseContact(deps)(contact, at);
    const persons = await unlink(store, 'request', reference);
    for (const contact of contacts) persons.push(...(await unlink(store, 'contact', contact)));
    await forgetMails(store, reference, items);
    await forgetTexts(store, reference, items);
    await forgetAnswered(store, items);
    await payments(store, reference);
    await reports(store, reference);
    await forgetSafes(store, reference, snapshot);
    await carryOut(store, 'requests', requestPlan(reference, items));
    return { reference, contacts, persons: [...new Set(persons)] };
  };

/** One contact, whether it became a request or waits, was set aside or told nothing. */
export const eraseContact =
  ({ store, forgetAlike, forgetLearnt, blankPages }: Omit<EraseRequestDeps, 'append' | 'now'>) =>
  async (id: string, at: string): Promise<void> => {
    const items = await store.items('contacts', contactKey(id));
    const scan = scannedIn(items);
    if (scan) {
      const plan = scanPlan(scan, await store.items('batches', `FILE#${scan.fileId}`));
      await carryOut(store, 'batches', plan);
      // Of a letter all of whose pages were filed elsewhere nothing is in the file.
      if (plan.left.length > 0) await blankPages(scan);
    }
    await forgetAlike(id);
    await forgetLearnt(id, at);
    await carryOut(store, 'contacts', contactPlan(id, items, at));
  };

/** Takes a request or a contact from whoever has it; answers whose it was. */
export const unlink = async (store: Store, kind: 'request' | 'contact', id: string): Promise<string[]> => {
  const key = linkedKey(kind, id);
  const linked = (await store.find('citizens', key))?.linked as Linked | undefined;
  if (!linked) return [];
  const { personId, link } = linked;
  if (personId) await store.remove('citizens', [{ pk: personKey(personId), sk: linkSort(link) }]);
  await store.remove('citizens', [key]);
  return personId ? [personId] : [];
};

/** What is left of its words, completed by whoever hears `search-due`. */
const forgetSearched = async (store: Store, reference: string): Promise<void> => {
  const found = await store.find('search', { pk: `doc#request#${reference}`, sk: 'DOC' });
  if (found) await unindex(store, found.document as SearchDocument);
};
const forgetMails = async (store: Store, reference: string, items: readonly Item[]): Promise<void> => {
  for (const mail of mailsOf(items)) {
    const key = { pk: `MAIL#${mailKey(mail)}`, sk: 'THREAD' };
    const thread = await store.find('requests', key);
    if (!thread) continue;
    const others = [...((thread.requests as Set<string> | undefined) ?? [])].filter(
      (one) => one !== reference,
    );
    if (others.length === 0) await store.remove('requests', [key]);
    else await store.put('requests', { ...key, requests: new Set(others) });
  }
};

/** How often it was answered by itself: the conversation is known by an id that somebody's own mailbox made. */
const forgetAnswered = async (store: Store, items: readonly Item[]): Promise<void> => {
  for (const of of threadsOf(items)) {
    const counted = await store.items('requests', `ANSWERED#${of}`);
    await store.remove('requests', counted.map(keyOf));
  }
};

/** What the authority sent lies with the request: the safes that point to it point to nothing. */
const forgetSafes = async (store: Store, reference: string, snapshot?: Snapshot): Promise<void> => {
  for (const { account } of snapshot?.request.followers ?? []) {
    const items = await store.items('safe', `SAFE#${account}`, 'DOC#');
    const sent = items.filter(({ document }) => {
      const { from, reference: of, bucket, objectKey } = document as SafeDocument;
      return from === 'authority' && of === reference && !isKeptHere({ bucket, objectKey } as SafeDocument);
    });
    await store.remove('safe', sent.map(keyOf));
  }
};

/** Which texts were about it, by the number they went to. */
const forgetTexts = async (store: Store, reference: string, items: readonly Item[]): Promise<void> => {
  for (const number of reachedAt(items).phones) {
    const texts = await store.items('contacts', `SMS#${e164(number) ?? number}`);
    const own = texts.filter(
      (item) => item.sk.endsWith(reference) || JSON.stringify(item).includes(`"${reference}"`),
    );
    await store.remove('contacts', own.map(keyOf));
  }
};
