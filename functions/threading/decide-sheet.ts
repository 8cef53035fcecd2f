import type { LetterQr } from '../letters/qr.ts';
import { fold, isAddressOn, isNameOn } from './names.ts';
import { isSomebodyElseOn } from './somebody-else.ts';

/** A sheet that bears a signed code of ours, and what the request it names knows. */
export type Sheet = {
  qr: Pick<LetterQr, 'kind'>;
  /** What was read on the document. */
  text: string;
  /** The same page by page: each has a head and a foot. */
  pages?: readonly string[];
  person: { name: string | null; address: string | null };
  /** The slip is asked for and has not come back yet, or the letter was posted and stands alone in the scan. */
  isAwaited: boolean;
  /** A document joined by this slip already. */
  isUsed: boolean;
  /** Codes of several requests stand on it: one of them at least was laid there. */
  isMixed?: boolean;
  /** Our whole letter with its slip and nothing else: it may have come back unopened. */
  isEither?: boolean;
  /** Our letter, on which nothing says that the post brought it back: an answer may be written on it. */
  isUnmarked?: boolean;
};
export type SheetThread = { kind: 'join' | 'suggest'; reasons: string[] };

/**
 * Whether a document that bears a code of ours belongs to its request: a code is signed but can be copied, so the sheet must
 * also bear the name or the address of the request's person, and the slip must be awaited and not used yet. An address is that of
 * a whole household: with the name of another of them it proves nothing.
 */
export const decideSheet = (given: Sheet): SheetThread => {
  const {
    qr,
    text,
    pages = [text],
    person,
    isAwaited,
    isUsed,
    isMixed = false,
    isEither = false,
    isUnmarked = false,
  } = given;
  const sheet = fold(text);
  const isNamed = isNameOn(sheet, person.name);
  const read = [
    ...(isNamed ? ['sheet-name'] : []),
    ...(isAddressOn(sheet, person.address) ? ['sheet-address'] : []),
  ];
  const lacking = [
    ...(read.length === 0 ? ['no-name-on-sheet'] : []),
    ...(read.length > 0 && !isNamed && isSomebodyElseOn(pages, person.name) ? ['other-name-on-sheet'] : []),
    ...(isUsed
      ? ['slip-used']
      : isAwaited
        ? []
        : [qr.kind === 'slip' ? 'slip-not-awaited' : 'letter-with-more']),
    ...(isMixed ? ['codes-differ'] : []),
    ...(isEither ? ['letter-or-slip'] : []),
    ...(isUnmarked ? ['letter-unmarked'] : []),
  ];
  return lacking.length === 0
    ? { kind: 'join', reasons: ['code', ...read] }
    : { kind: 'suggest', reasons: ['code', ...read, ...lacking] };
};
