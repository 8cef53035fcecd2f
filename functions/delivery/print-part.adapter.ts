import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { PDFDocument, type PDFFont, StandardFonts } from '@cantoo/pdf-lib';
import { toEvenPages } from './assemble.adapter.ts';
import { sheet as t } from './messages/sheet-fr.ts';
import type { SheetLine } from './print-batch.ts';

type Line = SheetLine & { key: string };
const a4: [number, number] = [595.28, 841.89];
const rows = 44;
const columns = [40, 75, 190, 385, 425, 470, 515];

/** The standard fonts hold no sign beyond Western Europe: another is drawn as a question mark, the letter itself is whole. */
const drawable = (text: string, font: PDFFont): string =>
  [...text].map((sign) => (font.getCharacterSet().includes(sign.codePointAt(0) ?? 0) ? sign : '?')).join('');

/** What is in the pile, line by line, for the person who counts and franks it. */
const addSortingSheet = async (whole: PDFDocument, batch: string, lines: readonly Line[]): Promise<void> => {
  const font = await whole.embedFont(StandardFonts.Helvetica);
  const bold = await whole.embedFont(StandardFonts.HelveticaBold);
  const [first] = lines;
  const cents = lines.reduce((sum, line) => sum + line.cents, 0);
  const title = first ? t.title(batch, first.part, first.envelope, first.registered) : batch;
  for (let from = 0; from < lines.length; from += rows) {
    const page = whole.addPage(a4);
    const put = (text: string, x: number, y: number, size = 9, face = font) =>
      page.drawText(drawable(text, face), { x, y, size, font: face });
    put(title, 40, 800, 13, bold);
    put(
      t.sums(
        lines.length,
        lines.reduce((sum, line) => sum + line.sheets, 0),
        cents,
      ),
      40,
      782,
      10,
    );
    const write = (cells: readonly string[], y: number, face = font) => {
      for (const [index, cell] of cells.entries()) put(cell, columns[index] ?? 40, y, 9, face);
    };
    write(t.heads, 758, bold);
    for (const [index, line] of lines.slice(from, from + rows).entries()) {
      const { number, reference, recipient, pages, grams } = line;
      const name = (recipient.split('\n', 1)[0] ?? '').slice(0, 38);
      const cells = [String(number), reference, name, String(pages), t.grams(grams), t.euros(line.cents)];
      write(cells, 740 - index * 16);
    }
  }
};

/** Merges letters for the printer, one held in memory at a time beside what is merged. */
export const printParts =
  (s3: S3Client, Bucket: string) =>
  async (key: string, batch: string, lines: readonly Line[]): Promise<void> => {
    const whole = await PDFDocument.create();
    await addSortingSheet(whole, batch, lines);
    for (const line of lines) {
      toEvenPages(whole);
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: line.key }));
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      const letter = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false });
      for (const page of await whole.copyPages(letter, letter.getPageIndices())) whole.addPage(page);
    }
    toEvenPages(whole);
    const Body = await whole.save({ useObjectStreams: false });
    await s3.send(new PutObjectCommand({ Bucket, Key: key, Body, ContentType: 'application/pdf' }));
  };
