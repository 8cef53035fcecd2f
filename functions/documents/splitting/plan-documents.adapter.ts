import type { PageTable, PlannedDocument, WorkPage } from '../batches/page-table.adapter.ts';
import { sortOf } from './sorting.ts';
import { splitPages } from './split.ts';

type Deps = {
  pages: PageTable;
  derivedId(...parts: (string | number)[]): string;
  /** Nobody decided yet on the letter that a document became. */
  isUndecided(contactId: string): Promise<boolean>;
  /** The letter has no page left: nobody waits for it any more, unless somebody decided on it meanwhile. */
  withdraw(contactId: string): Promise<void>;
  isWithdrawn(contactId: string): Promise<boolean>;
};
/** `documents` by their first page; `doubts` places to decide on, among so many pages. */
export type Plan = { documents: number[]; doubts: number; pages: number };

/**
 * Plans the documents of a file whose pages are read: the sure ones are filed at once, the pages around a doubt wait for a
 * clerk. Planned again after a clerk decided, a letter may change while nobody decided on it; the others stay as they are,
 * and two letters that were filed are never made one.
 */
export async function planDocuments(fileId: string, deps: Deps): Promise<Plan> {
  const { pages, isUndecided } = deps;
  const [list, deeds, plans] = await Promise.all([
    pages.listPages(fileId),
    pages.listDeeds(fileId),
    pages.listPlans(fileId),
  ]);
  await leaveToPeople(list, pages);
  const known = new Map(list.map((page) => [page.page, page]));
  const contactOf = (page: number) => known.get(page)?.contactId ?? null;
  const split = splitPages(list.map(sortOf), deeds);
  const newContact = contactNamer(fileId, plans, deeds.length > 0, deps);
  const content = new Set(split.documents.flatMap((document) => document.pages));
  const planned: PlannedDocument[] = [];
  const outdated: PlannedDocument[] = [];
  const owned = ownersOf(list);
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
    const contactId = isSame ? owner : await newContact(first);
    for (const page of own) owned.set(page, contactId);
    const isChanged = own.some((page) => contactOf(page) && known.get(page)?.state !== 'filed');
    const before = plans.find((plan) => plan.pages[0] === first);
    const isFiled = !isChanged && own.every((page) => contactOf(page) === contactId);
    if (isFiled && before?.pages.join() === own.join()) continue;
    const { department, procedure } = document;
    const number = (isSame ? former.number : before?.number) ?? index + 1;
    planned.push({ number, pages: own, department, procedure, contactId, isChanged });
    // The letter begins earlier or later than it did: one plan for each.
    if (isSame && former.pages[0] !== first) outdated.push(former);
  }
  // Before its page is planned in another letter, so that it never lies in two.
  const live = new Set(owned.values());
  for (const plan of plans.filter(({ contactId }) => !live.has(contactId))) {
    await deps.withdraw(plan.contactId);
    await pages.removePlan(fileId, plan);
  }
  for (const plan of planned) await pages.savePlan(fileId, plan);
  const documents = planned.map(({ pages: [first = 0] }) => first);
  for (const plan of outdated.filter(({ pages: [first = 0] }) => !documents.includes(first)))
    await pages.removePlan(fileId, plan);
  for (const page of doubtful) await pages.changeWhile({ fileId, page }, 'read', { state: 'doubtful' });
  await keepFiled(list, new Set(documents), pages, fileId);
  return { documents, doubts: doubtful.length > 0 ? split.doubts.length : 0, pages: doubtful.length };
}

/**
 * Which letter holds each page as it stands. A page that is being made anew, or that no reader could open, keeps its letter;
 * one that a clerk set aside, or that is blank or a separator after all, has none.
 */
const ownersOf = (list: readonly WorkPage[]): Map<number, string> =>
  new Map(
    list.flatMap(({ page, state, asked, contactId }) =>
      contactId && !['separator', 'blank'].includes(state) && !(state === 'rejected' && asked?.as === state)
        ? [[page, contactId] as const]
        : [],
    ),
  );

/**
 * Names a new letter after its first page, unless a letter that begins elsewhere now bears that name, or one that bore it
 * was withdrawn: its machine has ended.
 */
const contactNamer =
  (fileId: string, plans: PlannedDocument[], wasChanged: boolean, { derivedId, isWithdrawn }: Deps) =>
  async (first: number): Promise<string> => {
    for (let time = 0; ; time++) {
      const again = time === 0 ? [] : time === 1 ? ['again'] : ['again', time];
      const id = derivedId('scan', fileId, first, ...again);
      const isTaken = plans.some(({ contactId, pages: [other] }) => contactId === id && other !== first);
      if (!isTaken && !(wasChanged && (await isWithdrawn(id)))) return id;
    }
  };

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
