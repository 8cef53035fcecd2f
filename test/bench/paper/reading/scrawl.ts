import type { Grey } from '../../../../functions/documents/image/grey.ts';
import { openPdf } from '../../../../functions/documents/source/pdf.adapter.ts';
import type { Random } from '../../../support/random.ts';
import { paged } from '../../../support/typeset.ts';

/**
 * A page as a pen fills it, as far as a reader of print can tell: words of joined loops, uneven, on lines that rise and
 * fall. It says nothing.
 */
export async function drawScrawl(random: Random, dpi: number): Promise<Grey> {
  const size = random.between(7, 13);
  const slant = random.between(-0.1, 0.5);
  const pdf = await paged((doc) => {
    doc.lineWidth(random.between(0.8, 1.6)).lineCap('round').lineJoin('round');
    for (let y = 90; y < 740; y += size * random.between(2.4, 3.2)) {
      const rise = random.between(-0.02, 0.03);
      const end = random.between(380, 520);
      for (let x = random.between(60, 90); x < end; x += size * random.between(0.5, 0.9))
        x = word(doc, { x, y: y - (x - 60) * rise }, { size, slant }, random);
    }
  });
  const opened = await openPdf(pdf);
  const { width, height, data } = await opened.draw(1, dpi);
  opened.close();
  return { width, height, data };
}

type Hand = { size: number; slant: number };
function word(doc: PDFKit.PDFDocument, from: { x: number; y: number }, hand: Hand, random: Random): number {
  let { x } = from;
  doc.moveTo(x, from.y);
  const letters = 1 + Math.floor(random.next() * 9);
  for (let letter = 0; letter < letters; letter++) {
    const wide = hand.size * random.between(0.35, 0.75);
    const tall = hand.size * (random.next() < 0.3 ? random.between(1, 1.6) : random.between(0.4, 0.7));
    const below = random.next() < 0.15 ? hand.size * 0.7 : 0;
    const lean = hand.slant * tall;
    doc
      .bezierCurveTo(
        x + wide * 0.3,
        from.y,
        x + wide * 0.2 + lean,
        from.y - tall,
        x + wide * 0.5 + lean,
        from.y - tall,
      )
      .bezierCurveTo(
        x + wide * 0.9 + lean,
        from.y - tall,
        x + wide * 0.4,
        from.y + below,
        x + wide,
        from.y + random.between(-0.6, 0.6),
      );
    x += wide;
  }
  doc.stroke();
  return x;
}
