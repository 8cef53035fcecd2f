import PDFDocument from 'pdfkit';
import { measureImage } from '../image/image.adapter.ts';

/** Reading pictures (JPEG) as one PDF, a page each in its own size: a job of Textract begins with one call for all. */
export async function packPages(pictures: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const info = { CreationDate: new Date(0), ModDate: new Date(0) };
  const doc = new PDFDocument({ autoFirstPage: false, info });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<void>((resolve) => doc.on('end', resolve));
  for await (const picture of pictures) {
    const { width, height, dpi } = await measureImage(picture);
    // Readers draw a page by its size: one that says nothing of its density is taken for 200 dpi.
    const scale = 72 / (dpi || 200);
    const size: [number, number] = [width * scale, height * scale];
    doc.addPage({ size, margin: 0 }).image(Buffer.from(picture), 0, 0, { width: size[0], height: size[1] });
  }
  doc.end();
  await done;
  return Buffer.concat(parts);
}
