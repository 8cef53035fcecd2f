import { PDFiumLibrary } from '@hyzyla/pdfium';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';

/** A PDF with one page for each text, in a font that every PDF reader brings along. */
export function aPdf(pages: string[], options: { userPassword?: string } = {}): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 70, autoFirstPage: false, ...options });
  for (const text of pages) document.addPage().font('Times-Roman').fontSize(13).text(text, { lineGap: 4 });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  document.end();
  return new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))));
}

/** The same page as a scanner gives it: grey, 200 dpi. */
export async function aScan(text: string, format: 'png' | 'jpeg' | 'tiff'): Promise<Buffer> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await aPdf([text]));
  const { data, width, height } = await document
    .getPage(0)
    .render({ scale: 200 / 72, render: 'bitmap', colorSpace: 'Gray' });
  const image = await sharp(data, { raw: { width, height, channels: 1 } })
    .toFormat(format)
    .toBuffer();
  document.destroy();
  library.destroy();
  return image;
}
