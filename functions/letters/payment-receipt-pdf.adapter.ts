import { paper } from './messages/paper-fr.ts';
import { grey, write, writeList } from './pdf-blocks.adapter.ts';
import { mm, onEachPage, openPdf } from './tagged-pdf.adapter.ts';

/** Sentences ready made: what is drawn is decided by functions/payments. */
export type PaymentReceipt = {
  authority: string;
  title: string;
  reference: string;
  facts: [label: string, value: string][];
  details: { title: string; lines: string[] } | null;
  notes: string[];
  service: { title: string; text: string };
};
const margins = { top: 20, bottom: 24, left: 20, right: 20 };

/** A receipt, tagged (PDF/UA-1): what was paid, when, how, and which service answers for it. */
export const paymentReceiptPdf = async (given: PaymentReceipt): Promise<Uint8Array> => {
  const opened = openPdf({ title: `${given.title} ${given.reference}`, author: given.authority, margins });
  const heading = { tag: 'H2', size: 14, bold: true, after: 1.5 } as const;
  write(opened, given.authority, { size: 13, bold: true, colour: grey, after: 4 });
  write(opened, given.title, { tag: 'H1', size: 20, bold: true, after: 5 });
  for (const [label, value] of given.facts) {
    write(opened, label, { size: 10, colour: grey, after: 0.3 });
    write(opened, value, { size: 12, bold: true, after: 2.6 });
  }
  if (given.details) {
    write(opened, given.details.title, heading);
    writeList(opened, given.details.lines);
  }
  for (const note of given.notes) write(opened, note, { bold: true });
  write(opened, given.service.title, heading);
  write(opened, given.service.text);
  onEachPage(opened.doc, (page, pages) => {
    opened.doc.font('regular').fontSize(9).fillColor(grey);
    const line = `${given.reference} - ${paper.page(page, pages)}`;
    opened.doc.text(line, mm(margins.left), opened.doc.page.height - mm(14), { lineBreak: false });
  });
  return (await opened.finish()).pdf;
};
