import { toBuffer } from 'bwip-js/node';
import PDFDocument from 'pdfkit';
import type { Authority } from '../../settings/authority.ts';
import type { Download } from '../../shared/api.ts';
import { Refusal } from '../../shared/refusal.ts';
import { sheetWords } from '../messages/fr.ts';
import { type SheetKind, separatorText } from './separator.ts';

const mm = 72 / 25.4;
const page = { width: 210 * mm, height: 297 * mm };
const margin = 20 * mm;
type Doc = PDFKit.PDFDocument;
type Wanted = {
  kind?: 'separator' | 'versos';
  department?: string;
  procedure?: string;
  isVersos?: boolean;
  copies: number;
};
type Printer = Pick<Authority, 'name' | 'departments'> & {
  procedures?: readonly { code: string; title: string }[];
};
type Said = { title: string; above: string; how: string; code: string; patch: Buffer | null; own: Buffer };

/** The package's types leave out the options of single kinds of code. */
const drawn = (options: { bcid: string; text: string; [option: string]: string | number }): Promise<Buffer> =>
  toBuffer(options as Parameters<typeof toBuffer>[0]);

/**
 * Separator sheets to print on both sides, so many copies: for a department, for a procedure, plain, or to say that the
 * versos of the pile follow. Refuses `not-found` for a department or a procedure that does not exist.
 */
export async function sheets(printer: Printer, wanted: Wanted): Promise<Download> {
  const said = await saidOn(printer, wanted);
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    autoFirstPage: false,
    lang: 'fr-FR',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: `${sheetWords.title} - ${said.title}`, Author: printer.name },
  });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<void>((resolve) => doc.on('end', resolve));
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (let side = 0; side < wanted.copies * 2; side++) {
    doc.addPage();
    drawSheet(doc, root, { ...said, above: `${printer.name} - ${said.above}` });
  }
  root.end();
  doc.end();
  await done;
  return { bytes: Buffer.concat(parts), name: sheetWords.file };
}

async function saidOn({ departments, procedures }: Printer, wanted: Wanted): Promise<Said> {
  const isVersos = wanted.isVersos === true || wanted.kind === 'versos';
  const department = departments.find(({ code }) => code === wanted.department);
  const procedure = procedures?.find(({ code }) => code === wanted.procedure);
  if (!isVersos && wanted.department && !department) throw new Refusal('not-found');
  if (!isVersos && wanted.procedure && procedures && !procedure) throw new Refusal('not-found');
  const kind: SheetKind = isVersos
    ? { isVersos }
    : { department: department?.code, procedure: wanted.procedure };
  const text = separatorText(kind);
  const own = await drawn({ bcid: 'qrcode', text, eclevel: 'H', scale: 6 });
  // Other scanners know this code: it says that a letter begins, which is not so before the versos.
  const patch = isVersos ? null : await drawn({ bcid: 'code128', text: 'PATCHT', scale: 4, height: 20 });
  const common = { own, patch, code: text };
  if (isVersos)
    return { ...common, title: sheetWords.versos, above: sheetWords.versosTitle, how: sheetWords.versosHow };
  const title = procedure?.title ?? wanted.procedure ?? department?.name ?? sheetWords.plain;
  const above = wanted.procedure ? sheetWords.procedureTitle : sheetWords.title;
  return { ...common, title, above, how: `${sheetWords.how} ${sheetWords.both}` };
}

/** The edges are dark, so that the sheets are seen in a pile; the code stands twice, so that no stain hides both. */
function drawSheet(doc: Doc, root: PDFKit.PDFStructureElement, said: Said): void {
  const edge = 7 * mm;
  doc.markContent('Artifact', { type: 'Layout' });
  for (const x of [5 * mm, page.width - 5 * mm - edge])
    doc.rect(x, 40 * mm, edge, page.height - 80 * mm).fill('#3c3c3c');
  doc.endMarkedContent();
  doc.fillColor('black');
  const part = doc.struct('Sect');
  root.add(part);
  const inner = { width: page.width - 2 * margin, align: 'center' } as const;
  const write = (tag: string, text: string, y: number, size: number, font = 'Helvetica') =>
    part.add(doc.struct(tag, {}, () => doc.font(font).fontSize(size).text(text, margin, y, inner)));
  write('P', said.above, 24 * mm, 14);
  const size = [44, 36, 30, 24, 18].find(
    (points) => doc.font('Helvetica-Bold').fontSize(points).heightOfString(said.title, inner) <= 42 * mm,
  );
  write('H1', said.title, 38 * mm, size ?? 16, 'Helvetica-Bold');
  const figure = (
    picture: Buffer,
    alt: string,
    [x, y, width, height]: readonly [number, number, number, number],
  ) =>
    part.add(
      doc.struct('Figure', { alt }, () => {
        doc.image(picture, x * mm, y * mm, { width: width * mm, height: height * mm });
      }),
    );
  figure(said.own, said.code, [35, 95, 58, 58]);
  figure(said.own, said.code, [117, 125, 58, 58]);
  if (said.patch) figure(said.patch, 'PATCHT', [60, 198, 90, 26]);
  write('P', said.how, 238 * mm, 13);
  part.end();
}
