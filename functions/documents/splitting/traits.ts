import type { Read } from '../reading/words.ts';
import type { PageTraits } from './boundary.ts';

/** What the words of a page tell of where letters begin and end; `size` is that of the page as it is shown, in any unit. */
export function traitsOf(read: Read, { width, height }: { width: number; height: number }): PageTraits {
  const { words, text } = read;
  const top = Math.min(1, ...words.map(({ box }) => box[1]));
  const bottom = Math.max(0, ...words.map(({ box }) => box[1] + box[3]));
  return {
    letterhead: null,
    numbered: null,
    hasSalutation: /^(madame|monsieur|bonjour)/im.test(text),
    hasClosing: /salutations|cordialement|sentiments/i.test(text),
    hasDate: false,
    hasAddressBlock: /^\d{5} /m.test(text),
    hasSubject: /^objet/im.test(text),
    endsMidSentence: false,
    beginsMidSentence: false,
    writtenFrom: top,
    writtenTo: bottom,
    isHandwritten: words.length >= 5 && read.confidence < 50,
    ratio: width / Math.max(1, height),
    words: words.length,
    isToAuthority: false,
    announcesEnclosures: false,
    isEnclosureLike: false,
    names: [],
    numbers: [],
    letterHeight: 0.01,
    leftEdge: 0.1,
  };
}
