import type { Authority } from '../settings/authority.ts';
import { dayInWords, receipt } from './messages/fr.ts';
import { paper } from './messages/paper-fr.ts';
import { grey, keepTogether, write, writeList, writeText } from './pdf-blocks.adapter.ts';
import { mm, onEachPage, openPdf } from './tagged-pdf.adapter.ts';

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
};
const margins = { top: 20, bottom: 24, left: 20, right: 20 };

/** What was sent, under which reference, and what happens next: for the citizen's own files. */
export const receiptPdf = async (given: ReceiptGiven): Promise<Uint8Array> => {
  const title = `${receipt.title} ${given.reference}`;
  const opened = openPdf({ title, author: given.authority.name, margins });
  const { doc } = opened;
  const heading = { tag: 'H2', size: 14, bold: true, after: 1.5 } as const;
  write(opened, given.authority.name, { size: 13, bold: true, colour: grey, after: 4 });
  write(opened, receipt.title, { tag: 'H1', size: 20, bold: true });
  write(opened, given.subject, { size: 13, after: 1 });
  write(opened, receipt.reference(given.reference), { bold: true, after: 0.6 });
  write(opened, receipt.receivedOn(dayInWords(given.receivedOn)), { after: 5 });
  write(opened, receipt.whatYouSent, heading);
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
  onEachPage(doc, (page, pages) => {
    doc.font('regular').fontSize(9).fillColor(grey);
    const line = `${given.reference} - ${paper.page(page, pages)}`;
    doc.text(line, mm(margins.left), doc.page.height - mm(14), { lineBreak: false });
  });
  return (await opened.finish()).pdf;
};
