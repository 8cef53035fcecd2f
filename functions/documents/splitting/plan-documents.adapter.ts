import type { PageTable, WorkPage } from '../batches/page-table.adapter.ts';
import { sortOf } from './sorting.ts';
import { splitPages } from './split.ts';

type Deps = {
  pages: PageTable;
  derivedId(...parts: (string | number)[]): string;
  /** Nobody decided yet on the letter that a document became. */
  isUndecided(contactId: string): Promise<boolean>;
};
/** `documents` by their first page; `doubts` places to decide on, among so many pages. */
export type Plan = { documents: number[]; doubts: number; pages: number };

/**
 * Plans the documents of a file whose pages are read: the sure ones are filed at once, the pages around a doubt wait for a
 * clerk. Planned again after a clerk decided, a letter may change while nobody decided on it; the others stay as they are,
 * and two letters that were filed are never made one.
 */
export async function planDocuments(fileId: string, deps: Deps): Promise<Plan> {
  const { pages, derivedId, isUndecided } = deps;
  const [list, deeds, plans] = await Promise.all([
    pages.listPages(fileId),
    pages.listDeeds(fileId),
    pages.listPlans(fileId),
  ]);
  await leaveToPeople(list, pages);
  const known = new Map(list.map((page) => [page.page, page]));
  const contactOf = (page: number) => known.get(page)?.contactId ?? null;
  const split = splitPages(list.map(sortOf), deeds);
  /** Named after its first page, unless a letter that begins elsewhere now bears that name. */
  const newContact = (first: number): string => {
    const id = derivedId('scan', fileId, first);
    const isTaken = plans.some(({ contactId, pages: [other] }) => contactId === id && other !== first);
    return isTaken ? derivedId('scan', fileId, first, 'again') : id;
  };
  const content = new Set(split.documents.flatMap((document) => document.pages));
  const documents: number[] = [];
  const doubtful: number[] = [];
  for (const [index, document] of split.documents.entries()) {
    const owners = [...new Set(document.pages.flatMap((page) => contactOf(page) ?? []))];
    const rest = document.pages.filter((page) => !contactOf(page));
    if (document.isDoubtful) {
      doubtful.push(...rest);
      continue;
    }
    const [owner] = owners;
    const mayChange = !owner || (owners.length === 1 && (await isUndecided(owner)));
    const own = mayChange ? document.pages : rest;
    const [first] = own;
    if (first === undefined) continue;
    const former = plans.find((plan) => plan.contactId === owner);
    // A letter whose first pages are none any more (blank, rejected) goes on with the page after them.
    const head = former?.pages.find((page) => content.has(page));
    const isSame = mayChange && owner && former && head !== undefined && own.includes(head);
    const contactId = isSame ? owner : newContact(first);
    const isChanged = own.some((page) => contactOf(page) && known.get(page)?.state !== 'filed');
    const before = plans.find((plan) => plan.pages[0] === first);
    const isFiled = !isChanged && own.every((page) => contactOf(page) === contactId);
    if (isFiled && before?.pages.join() === own.join()) continue;
    const { department, procedure } = document;
    const number = (isSame ? former.number : before?.number) ?? index + 1;
    await pages.savePlan(fileId, { number, pages: own, department, procedure, contactId, isChanged });
    // The letter begins earlier or later than it did: one plan for each.
    if (isSame && former.pages[0] !== first) await pages.removePlan(fileId, former);
    documents.push(first);
  }
  for (const page of doubtful) await pages.changeWhile({ fileId, page }, 'read', { state: 'doubtful' });
  await keepFiled(list, new Set(documents), pages, fileId);
  return { documents, doubts: doubtful.length > 0 ? split.doubts.length : 0, pages: doubtful.length };
}

/** Every reader tried: whoever receives the letter reads the picture. */
async function leaveToPeople(list: WorkPage[], pages: PageTable): Promise<void> {
  for (const page of list.filter(({ state, image }) => state === 'reading' && image))
    await pages.changeWhile(page, 'reading', { state: 'read', reason: 'unread' });
}

/** A page that was read again for a letter on which somebody decided meanwhile stays with that letter. */
async function keepFiled(list: WorkPage[], planned: Set<number>, pages: PageTable, fileId: string) {
  const replanned = new Set(
    (await pages.listPlans(fileId))
      .filter(({ pages: [first = 0] }) => planned.has(first))
      .flatMap((plan) => plan.pages),
  );
  for (const { page, contactId, state } of list)
    if (contactId && ['read', 'reading'].includes(state) && !replanned.has(page))
      await pages.filePages(fileId, [page], contactId);
}
