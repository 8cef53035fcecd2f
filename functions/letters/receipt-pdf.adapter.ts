import type { Authority } from '../settings/authority.ts';
import type { PrintedCode } from './letter.ts';
import { dayInWords, receipt } from './messages/fr.ts';
import { paper } from './messages/paper-fr.ts';
import { grey, keepTogether, write, writeList, writeText } from './pdf-blocks.adapter.ts';
import { codePicture, figure, ownCodePicture } from './shapes.adapter.ts';
import { mm, type Opened, onEachPage, openPdf } from './tagged-pdf.adapter.ts';

export type ReceiptGiven = {
  authority: Pick<Authority, 'name'>;
  reference: string;
  subject: string;
  receivedOn: string;
  department: string | null;
  promisedOn: string | null;
  answers: { step: string; label: string; value: string }[];
  text: string;
  documents: string[];
  /** The signed code by which the sheet is recognised, and what is typed in its place. */
  code?: PrintedCode;
  /** Handed over a counter: what the person needs to follow it. */
  desk?: { trackingUrl: string; trackingCode: string | null };
};
const margins = { top: 20, bottom: 24, left: 20, right: 20 };

/** What was sent, under which reference, and what happens next: for the citizen's own files. */
export const receiptPdf = async (given: ReceiptGiven): Promise<Uint8Array> => {
  const name = given.desk ? receipt.deskTitle : receipt.title;
  const title = `${name} ${given.reference}`;
  const opened = openPdf({ title, author: given.authority.name, margins });
  const { doc } = opened;
  const heading = { tag: 'H2', size: 14, bold: true, after: 1.5 } as const;
  write(opened, given.authority.name, { size: 13, bold: true, colour: grey, after: 4 });
  write(opened, name, { tag: 'H1', size: 20, bold: true });
  write(opened, given.subject, { size: 13, after: 1 });
  write(opened, receipt.reference(given.reference), { bold: true, after: 0.6 });
  write(opened, receipt.receivedOn(dayInWords(given.receivedOn)), { after: 5 });
  if (given.desk) drawFollowing(opened, given.reference, given.desk);
  write(opened, given.desk ? receipt.whatYouAsked : receipt.whatYouSent, heading);
  let step = '';
  for (const answer of given.answers) {
    keepTogether(doc, mm(20));
    if (answer.step !== step) write(opened, answer.step, { bold: true, after: 1 });
    step = answer.step;
    write(opened, `${answer.label}\n${answer.value}`, { size: 10, after: 2 });
  }
  if (given.answers.length === 0) writeText(opened, given.text);
  write(opened, receipt.documents, heading);
  if (given.documents.length === 0) write(opened, receipt.none);
  else writeList(opened, given.documents);
  keepTogether(doc, mm(42));
  write(opened, receipt.next, heading);
  const promised = given.promisedOn && dayInWords(given.promisedOn);
  writeList(opened, receipt.steps(given.department, promised));
  if (given.code) drawOwnCode(opened, given.reference, given.code);
  onEachPage(doc, (page, pages) => {
    doc.font('regular').fontSize(9).fillColor(grey);
    const line = `${given.reference} - ${paper.page(page, pages)}`;
    doc.text(line, mm(margins.left), doc.page.height - mm(14), { lineBreak: false });
  });
  return (await opened.finish()).pdf;
};

const side = 30;
const words = 124;
/** How to follow it, beside a code that opens the page on a telephone. */
const drawFollowing = (
  opened: Opened,
  reference: string,
  { trackingUrl, trackingCode }: NonNullable<ReceiptGiven['desk']>,
): void => {
  const { doc } = opened;
  keepTogether(doc, mm(side + 6));
  const top = doc.y / mm(1);
  const at = { x: margins.left, width: words };
  write(opened, receipt.follow, { ...at, tag: 'H2', size: 14, bold: true, after: 1.5 });
  if (trackingCode) {
    write(opened, receipt.yourCode, { ...at, after: 0.4 });
    write(opened, trackingCode, { ...at, size: 20, bold: true, after: 1 });
  }
  write(opened, receipt.followAt(trackingUrl.replace(/#.*$/, '')), { ...at, size: 10, after: 1 });
  const box = { x: 210 - margins.right - side, y: top, width: side, height: side };
  figure(opened, codePicture(trackingUrl), { box, alt: receipt.followCodeAlt(reference) });
  doc.y = Math.max(doc.y, mm(top + side)) + mm(5);
};

const own = 18;
/** By which the sheet finds its request again when it comes back. */
const drawOwnCode = (opened: Opened, reference: string, { qr, short }: PrintedCode): void => {
  const { doc } = opened;
  keepTogether(doc, mm(own + 8));
  const top = doc.y / mm(1) + 4;
  const box = { x: margins.left, y: top, width: own, height: own };
  figure(opened, ownCodePicture(qr), { box, alt: receipt.ownCodeAlt(reference) });
  const at = { x: margins.left + own + 4, width: 130, size: 9.5 };
  write(opened, paper.short(short), { ...at, y: top + 3, bold: true, after: 0.6 });
  write(opened, receipt.bringBack, { ...at, colour: grey });
  doc.y = mm(top + own);
};
