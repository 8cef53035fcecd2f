import PDFDocument from 'pdfkit';
import type { Element, Letter, Part, Style } from './splitting-source.ts';

/** A line where it stands on its page, in points from the upper left corner. */
export type Placed = { text: string; x: number; y: number; size: number; width: number; bold: boolean };
export type Scribble = { x: number; y: number; width: number; height: number; kind: 'handwriting' | 'photo' };
export type LaidPage = {
  width: number;
  height: number;
  style: Style;
  lines: Placed[];
  scribbles: Scribble[];
};

const papers = { a4: [595, 842], a5: [420, 595], receipt: [227, 600], landscape: [842, 595] } as const;
const source = '@expo-google-fonts/source-sans-3';
const files = (name: string) =>
  import.meta.resolve(`${source}/${name}/SourceSans3_${name}.ttf`).slice('file://'.length);
export const fonts = {
  times: ['Times-Roman', 'Times-Bold'],
  helvetica: ['Helvetica', 'Helvetica-Bold'],
  courier: ['Courier', 'Courier-Bold'],
  source: [files('400Regular'), files('700Bold')],
} as const;

const ruler = new PDFDocument({ autoFirstPage: false });
const widthOf = (text: string, { font }: Style, size: number, bold: boolean) =>
  ruler
    .font(fonts[font][bold ? 1 : 0])
    .fontSize(size)
    .widthOfString(text);

/** The pages of a letter, its enclosures included. */
export const layOut = (letter: Letter): LaidPage[] => letter.parts.flatMap(layOutPart);

function layOutPart(part: Part): LaidPage[] {
  const { style } = part;
  const [width, height] = papers[style.paper];
  const pages: LaidPage[] = [];
  const inner = width - 2 * style.margin;
  const pitch = style.size * style.leading;
  let y = 0;
  const page = () => pages.at(-1) as LaidPage;
  const put = (text: string, x: number, bold = false, size = style.size) => {
    if (y + size > height - style.margin) turnPage();
    page().lines.push({ text, x, y, size, bold, width: widthOf(text, style, size, bold) });
    y += size * style.leading;
  };
  const centre = (text: string, size: number, bold: boolean) =>
    put(text, (width - widthOf(text, style, size, bold)) / 2, bold, size);
  function turnPage() {
    pages.push({ width, height, style, lines: [], scribbles: [] });
    y = style.margin;
    for (const line of pages.length > 1 ? [...part.head, ...part.laterHead] : part.head)
      line.startsWith('!') ? centre(line.slice(1), style.size * 1.3, true) : put(line, style.margin);
    if (y > style.margin) y += pitch / 2;
  }
  function paragraph(text: string) {
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line ? `${line} ${word}` : word;
      if (line && widthOf(longer, style, style.size, false) > inner) {
        put(line, style.margin);
        line = word;
      } else line = longer;
    }
    put(line, style.margin);
    y += pitch * 0.45;
  }
  function row(text: string) {
    const cells = text.split('|').map((cell) => cell.trim());
    const top = y;
    for (const [index, cell] of cells.entries()) {
      y = top;
      if (cell) put(cell, style.margin + (inner * index) / cells.length);
    }
    y = top + pitch;
  }
  function place(element: Element) {
    if (element.kind === 'page') return turnPage();
    if (element.kind === 'gap') y += element.count * pitch;
    else if ('count' in element) {
      const tall = element.kind === 'photo' ? element.count : element.count * 26;
      page().scribbles.push({ kind: element.kind, x: style.margin, y, width: inner, height: tall });
      y += tall + pitch;
    } else if (element.kind === 'paragraph') paragraph(element.text);
    else if (element.kind === 'row') row(element.text);
    else if (element.kind === 'title') centre(element.text, style.size * 1.5, true);
    else if (element.kind === 'centred') centre(element.text, style.size, false);
    else {
      const { kind, text } = element;
      const flush = width - style.margin - widthOf(text, style, style.size, false);
      put(text, kind === 'right' ? width * 0.54 : kind === 'flush' ? flush : style.margin, kind === 'bold');
    }
  }
  turnPage();
  part.elements.forEach(place);
  for (const [index, one] of pages.entries())
    for (const [line, text] of part.foot.entries()) {
      const said = text.replace('{n}', String(index + 1)).replace('{N}', String(pages.length));
      const size = Math.min(9, style.size * 0.85);
      const length = widthOf(said, style, size, false);
      const at = height - style.margin * 0.75 + line * size * 1.2;
      one.lines.push({ text: said, x: (width - length) / 2, y: at, size, width: length, bold: false });
    }
  return pages;
}
