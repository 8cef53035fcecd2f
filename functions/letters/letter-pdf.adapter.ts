import { margins } from './envelope.ts';
import type { DrawnLetter, LetterGiven } from './letter.ts';
import { drawFoot } from './letter-foot.adapter.ts';
import { drawHead } from './letter-head.adapter.ts';
import { drawSlip } from './letter-slip.adapter.ts';
import { paper } from './messages/paper-fr.ts';
import { grey, writeText } from './pdf-blocks.adapter.ts';
import { mm, onEachPage, openPdf } from './tagged-pdf.adapter.ts';

export type { DrawnLetter, LetterGiven } from './letter.ts';

/**
 * A letter ready to be sealed, printed, folded and posted: tagged PDF (PDF/UA-1), address in the window of a DL and of a C4
 * envelope (envelope.ts), code of the request, slip when documents are awaited.
 */
export const drawLetter = async (given: LetterGiven): Promise<DrawnLetter> => {
  const { authority, reference, subject } = given;
  const opened = openPdf({ title: `${reference} - ${subject}`, author: authority.name, margins });
  const { doc, drawable } = opened;
  drawHead(opened, given);
  writeText(opened, given.text);
  const seal = drawFoot(opened, given);
  if (given.slip) drawSlip(opened, reference, given.slip);
  onEachPage(doc, (page, pages) => {
    doc.font('regular').fontSize(8.5).fillColor(grey);
    const left = mm(margins.left);
    const foot = doc.page.height - mm(14);
    const line = { lineBreak: false };
    if (page > 1) {
      const head = drawable(`${authority.name} - ${paper.reference} : ${reference}`);
      doc.text(head, left, mm(14), line);
      doc.lineWidth(0.5).strokeColor('#b5b5b5').moveTo(left, mm(20)).lineTo(mm(190), mm(20)).stroke();
    }
    doc.text(drawable(authority.demonstration ? paper.demonstration : authority.name), left, foot, line);
    const number = paper.page(page, pages);
    doc.text(number, mm(190) - doc.widthOfString(number), foot, line);
  });
  const { pdf, pages } = await opened.finish();
  return { pdf, pages, seal };
};

/** The same, when only its bytes matter. */
export const letterPdf = async (given: LetterGiven): Promise<Uint8Array> => (await drawLetter(given)).pdf;
