import { toBuffer } from 'bwip-js/node';
import PDFDocument from 'pdfkit';

/** A long batch that is quickly read: pages of a few words, a sheet with PATCHT before every `each`th. */
export async function lightBatch(pages: number, each: number): Promise<Buffer> {
  const code = await toBuffer({ bcid: 'code128', text: 'PATCHT', scale: 3, height: 20 });
  const doc = new PDFDocument({ size: 'A4', autoFirstPage: false });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(parts))));
  for (let page = 1; page <= pages; page++) {
    doc.addPage();
    const place = (page - 1) % each;
    // Too few words for a text layer to be believed: the page is read as a scan is. Its number says that no letter ends there.
    if (place === 0) doc.image(code, 180, 300, { width: 240 });
    else doc.fontSize(20).text(`page ${place}/${each - 1}`, 72, 120);
  }
  doc.end();
  return done;
}
