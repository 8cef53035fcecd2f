import { fold } from '../threading/names.ts';
import { paper, slip } from './messages/paper-fr.ts';
import type { LetterQr } from './qr.ts';

/** What stands on every slip, on every letter and receipt of ours; on the label of a document its request, a name and its code. */
const [title, tick, recall] = [slip.title, slip.documents, paper.reference].map(fold) as [
  string,
  string,
  string,
];
const label = (reference: string): RegExp =>
  new RegExp(`${fold(slip.reference(reference))}.{0,80} ${fold(slip.code(''))} \\d{4} `);

/** Whether a page on which a short code was read is a sheet of ours, and no letter that cites it. @param page folded text */
export const isPrinted = ({ kind, reference, part }: LetterQr, page: string): boolean => {
  const isSlip = page.includes(title) || page.includes(tick);
  if (kind !== 'slip') return page.includes(recall);
  return isSlip || (part !== undefined && label(reference).test(`${page} `));
};
