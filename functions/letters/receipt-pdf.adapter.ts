import type { Authority } from '../settings/authority.ts';
import { dayInWords, letter, receipt } from './messages/fr.ts';
import { pdf } from './pdf.adapter.ts';

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

/** What was sent, under which reference, and what happens next: for the citizen's own files. */
export const receiptPdf = (given: ReceiptGiven): Promise<Uint8Array> => {
  const footer = (page: number, pages: number) => `${given.reference} - ${letter.page(page, pages)}`;
  return pdf(`${receipt.title} ${given.reference}`, given.authority.name, footer, ({ write, room }) => {
    write(given.authority.name, { size: 14, bold: true, after: 1 });
    write(receipt.title, { tag: 'H1', size: 20, bold: true });
    write(given.subject, { size: 13, after: 0.3 });
    write(receipt.reference(given.reference), { bold: true, after: 0.2 });
    write(receipt.receivedOn(dayInWords(given.receivedOn)), { after: 1.2 });
    write(receipt.whatYouSent, { tag: 'H2', size: 14, bold: true });
    let step = '';
    for (const answer of given.answers) {
      room(60);
      if (answer.step !== step) write(answer.step, { bold: true, after: 0.3 });
      step = answer.step;
      write(`${answer.label}\n${answer.value}`, { size: 10, after: 0.5 });
    }
    if (given.answers.length === 0) write(given.text);
    write(receipt.documents, { tag: 'H2', size: 14, bold: true });
    for (const name of given.documents.length > 0 ? given.documents : [receipt.none])
      write(name, { after: 0.2 });
    room(120);
    write(receipt.next, { tag: 'H2', size: 14, bold: true });
    const promised = given.promisedOn && dayInWords(given.promisedOn);
    for (const sentence of receipt.steps(given.department, promised)) write(sentence, { after: 0.3 });
  });
};
