import type { ContactState } from '../intake/contact.ts';

/** An object that came in, where it lies in the evidence. */
export type CameIn = { key: string; at: string };
export const lostReasons = [
  'no-entry',
  'stands-still',
  'no-request',
  'not-in-request',
  'not-taken',
  'not-read',
] as const;
/**
 * `no-entry` nothing was made of it; `stands-still` it was taken in and nothing followed; `no-request` it is said to have become
 * a request that is not there; `not-in-request` the request does not know it; `not-taken` a scan still lies in the drop;
 * `not-read` a scan that nobody began to read.
 */
export type LostReason = (typeof lostReasons)[number];
export type Lost = CameIn & { why: LostReason; contactId?: string; reference?: string };

export type Entry = { id: string; state: ContactState; requestReference?: string };
export type ReconcileDeps = {
  contact(id: string): Promise<Entry | null>;
  /** The contact that a raw mail became, or was a repeat of. */
  takenMail(key: string): Promise<string | null>;
  /** Whether somebody began to read a scanned file, or said why not. */
  scan(fileId: string): Promise<boolean>;
  /** Ids of the contacts of a request; null when there is none. */
  contactsOf(reference: string): Promise<readonly string[] | null>;
};

const underway: readonly ContactState[] = ['received', 'reading', 'qualifying'];

const contactIdIn = (key: string): string | null =>
  /^forms\/([^/]+)\/|^sms\/([^/]+)\.json$/.exec(key)?.slice(1).find(Boolean) ?? null;

/** What became of one object: null when it is a request, a piece of one, a letter that waits, set aside or refused with its reason. */
export const accountFor =
  (deps: ReconcileDeps) =>
  async (one: CameIn): Promise<Lost | null> => {
    const { key } = one;
    if (key.startsWith('scans/'))
      return (await deps.scan(key.split('/')[1] ?? '')) ? null : { ...one, why: 'not-read' };
    if (key.startsWith('requests/')) {
      const reference = key.split('/')[1] ?? '';
      return (await deps.contactsOf(reference)) ? null : { ...one, why: 'no-request', reference };
    }
    const id = key.startsWith('mail/') ? await deps.takenMail(key) : contactIdIn(key);
    const contact = id ? await deps.contact(id) : null;
    if (!contact) return { ...one, why: 'no-entry' };
    const contactId = contact.id;
    if (underway.includes(contact.state)) return { ...one, why: 'stands-still', contactId };
    if (contact.state !== 'opened' && contact.state !== 'joined') return null;
    const reference = contact.requestReference;
    const known = reference ? await deps.contactsOf(reference) : null;
    if (!reference || !known) return { ...one, why: 'no-request', contactId, reference };
    return known.includes(contactId) ? null : { ...one, why: 'not-in-request', contactId, reference };
  };

/** Of each door: attachments and pictures are made from these. Uploads that nobody claimed expire by themselves. */
export const doors = ['forms/', 'mail/', 'scans/', 'sms/', 'requests/'] as const;
/** What came in less than that ago may still be on its way. */
export const settlesWithinMs = 3_600_000;
export type Listed = { objects: CameIn[]; next: string | null };
export type Round = {
  /** Objects of a door, a page of names; @param after key that the page before ended with */
  list(door: string, after?: string): Promise<Listed>;
  /** Scans that lie in the drop. */
  dropped(): Promise<CameIn[]>;
  account(one: CameIn): Promise<Lost | null>;
  now(): number;
  hasTime(): boolean;
};
export type Reconciled = { checked: number; lost: Lost[]; next: string | null };

/**
 * Every object that came in since an instant equals a request, a piece of one, a letter that waits or a reason. Names are
 * listed door by door; only what is new is looked up, with what did not add up the last time. When there is no more time, the
 * next run goes on from `next`.
 */
export const reconcile = async (
  round: Round,
  { since, after, before }: { since: string; after: string | null; before: readonly CameIn[] },
): Promise<Reconciled> => {
  const until = new Date(round.now() - settlesWithinMs).toISOString();
  const lost: Lost[] = [];
  let checked = 0;
  const look = async (one: CameIn) => {
    const found = await round.account(one);
    if (found) lost.push(found);
    checked += 1;
  };
  for (const one of before) if (!one.key.startsWith('drop:')) await look(one);
  for (const one of await round.dropped())
    if (one.at < until) lost.push({ ...one, key: `drop:${one.key}`, why: 'not-taken' });
  const begun = after ? doors.findIndex((door) => after.startsWith(door)) : 0;
  for (const door of doors.slice(Math.max(0, begun))) {
    let from = after?.startsWith(door) && after !== door ? after : undefined;
    do {
      const page = await round.list(door, from);
      for (const one of page.objects)
        if (one.at >= since && one.at < until && !before.some(({ key }) => key === one.key)) await look(one);
      from = page.next ?? undefined;
      const goesOn = from ?? doors[doors.indexOf(door) + 1] ?? null;
      if (goesOn && !round.hasTime()) return { checked, lost, next: goesOn };
    } while (from);
  }
  return { checked, lost, next: null };
};
