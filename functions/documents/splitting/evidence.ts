import type { BoundaryReason, PageTraits } from './boundary.ts';

/** Two content pages that follow one another, and what is known around them. */
export type Pair = {
  /** Pages of the document so far, the last one being the page before the place; null for a page without words. */
  document: readonly (PageTraits | null)[];
  after: PageTraits | null;
  /** A back without anything on it lies between them, in a file whose backs are not all empty. */
  hasBlankVerso: boolean;
  /** The page after is the back of the sheet whose front is the page before. */
  isBackOfSheet: boolean;
  /** How telling a name or number is, by the number of pages of the file that bear it: 0 to 1. */
  tells(name: string): number;
  /** How far an address block is that of most letters of the file: 0 to 1. */
  isUsual(recipient: readonly string[]): number;
};

/** Below this a page is a photograph, a card or a drawing. */
const fewWords = 12;

type Share = number;
const is = (holds: unknown): Share => (holds ? 1 : 0);
const isEmpty = (page: PageTraits | null) => !page || page.words < fewWords;
const startsOf = (page: PageTraits) =>
  is(page.hasSalutation) +
  is(page.hasAddressBlock) +
  is(page.hasDate) +
  is(page.hasSubject) +
  is(page.isToAuthority);

/** Each sign of a cut or of a join between two pages, 0 when it is absent; the model says how much each weighs. */
export function evidenceOf({ document, after, ...around }: Pair): Record<Sign, Share> {
  const before = document.at(-1) ?? null;
  const first = document.find((page) => !isEmpty(page)) ?? null;
  const none = Object.fromEntries(signs.map((sign) => [sign, 0])) as Record<Sign, Share>;
  const sheets = { blankVerso: is(around.hasBlankVerso), backOfSheet: is(around.isBackOfSheet) };
  if (!after || isEmpty(after)) {
    const isPen = is(after?.isHandwritten);
    return {
      ...none,
      ...sheets,
      withoutText: 1 - isPen,
      pen: isPen,
      penGoesOn: isPen * is(before?.isHandwritten),
    };
  }
  const part = partOf(document);
  const hasClosed = part.some((page) => page?.hasClosing);
  const shared = sharedBy(document, after, around.tells);
  const other = otherHead(first, after);
  const starts = startsOf(after);
  const isToWriter = after.isToOther && isAddressedTo(document, after, around.tells);
  const isOurs = after.isToAuthority || (!isToWriter && around.isUsual(after.recipient) >= 0.6);
  const announced = is(document.some((page) => page?.announcesEnclosures));
  const isPaper = after.isEnclosureLike && !isOurs;
  const isKnown = shared >= 0.5;
  return {
    ...none,
    ...sheets,
    ...numbering(before, after, document.length),
    salutation: is(after.hasSalutation),
    toAuthority: is(isOurs),
    toOther: is(after.isToOther && !isOurs && !isToWriter),
    toWriter: is(isToWriter),
    date: is(after.hasDate),
    subject: is(after.hasSubject),
    address: is(after.hasAddressBlock),
    goesOn: is(starts <= 1 && !after.isEnclosureLike && !hasClosed),
    noStart: is(starts <= 1 && !after.isEnclosureLike && hasClosed),
    closingBefore: is(hasClosed),
    shortBefore: is(before && !isEmpty(before) && before.writtenTo < 0.72 && !before.endsMidSentence),
    unclosed: is(part[0]?.hasSalutation && !hasClosed && !isEmpty(before)),
    lateClosing: is(after.hasClosing && !after.hasSalutation && part[0]?.hasSalutation && !hasClosed),
    runsOn: is(before?.endsMidSentence && after.beginsMidSentence),
    beginsLow: is(after.beginsMidSentence && !before?.endsMidSentence),
    endsOpen: is(before?.endsMidSentence && !after.beginsMidSentence),
    otherLetterhead: other,
    sameLetterhead: is(first?.letterhead) * is(after.letterhead) * (1 - other),
    otherFormat: is(before && Math.abs(Math.log(before.ratio / after.ratio)) > 0.12),
    otherType: before && !isEmpty(before) ? difference(before, after) : 0,
    handwriting: is(before?.isHandwritten) * (1 - is(after.isHandwritten)),
    announced: announced * is(!isOurs),
    paperAnnounced: is(isPaper) * announced,
    paperNamed: is(isPaper && isKnown),
    paper: is(isPaper && !isKnown) * (1 - announced),
    sameNames: isOurs ? 0 : shared,
    sameWriter: isOurs ? shared : 0,
    secondLetter: is(isOurs && isKnown && after.hasSalutation && hasClosed),
    noNames: is(shared === 0 && after.names.length >= 3 && (first?.names.length ?? 0) >= 3),
    afterNothing: is(!first),
  };
}

