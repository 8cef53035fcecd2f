import PDFDocument from 'pdfkit';

type Glyph = { path: { toSVG(): string }; advanceWidth: number };
type Face = {
  unitsPerEm: number;
  layout(text: string): { glyphs: Glyph[]; positions: { xAdvance: number }[]; advanceWidth: number };
};
export type FontChoice = { family: string | Buffer; size: number };

/** Variable fonts open at their lightest: a stroke, in units of the font, gives them the weight of ordinary print. */
const boldness = 24;
const margin = 72;
const paper = { width: 595, height: 842 };

/**
 * Types lines on A4 pages. Web fonts are drawn glyph by glyph as shapes, since pdfkit cannot embed their accents; what
 * comes out is scanned anyway.
 */
export function typesetter(doc: PDFKit.PDFDocument, choice: FontChoice) {
  doc.font(choice.family as string);
  const face =
    typeof choice.family === 'string' ? null : (doc as unknown as { _font: { font: Face } })._font.font;
  let { size } = choice;
  let y = margin;
  const widthOf = (text: string) =>
    face ? (face.layout(text).advanceWidth * size) / face.unitsPerEm : doc.fontSize(size).widthOfString(text);

  function line(text: string, x: number): void {
    if (y > paper.height - margin) {
      doc.addPage();
      y = margin;
    }
    if (face) drawShapes(doc, face, text, { x, y: y + size * 0.8, size });
    else doc.fontSize(size).text(text, x, y, { lineBreak: false });
    y += size * 1.35;
  }

  return {
    /** Writes a paragraph from `x` to the right margin. */
    write(text: string, x = margin): void {
      let current = '';
      for (const word of text.split(' ')) {
        const longer = current === '' ? word : `${current} ${word}`;
        if (current !== '' && x + widthOf(longer) > paper.width - margin) {
          line(current, x);
          current = word;
        } else current = longer;
      }
      line(current, x);
    },
    skip: (lines: number) => {
      y += lines * size * 1.35;
    },
    resize: (points: number) => {
      size = points;
    },
  };
}

type Place = { x: number; y: number; size: number };
function drawShapes(doc: PDFKit.PDFDocument, face: Face, text: string, { x, y, size }: Place): void {
  const scale = size / face.unitsPerEm;
  const { glyphs, positions } = face.layout(text);
  let at = x;
  for (const [index, glyph] of glyphs.entries()) {
    const shape = glyph.path.toSVG();
    if (shape)
      doc
        .save()
        .translate(at, y)
        .scale(scale, -scale)
        .path(shape)
        .lineWidth(boldness)
        .fillAndStroke('black', 'black')
        .restore();
    at += (positions[index]?.xAdvance ?? glyph.advanceWidth) * scale;
  }
}

/** An A4 document; no dates and no random identifier, so that the same drawing gives the same pixels. */
export function paged(draw: (doc: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    info: { CreationDate: new Date(0), ModDate: new Date(0) },
  });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(parts))));
  draw(doc);
  doc.end();
  return done;
}
