import PDFDocument from 'pdfkit';
import type { PageWords } from '../reading/words-file.ts';
import { archiveFont } from './archive-font.adapter.ts';
import { type AboutArchive, archiveMetadata, producer } from './archive-metadata.ts';
import { type Encode, invisibleText, linesOver } from './invisible-text.ts';
import { paperOf, placeOn } from './paper-size.ts';

/** A page of the archive: its picture (JPEG), its size in pixels and dots an inch, its words and the text to find it by. */
export type ArchivePage = {
  jpeg: Uint8Array;
  width: number;
  height: number;
  dpi?: number | null;
  words: PageWords | null;
  text: string;
};
/** Takes the bytes of the archive in order. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

/** What pdfkit does without its types saying so. */
type Inner = {
  _font: Font & { id: string; ref(): unknown };
  _addInfo(): void;
  page: { fonts: Record<string, unknown> };
  appendXML(xml: string): void;
};
type Glyph = { id: number; advanceWidth: number };
type Font = {
  scale: number;
  font: { hasGlyphForCodePoint(code: number): boolean; glyphForCodePoint(code: number): Glyph };
  subset: { glyphs: number[] };
  widths: number[];
  unicode: number[][];
};

/**
 * A PDF of page pictures with their words, invisible, over them: it can be searched and copied from. Made to PDF/A-2b:
 * fonts embedded with their Unicode, colour profile, metadata. Given on page by page, so that one page at a time is held.
 */
export async function writeArchive(
  about: AboutArchive,
  pages: AsyncIterable<ArchivePage>,
  sink: Sink,
): Promise<void> {
  const doc = openArchive(about);
  const inner = doc as unknown as Inner;
  const font = inner._font;
  const encode = encoderOf(font);
  for await (const { jpeg, words, text, ...picture } of pages) {
    const paper = paperOf(picture);
    doc.addPage({ size: [paper.width, paper.height], margin: 0 });
    const { left, top, ...size } = placeOn(paper, picture);
    doc.save().translate(left, top).image(Buffer.from(jpeg), 0, 0, size);
    const written = invisibleText(linesOver(size, words, text), font.id, encode);
    if (written) inner.page.fonts[font.id] ??= font.ref();
    doc.addContent(written).restore();
    // What is ready is taken at once: events of the stream would come only when the last page is drawn.
    for (let ready = doc.read(); ready !== null; ready = doc.read()) await sink(ready);
  }
  doc.end();
  for await (const ready of doc) await sink(ready);
}

function openArchive(about: AboutArchive): PDFKit.PDFDocument {
  const { title, receivedAt, identifiers } = about;
  const doc = new PDFDocument({
    autoFirstPage: false,
    subset: 'PDF/A-2b',
    pdfVersion: '1.7',
    lang: 'fr-FR',
    displayTitle: true,
    font: archiveFont() as unknown as string,
    info: {
      Title: title,
      Keywords: identifiers.join(' '),
      Creator: producer,
      Producer: producer,
      CreationDate: new Date(receivedAt),
    },
  });
  const inner = doc as unknown as Inner;
  inner._addInfo = () => inner.appendXML(archiveMetadata(about));
  return doc;
}

/**
 * Gives every character a number of its own in the font that is embedded, drawn by the font's glyph or, where it has none,
 * by another's: nobody sees it, and what is copied is the very character. Ligatures and kerning would only get in its way.
 */
function encoderOf(font: Font): Encode {
  const known = new Map<number, { hex: string; width: number }>();
  const learn = (code: number) => {
    const isDrawn = font.font.hasGlyphForCodePoint(code);
    const glyph = font.font.glyphForCodePoint(isDrawn ? code : 0x6e);
    const number = font.subset.glyphs.push(glyph.id) - 1;
    const width = glyph.advanceWidth * font.scale;
    font.widths[number] = width;
    font.unicode[number] = [code];
    const learnt = { hex: number.toString(16).padStart(4, '0'), width: width / 1000 };
    known.set(code, learnt);
    return learnt;
  };
  return (text) => {
    const glyphs = [...text.normalize('NFC')].map((character) => {
      const code = character.codePointAt(0) ?? 0;
      return known.get(code) ?? learn(code);
    });
    return {
      hex: glyphs.map(({ hex }) => hex).join(''),
      width: glyphs.reduce((sum, { width }) => sum + width, 0),
    };
  };
}
