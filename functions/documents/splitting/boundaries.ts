import { isReserved } from '../../agents/rights.ts';
import type { ClerkDeed } from '../batches/clerk.ts';
import type { Boundary, PageTraits } from './boundary.ts';
import { collate } from './collate.ts';
import { counted, decided } from './deeds.ts';
import { evidenceOf } from './evidence.ts';
import { hasSheetsBetween, isDuplex, tellingNames, usualAddressee } from './habits.ts';
import { chanceOfCut } from './model.ts';
import { isLetterCode, requestOf } from './separator.ts';
import { behindSheets } from './sheets.ts';
import type { SortedPage } from './split.ts';

/** Beyond these a place is sure; between them a clerk looks. */
export const sureCut = 0.95;
export const sureJoin = 0.05;
/** Where sheets part the letters, words weigh so much less, and make a doubt only when all speak for a second letter. */
const besideSheets = { less: 6, doubt: 0.2 };

/** A file of no more pages than this is one letter, unless it shows otherwise. */
const fewPages = 4;

type Place = {
  page: SortedPage;
  document: SortedPage[];
  /** Since the page before: a sheet, or a blank. */
  hasSheet: boolean;
  hasBlank: boolean;
};
type Held = Pick<Boundary, 'verdict' | 'leans' | 'by' | 'confidence' | 'reasons'>;

/**
 * The place before each content page of a file but the first, in the order they are read. What a clerk decided stands; then
 * the sheets, then the codes of our own letters, then what the words propose.
 */
export function boundariesOf(given: readonly SortedPage[], deeds: readonly ClerkDeed[] = []): Boundary[] {
  const { pages, unmatched } = collate(counted(given, deeds));
  const byClerk = decided(deeds);
  const isBelieved = hasSheetsBetween(pages);
  const propose = proposer(pages, isBelieved);
  const behind = behindSheets(pages);
  const boundaries: Boundary[] = [];
  let document: SortedPage[] = [];
  let hasSheet = false;
  let hasBlank = false;
  for (const page of pages) {
    hasSheet ||= page.kind === 'separator';
    hasBlank ||= page.kind === 'blank';
    if (page.kind !== 'content') continue;
    if (document.length > 0) {
      const place = { page, document, hasSheet, hasBlank };
      const said = byClerk.get(page.page);
      const held = said
        ? sure(said, 'clerk', 'clerk', 1)
        : unmatched.includes(page.page)
          ? ({ ...sure('join', 'proposal', 'versos-do-not-match', 0.5), verdict: 'doubt' } as const)
          : (bySheet(place) ?? byCode(place, isBelieved) ?? propose(place));
      // Who looks at a place sees both its sides: behind a sheet of a reserved department nobody is asked.
      const isAsked = held.verdict === 'doubt' && !isReserved(behind.get(page.page) ?? null);
      const stands = held.verdict === 'doubt' && !isAsked ? joined(held) : held;
      boundaries.push({ before: page.page, ...stands });
      if (stands.leans === 'cut') document = [];
    }
    document = [...document, page];
    hasSheet = false;
    hasBlank = false;
  }
  return boundaries;
}

const sure = (
  verdict: 'cut' | 'join',
  by: Held['by'],
  reason: Held['reasons'][number],
  confidence: number,
): Held => ({ verdict, leans: verdict, by, confidence, reasons: [reason] });

const joined = (held: Held): Held => ({
  ...held,
  ...{ verdict: 'join', leans: 'join' },
  confidence: held.leans === 'join' ? held.confidence : 1 - held.confidence,
});

const bySheet = ({ hasSheet }: Place): Held | null =>
  hasSheet ? sure('cut', 'separator', 'separator', 0.99) : null;

/**
 * A paper of ours that came back begins a document, unless it is of the request that the document is about already: a slip
 * lies upon what it asked for, or behind the letter that asked. A letter of ours behind a page without code may be a
 * copy that somebody enclosed: its words say. Between sheets, a slip goes with the letter that it came with.
 */
function byCode({ page, document }: Place, isBelieved: boolean): Held | null {
  const here = page.codes ?? [];
  if (here.length === 0) return null;
  const requests = new Set(document.flatMap(({ codes = [] }) => codes.map(requestOf)));
  if (here.some((code) => requests.has(requestOf(code)))) return sure('join', 'qr', 'same-request', 0.97);
  if (requests.size > 0) return sure('cut', 'qr', 'code-of-request', 0.98);
  return isBelieved || here.some(isLetterCode) ? null : sure('cut', 'qr', 'code-of-request', 0.95);
}

const beginsLetter = (page: PageTraits | null, chance: number): boolean =>
  page !== null &&
  (page.hasSalutation ||
    page.isToAuthority ||
    page.hasSubject ||
    (chance >= 0.5 && page.hasAddressBlock && page.hasDate));

function proposer(pages: readonly SortedPage[], isBelieved: boolean): (place: Place) => Held {
  const duplex = isDuplex(pages);
  const backs = new Set(pages.filter((_, index) => index % 2 === 1));
  const tells = tellingNames(pages);
  const isUsual = usualAddressee(pages);
  const traits = ({ traits: found }: SortedPage): PageTraits | null => found ?? null;
  const isShort = pages.filter(({ kind }) => kind === 'content').length <= fewPages;
  return ({ page, document, hasBlank }) => {
    const { chance, reasons } = chanceOfCut(
      evidenceOf({
        document: document.map(traits),
        after: traits(page),
        hasBlankVerso: hasBlank && duplex,
        isBackOfSheet: duplex && backs.has(page),
        tells,
        isUsual,
      }),
      isBelieved ? besideSheets.less : 0,
    );
    // Most files of a few pages are one letter: only what begins like another makes anybody look.
    const isOne = isShort && !beginsLetter(traits(page), chance);
    const leans = !isBelieved && !isOne && chance >= 0.5 ? 'cut' : 'join';
    const confidence = leans === 'cut' ? chance : isOne ? Math.max(sureCut, 1 - chance) : 1 - chance;
    const isSure =
      leans === 'cut' ? chance >= sureCut : chance <= (isBelieved ? besideSheets.doubt : sureJoin);
    const verdict = isOne || isSure ? leans : 'doubt';
    return { verdict, leans, by: 'proposal', confidence, reasons };
  };
}
