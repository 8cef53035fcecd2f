import { runsOf, textBlocks } from './letter-text.ts';
import { type Doc, mm, type Opened, type Struct, type Tag } from './tagged-pdf.adapter.ts';

export type Style = {
  tag?: Tag;
  size?: number;
  bold?: boolean;
  colour?: string;
  align?: 'left' | 'right';
  /** Millimetres; the page's own column when absent. */
  x?: number;
  y?: number;
  width?: number;
  /** Millimetres left under it. */
  after?: number;
  into?: Struct;
};
export const ink = '#1b1b1b';
export const grey = '#4a4a4a';
const linkInk = '#0b4a8f';
const body = 11;
const indent = 5;
const place = (doc: Doc, { x, width }: Style) => ({
  x: x === undefined ? doc.page.margins.left : mm(x),
  width:
    width === undefined
      ? doc.page.width - doc.page.margins.right - (x === undefined ? doc.page.margins.left : mm(x))
      : mm(width),
});

/** One paragraph or heading; addresses of pages in it become links. */
export const write = ({ doc, root, drawable }: Opened, words: string, style: Style = {}): void => {
  const { tag = 'P', size = body, bold = false, align = 'left', after = 2.6, into = root } = style;
  const text = drawable(words);
  const at = place(doc, style);
  if (style.y !== undefined) doc.y = mm(style.y);
  doc.font(bold ? 'bold' : 'regular').fontSize(size);
  const runs = runsOf(text);
  const colour = style.colour ?? ink;
  const element = doc.struct(tag);
  into.add(element);
  runs.forEach(({ text: run, href }, index) => {
    const continued = index < runs.length - 1;
    const draw = () => {
      doc.fillColor(href ? linkInk : colour);
      const options = { align, continued, link: href, underline: href !== null };
      if (index === 0) doc.text(run, at.x, doc.y, { ...options, width: at.width });
      else doc.text(run, options);
    };
    element.add(href ? doc.struct('Link', {}, [draw]) : draw);
  });
  element.end();
  doc.fillColor(ink);
  doc.y += mm(after);
};

/** A list with its labels; each item is read as one. @param label of an item, from its number */
export const writeList = (
  opened: Opened,
  items: readonly string[],
  style: Style & { label?: (number: number) => string; indentBy?: number } = {},
): void => {
  const { doc, root, drawable } = opened;
  const { size = body, after = 1.8, into = root, label = () => '•', indentBy = indent } = style;
  const at = place(doc, style);
  if (style.y !== undefined) doc.y = mm(style.y);
  const list = doc.struct('L');
  into.add(list);
  items.forEach((item, index) => {
    doc.font('regular').fontSize(size).fillColor(ink);
    const text = drawable(item);
    keepTogether(doc, doc.heightOfString(text, { width: at.width - mm(indentBy) }));
    const row = doc.struct('LI');
    list.add(row);
    const top = doc.y;
    const mark = () => doc.text(drawable(label(index + 1)), at.x + mm(1), top, { lineBreak: false });
    row.add(doc.struct('Lbl', {}, [mark]));
    const content = doc.struct('LBody');
    row.add(content);
    doc.y = top;
    const inner = { ...style, x: at.x / mm(1) + indentBy, width: at.width / mm(1) - indentBy, into: content };
    write(opened, item, { ...inner, y: undefined, after: 0.8 });
    row.end();
  });
  list.end();
  doc.y += mm(after);
};

/** Starts a new page when less than this height (points) is left on this one. */
export const keepTogether = (doc: Doc, height: number): void => {
  if (doc.y + height > doc.page.height - doc.page.margins.bottom) doc.addPage();
};

/** The text of a letter: paragraphs, lists and headings. */
export const writeText = (opened: Opened, text: string): void => {
  for (const block of textBlocks(text)) {
    if (block.block === 'heading') {
      keepTogether(opened.doc, mm(18));
      write(opened, block.text, { tag: 'H2', bold: true, size: 12, after: 1.6 });
    } else if (block.block === 'paragraph') {
      const lines = block.text.split('\n').length;
      keepTogether(opened.doc, mm(Math.min(lines * 6, 40)));
      write(opened, block.text);
    } else writeList(opened, block.items, block.isNumbered ? { label: (number) => `${number}.` } : {});
  }
};
