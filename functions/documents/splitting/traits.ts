import type { Read } from '../reading/words.ts';
import type { PageTraits } from './boundary.ts';
import { namesIn, numbersIn } from './names.ts';
import { linesOf, median, type PageLine } from './page-lines.ts';
import * as wording from './wording.ts';

/** Words that the reader was less sure of than this are the loops of a pen, or a picture. */
const unreadable = 55;
const fewest = 12;

/** What the words of a page tell of where letters begin and end; `size` is that of the page as it is shown, in any unit. */
export function traitsOf(read: Read, { width, height }: { width: number; height: number }): PageTraits {
  const all = linesOf(read);
  const lines = all.filter(({ plain }) => /[a-z0-9]{2}/.test(plain));
  const within = (from: number, to: number) => lines.filter(({ top }) => top >= from && top < to);
  const words = lines.reduce((total, line) => total + line.words, 0);
  const head = within(0, 0.46);
  const body = lines.filter(isBody);
  const edges = [...all.filter(({ top }) => top < 0.12), ...all.filter(({ top }) => top > 0.86)];
  const hasSalutation = salutes(within(0, 0.72));
  const text = lines.map(({ plain }) => plain).join(' ');
  const first = lines.find(isBody);
  const last = lines.findLast(isBody);
  return {
    letterhead: headOf(within(0, 0.17)),
    numbered: edges.map(({ plain }) => wording.numberIn(plain)).find((one) => one !== null) ?? null,
    hasSalutation,
    hasClosing: lines.some(({ plain }) => wording.closing.test(plain)),
    hasDate: head.some(({ plain, words: count }) => count <= 9 && wording.hasDateIn(plain)),
    hasAddressBlock: head.some((line) => !isBody(line) && wording.postal.test(line.plain)),
    hasSubject: within(0, 0.6).some(({ plain }) => wording.subject.test(plain)),
    endsMidSentence: runsOn(last) || all.slice(-3).some(({ plain }) => wording.goesOn.test(plain)),
    beginsMidSentence:
      first !== undefined && first.top < 0.4 && /^\p{Ll}[\p{L}'\u2019,]*\s/u.test(first.text),
    writtenFrom: Math.min(1, ...lines.map(({ top }) => top)),
    writtenTo: Math.max(0, ...within(0, 0.9).map(({ top, height: tall }) => top + tall)),
    isHandwritten: read.words.length >= fewest && sureness(read) < unreadable,
    ratio: width / Math.max(1, height),
    words: legible(read, words),
    ...addressee(aboveText(head), lines),
    announcesEnclosures: wording.announcement.test(text),
    isEnclosureLike: within(0, 0.4).some((line) => line.words <= 9 && wording.enclosure.test(line.plain)),
    names: namesIn(lines),
    numbers: numbersIn(lines),
    letterHeight: median((body.length > 0 ? body : lines).map((line) => line.height)) || 0.012,
    leftEdge: median((body.length > 0 ? body : lines).map((line) => line.left)),
  };
}

/** A line of running text, unlike those of addresses, tables and headings. */
const isBody = ({ words, width }: PageLine) => words >= 6 && width > 0.42;

function salutes(lines: readonly PageLine[]): boolean {
  return lines.some(({ plain, left, top, words }, index) => {
    if (wording.isGreeting(plain)) return words <= 6;
    if (!wording.isSalutation(plain) || left > 0.45) return false;
    if (wording.endsLikeSalutation(plain)) return true;
    // The comma was lost: it stands alone, with the text below it.
    const next = lines[index + 1];
    return top > 0.2 && words <= 5 && next !== undefined && isBody(next);
  });
}

/** What stands above the salutation or the text; a signature names services too. */
function aboveText(head: readonly PageLine[]): readonly PageLine[] {
  const end = head.findIndex(
    (line) => (line.top > 0.1 && isBody(line) && line.words >= 9) || (line.left < 0.45 && isOpening(line)),
  );
  return end < 0 ? head : head.slice(0, end);
}
const isOpening = ({ plain }: PageLine) => wording.isSalutation(plain) && wording.endsLikeSalutation(plain);

type Addressee = Pick<PageTraits, 'isToAuthority' | 'isToOther' | 'recipient'>;
/** Whom a letter is written to: the block in the right half says, else the salutation, else the only block there is. */
function addressee(head: readonly PageLine[], lines: readonly PageLine[]): Addressee {
  const blocks = head.filter((line) => !isBody(line) && line.words <= 9);
  const onRight = blocks.filter(({ left, width }) => left > 0.42 && width > 0.06);
  const block = onRight.filter(({ plain }) => !wording.hasDateIn(plain));
  const recipient = block.flatMap(({ plain }) =>
    // Of the town only the number: its name stands in every letter.
    wording.postal.test(plain)
      ? (plain.match(/\d{5}/g) ?? [])
      : tokensOf(plain).filter(wording.tellsOfAddressee),
  );
  const names = (line: PageLine) => wording.authority.test(line.plain);
  const isGreeted = lines.some((line) => line.top < 0.7 && names(line) && isOpening(line));
  if (isGreeted || onRight.some(names)) return { isToAuthority: true, isToOther: false, recipient };
  const isToOther = block.length >= 2 && onRight.some(({ plain }) => wording.postal.test(plain));
  const isToAuthority = !isToOther && blocks.some((line) => line.top > 0.08 && names(line));
  return { isToAuthority, isToOther, recipient: recipient.slice(0, 16) };
}

const tokensOf = (plain: string) => plain.split(/[^a-z0-9]+/).filter((token) => token.length >= 3);

function headOf(lines: readonly PageLine[]): string | null {
  const tokens = lines
    .filter((line) => !isBody(line) || line.top < 0.1)
    .filter(({ words }) => words <= 14)
    .flatMap(({ plain }) => tokensOf(plain));
  return tokens.length >= 2 ? [...new Set(tokens)].slice(0, 14).join(' ') : null;
}

/** The last full line stops at the right margin without a stop. */
const runsOn = (line: PageLine | undefined): boolean =>
  line !== undefined &&
  line.top > 0.7 &&
  line.left + line.width > 0.7 &&
  !/[.!?:;\u00bb)"\u2026]\s*$/.test(line.text);

const sureness = ({ words }: Read) => {
  const long = words.filter(({ text }) => text.length >= 2);
  return long.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, long.length);
};

/** Of a picture, readers make words that are none: those they are unsure of do not count when they are most. */
const legible = (read: Read, words: number): number => {
  if (read.words.length === 0) return words;
  const sure = read.words.filter(
    ({ confidence, text }) => confidence >= 60 && /\p{L}{2}|\d{2}/u.test(text),
  ).length;
  return sure < fewest || sure * 3 < read.words.length ? sure : words;
};
