import type { DrawnLetter, LetterGiven } from './letter.ts';
import { dayInWords, letter, mail } from './messages/fr.ts';
import { mm, pdf } from './pdf.adapter.ts';

/** Where the window of a DL envelope shows the address once the sheet is folded in three (NF Z 10-011). */
const window = { x: mm(105), y: mm(52), width: mm(85) };
const head = { x: mm(20), y: mm(18), width: mm(80) };

/** A letter ready to be printed, folded and posted. */
export const letterPdf = (given: LetterGiven): Promise<Uint8Array> => {
  const { authority, reference, subject, recipient } = given;
  const footer = (page: number, pages: number) =>
    `${authority.name} - ${reference} - ${letter.page(page, pages)}`;
  return pdf(`${reference} - ${subject}`, authority.name, footer, ({ write, room }) => {
    write(authority.name, { tag: 'H1', size: 14, bold: true, at: head, after: 0.3 });
    const { postalAddress, phone, email } = authority.contact;
    write([postalAddress, phone, email].join('\n'), { size: 9, after: 0 });
    if (authority.demonstration) write(mail.demonstration, { size: 9, after: 0 });
    write((recipient.length > 0 ? recipient : [letter.unknownRecipient]).join('\n'), {
      at: window,
      after: 0,
    });
    const place = letter.placeAndDay(authority.shortName, dayInWords(given.day));
    write(place, { at: { x: mm(105), y: mm(92), width: mm(85) }, after: 0 });
    write(letter.reference(reference), {
      at: { x: mm(20), y: mm(104), width: mm(170) },
      after: 0.2,
      bold: true,
    });
    write(letter.subject(subject), { after: 1.4, bold: true });
    for (const paragraph of given.text.split(/\n{2,}/)) {
      if (paragraph.includes('\n')) room(mm(25));
      write(paragraph, { after: 0.7 });
    }
    if (given.enclosures.length > 0) write(letter.enclosed([...given.enclosures]), { size: 9 });
  });
};

/** A letter as tagged PDF (PDF/UA-1), its pages and the place of its seal. */
export const drawLetter = async (given: LetterGiven): Promise<DrawnLetter> => ({
  pdf: await letterPdf(given),
  pages: 1,
  seal: null,
});
export type { DrawnLetter, LetterGiven } from './letter.ts';
