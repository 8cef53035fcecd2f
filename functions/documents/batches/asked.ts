import type { ClerkDeed } from './clerk.ts';
import type { WorkPage } from './page-table.adapter.ts';

type Evidence = Extract<ClerkDeed, { kind: 'replace' }>['evidence'];
type CountedAs = Extract<ClerkDeed, { kind: 'count-as' }>['as'];
/** What clerks want of a page: further turns clockwise from `base`, another scan, what it counts as. */
export type Asked = { turn: number; base: number; evidence?: Evidence; as?: CountedAs };

/** What the decisions that stand come to for a page; a new scan begins without the turns of the old one. */
function wantOf(page: WorkPage, deeds: readonly ClerkDeed[]): Asked {
  let want: Asked = { turn: 0, base: page.asked?.base ?? page.turned };
  for (const deed of deeds) {
    if (deed.undone || !('page' in deed) || deed.page !== page.page) continue;
    if (deed.kind === 'rotate') want = { ...want, turn: (want.turn + deed.degrees) % 360 };
    else if (deed.kind === 'replace') want = { turn: 0, base: 0, evidence: deed.evidence };
    else want = { ...want, as: deed.as };
  }
  return want;
}

const isSameScan = (one: Evidence | undefined, other: Evidence | undefined) =>
  one?.key === other?.key && one?.versionId === other?.versionId;

/**
 * The page as clerks want it, when it is not so already: made ready anew, or only counted otherwise. Null for one that
 * stays. A page that is filed keeps its letter until the file is planned anew.
 */
export function asAsked(page: WorkPage, deeds: readonly ClerkDeed[]): WorkPage | null {
  const want = wantOf(page, deeds);
  const done: Asked = page.asked ?? { turn: 0, base: want.base };
  const before = page.stateBefore ?? page.state;
  // Set aside it is not made ready anew: it would be read, and neither filed nor set aside. What else is asked waits with it.
  if (want.as && want.as !== 'content')
    return want.as === done.as
      ? null
      : { ...page, asked: { ...done, as: want.as }, state: want.as, stateBefore: before, contactId: null };
  const isOther = want.turn !== done.turn || !isSameScan(want.evidence, done.evidence);
  if (!isOther && want.as === done.as) return null;
  const isContentAsked = want.as === 'content' && ['blank', 'separator', 'rejected'].includes(before);
  if (isOther || isContentAsked || (done.as === 'content' && !want.as)) return anew(page, want);
  return { ...page, asked: want, state: before, stateBefore: undefined };
}

/** Its pictures stay in the bucket, in the versions they had. */
const anew = (page: WorkPage, asked: Asked): WorkPage => ({
  ...page,
  asked,
  ...{ state: 'waiting', stateBefore: undefined, image: null, text: '', confidence: 0, source: 'none' },
  ...{ words: null, traits: null, turned: 0, reason: null },
  ...{ tries: 0, starts: 0, readings: 0, lastRetry: undefined, lastReading: undefined },
});
