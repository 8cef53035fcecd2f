import { readFileSync } from 'node:fs';
import type { Grey } from '../../../../functions/documents/image/grey.ts';
import { openPdf } from '../../../../functions/documents/source/pdf.adapter.ts';
import { paged, typesetter } from '../../../support/typeset.ts';

type Letter = {
  sender: string[];
  date: string;
  subject: string;
  reference?: string;
  body: string[];
  end: string[];
};
const letters = JSON.parse(readFileSync(new URL('letters.json', import.meta.url), 'utf8')) as Letter[];
export const letterCount = letters.length;

const root = new URL('../../../../node_modules/', import.meta.url);
const font = (path: string) => readFileSync(new URL(path, root));
const sourceSans = (face: string) => font(`@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`);
const families: (() => string | Buffer)[] = [
  () => 'Times-Roman',
  () => 'Helvetica',
  () => sourceSans('400Regular'),
  () => 'Courier',
  () => font('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'),
  () => font('@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2'),
  () =>
    font(
      '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    ),
  () => 'Times-Italic',
  () => sourceSans('300Light'),
  () => 'Helvetica-Bold',
];
const sizes = [10, 11, 12, 10.5, 13, 11.5];

/** What a letter says, header by header: a reader may take these in another order without being wrong. */
export type Truth = { heads: string[]; rest: string };
const town = ["Communauté d'agglomération de Val-Clair", '1 place du Parvis', '99100 Val-Clair'];

/** One of the invented letters, its font, size and layout chosen by its number. */
export async function drawLetter(index: number, dpi: number): Promise<{ page: Grey; truth: Truth }> {
  const letter = letters[index % letters.length] as Letter;
  const { sender, date, subject, reference, body, end } = letter;
  const size = sizes[index % sizes.length] as number;
  const family = (families[index % families.length] as () => string | Buffer)();
  const isCompany = reference !== undefined;
  const pdf = await paged((doc) => {
    const type = typesetter(doc, { family, size });
    if (isCompany) type.resize(size + 3);
    type.write(sender[0] as string);
    type.resize(isCompany ? size - 1 : size);
    for (const line of sender.slice(1)) type.write(line);
    if (isCompany) doc.moveTo(72, 150).lineTo(523, 150).lineWidth(0.7).stroke();
    type.resize(size);
    type.skip(isCompany ? 2 : 1);
    for (const line of town) type.write(line, 310);
    type.skip(1);
    type.write(date, index % 3 === 2 ? 72 : 310);
    type.skip(1);
    if (reference) type.write(reference);
    type.write(`Objet : ${subject}`);
    type.skip(0.6);
    for (const paragraph of body) {
      type.skip(0.6);
      type.write(paragraph, /^(-|\d\.) /.test(paragraph) ? 90 : 72);
    }
    type.skip(1.5);
    for (const line of end) type.write(line, 310);
    if (index % 4 === 1) scribble(doc);
  });
  const opened = await openPdf(pdf);
  const { width, height, data } = await opened.draw(1, dpi);
  opened.close();
  const rest = [reference ?? '', `Objet : ${subject}`, ...body, ...end].join('\n');
  return {
    page: { width, height, data },
    truth: { heads: [sender.join('\n'), town.join('\n'), date], rest },
  };
}

/** A signature, as far as a pen is known to a drawing: it is no text, and what is read of it counts as wrong. */
function scribble(doc: PDFKit.PDFDocument): void {
  doc
    .moveTo(330, 768)
    .bezierCurveTo(350, 735, 365, 790, 380, 752)
    .bezierCurveTo(390, 738, 400, 785, 425, 755)
    .bezierCurveTo(440, 745, 450, 775, 480, 748)
    .lineWidth(1.2)
    .stroke('#203080');
}