/** The last paper of a document: since a page on which a letter or an enclosure began. */
function partOf(document: Pair['document']): Pair['document'] {
  const begun = document.findLastIndex((page) => page && (startsOf(page) >= 2 || page.isEnclosureLike));
  return document.slice(Math.max(0, begun));
}

function numbering(before: PageTraits | null, after: PageTraits, position: number) {
  const now = after.numbered;
  const last = before?.numbered;
  const isNext = now && last && now.page === last.page + 1 && (now.of === last.of || !now.of || !last.of);
  return {
    numberedFirst: is(now?.page === 1),
    numberedNext: is(isNext && now.page > 1 && !(now.of && now.of === last.of)),
    numberedOfSame: is(isNext && now.page > 1 && now.of && now.of === last.of),
    numberedHere: is(now && !isNext && now.page > 1 && now.page === position + 1),
    numberedLater: is(now && !isNext && now.page > 1 && now.page !== position + 1),
    complete: is(last?.of && last.page === last.of),
    incomplete: is(last?.of && last.page < last.of && !isNext),
  };
}

/** 1 when the heads have no word in common. */
function otherHead(one: PageTraits | null, other: PageTraits): Share {
  if (!one?.letterhead || !other.letterhead) return 0;
  const [left, right] = [one.letterhead, other.letterhead].map((head) => new Set(head.split(' ')));
  if (!left || !right) return 0;
  const common = [...left].filter((word) => right.has(word)).length;
  return 1 - common / Math.max(1, Math.min(left.size, right.size));
}

function sharedBy(document: Pair['document'], after: PageTraits, tells: Pair['tells']): Share {
  const known = new Set(document.flatMap((page) => (page ? [...page.names, ...page.numbers] : [])));
  const common = [...after.names, ...after.numbers].filter((name) => known.has(name));
  return Math.min(1, common.reduce((sum, name) => sum + tells(name), 0) / 2);
}

/** The block names somebody whom the letter before names: a letter that its writer got, and encloses. */
function isAddressedTo(document: Pair['document'], after: PageTraits, tells: Pair['tells']): boolean {
  const known = new Set(document.flatMap((page) => page?.names ?? []));
  return after.recipient.some((token) => known.has(token) && tells(token) > 0);
}

const difference = (one: PageTraits, other: PageTraits): Share =>
  Math.min(
    1,
    Math.abs(Math.log(one.letterHeight / other.letterHeight)) * 3 +
      Math.abs(one.leftEdge - other.leftEdge) * 4,
  );

/** Signs and the reason that each gives to a person. */
export const reasonOf = {
  numberedFirst: 'first-page',
  numberedNext: 'next-page',
  numberedOfSame: 'next-page',
  numberedHere: 'next-page',
  numberedLater: 'next-page',
  complete: 'closing-before',
  incomplete: 'next-page',
  salutation: 'salutation',
  toAuthority: 'address',
  toOther: 'address-of-other',
  toWriter: 'same-names',
  date: 'date',
  subject: 'subject',
  address: 'address',
  goesOn: 'nothing-begins',
  noStart: 'nothing-begins',
  closingBefore: 'closing-before',
  shortBefore: 'short-page-before',
  unclosed: 'no-closing-before',
  lateClosing: 'letter-without-start',
  runsOn: 'sentence-runs-on',
  beginsLow: 'sentence-runs-on',
  endsOpen: 'sentence-runs-on',
  otherLetterhead: 'other-letterhead',
  sameLetterhead: 'same-letterhead',
  otherFormat: 'other-format',
  otherType: 'other-type',
  handwriting: 'handwriting',
  pen: 'handwriting',
  penGoesOn: 'handwriting',
  announced: 'enclosure-announced',
  paperAnnounced: 'enclosure-announced',
  paperNamed: 'enclosure-like',
  paper: 'enclosure-like',
  sameNames: 'same-names',
  sameWriter: 'same-names',
  secondLetter: 'salutation',
  noNames: 'no-name-shared',
  withoutText: 'without-text',
  afterNothing: 'without-text',
  blankVerso: 'blank-verso',
  backOfSheet: 'back-of-sheet',
} as const satisfies Record<string, BoundaryReason>;
export type Sign = keyof typeof reasonOf;
export const signs = Object.keys(reasonOf) as Sign[];
