import { toBuffer } from 'bwip-js/node';
import PDFDocument from 'pdfkit';
import type { Authority } from '../../settings/authority.ts';
import type { Download } from '../../shared/api.ts';
import { Refusal } from '../../shared/refusal.ts';
import { sheetWords } from '../messages/fr.ts';
import { separatorText } from './separator.ts';

const mm = 72 / 25.4;
const width = 210 * mm;

/** The package's types leave out the options of single kinds of code. */
const drawn = (options: { bcid: string; text: string; [option: string]: string | number }): Promise<Buffer> =>
  toBuffer(options as Parameters<typeof toBuffer>[0]);

/** Separator sheets, ready to print on both sides. Refuses `not-found` for a department that does not exist. */
export async function sheets(
  { name, departments }: Pick<Authority, 'name' | 'departments'>,
  { department, copies }: { department?: string; copies: number },
): Promise<Download> {
  const known = departments.find(({ code }) => code === department);
  if (department && !known) throw new Refusal('not-found');
  const own = await drawn({
    bcid: 'qrcode',
    text: separatorText({ department: known?.code }),
    eclevel: 'H',
    scale: 6,
  });
  const common = await drawn({ bcid: 'code128', text: 'PATCHT', scale: 4, height: 20 });
  const doc = new PDFDocument({ size: 'A4', margin: 20 * mm, autoFirstPage: false, lang: 'fr-FR' });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<void>((resolve) => doc.on('end', resolve));
  for (let side = 0; side < copies * 2; side++) {
    doc.addPage();
    doc.font('Helvetica').fontSize(14).text(name, { align: 'center' });
    doc.moveDown(0.5).font('Helvetica-Bold').fontSize(28).text(sheetWords.title, { align: 'center' });
    doc
      .moveDown(0.5)
      .fontSize(40)
      .text(known?.name ?? sheetWords.plain, { align: 'center' });
    doc.image(own, (width - 50 * mm) / 2, 125 * mm, { width: 50 * mm });
    doc.image(common, (width - 80 * mm) / 2, 195 * mm, { width: 80 * mm, height: 25 * mm });
    doc
      .font('Helvetica')
      .fontSize(12)
      .text(`${sheetWords.how} ${sheetWords.both}`, 20 * mm, 240 * mm, { align: 'center' });
  }
  doc.end();
  await done;
  return { bytes: Buffer.concat(parts), name: sheetWords.file };
}
