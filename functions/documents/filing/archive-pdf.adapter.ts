import PDFDocument from 'pdfkit';

/** A page of the archive: its picture (JPEG), the picture's size in pixels and the text to find it by. */
export type ArchivePage = { jpeg: Uint8Array; width: number; height: number; text: string };
const a4Height = 842;

/** A PDF of page pictures with their text, invisible, behind: it can be searched and copied from. */
export async function archivePdf(title: string, pages: AsyncIterable<ArchivePage>): Promise<Uint8Array> {
  const doc = new PDFDocument({ autoFirstPage: false, info: { Title: title }, lang: 'fr-FR' });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<void>((resolve) => doc.on('end', resolve));
  for await (const { jpeg, width, height, text } of pages) {
    const size: [number, number] = [(a4Height * width) / Math.max(1, height), a4Height];
    doc.addPage({ size, margin: 0 });
    doc
      .fillOpacity(0)
      .fontSize(8)
      .text(text, 36, 36, { width: size[0] - 72, height: a4Height - 72, ellipsis: true });
    doc.fillOpacity(1).image(Buffer.from(jpeg), 0, 0, { width: size[0], height: size[1] });
  }
  doc.end();
  await done;
  return Buffer.concat(parts);
}
