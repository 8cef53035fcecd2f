import PDFDocument from 'pdfkit';
import { drawable } from './drawable.ts';
import { letterFonts } from './fonts.adapter.ts';
import { metadataOf } from './pdf-metadata.ts';

/** PDF measures in points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;
export type Doc = PDFKit.PDFDocument;
export type Struct = PDFKit.PDFStructureElement;
export type Tag = 'H1' | 'H2' | 'P';
type Margins = { top: number; bottom: number; left: number; right: number };

export type Opened = {
  doc: Doc;
  /** Parent of everything that a screen reader announces, in reading order. */
  root: Struct;
  drawable(text: string): string;
  finish(): Promise<{ pdf: Uint8Array; pages: number }>;
};

/** What pdfkit does without its types saying so. */
type Inner = {
  _font: { font: { hasGlyphForCodePoint(code: number): boolean } };
  _addInfo(): void;
  link(x: number, y: number, w: number, h: number, url: string, options: object): Doc;
  appendXML(xml: string): void;
  page: { dictionary: { data: Record<string, unknown> } };
};

/**
 * An A4 document that says what it shows (PDF/UA-1): fonts embedded, language, title, structure in reading order; what is
 * written outside of `root` has to be marked as an artifact (`artifact`).
 * @param margins in millimetres
 */
export const openPdf = (about: { title: string; author: string; margins: Margins }): Opened => {
  const fonts = letterFonts();
  const { top, bottom, left, right } = about.margins;
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: mm(top), bottom: mm(bottom), left: mm(left), right: mm(right) },
    font: fonts.regular as unknown as string,
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    pdfVersion: '1.7',
    bufferPages: true,
    autoFirstPage: false,
  });
  doc.registerFont('regular', fonts.regular);
  doc.registerFont('bold', fonts.bold);
  const inner = doc as unknown as Inner;
  const { font } = inner._font;
  const shown = (text: string) => drawable(text, (code) => font.hasGlyphForCodePoint(code));
  const info = { Title: shown(about.title), Author: shown(about.author) };
  Object.assign(doc.info, info);
  inner._addInfo = () => inner.appendXML(metadataOf({ ...info, at: doc.info.CreationDate ?? new Date() }));
  const link = inner.link.bind(doc);
  inner.link = (x, y, w, h, url, options) => link(x, y, w, h, url, { ...options, Contents: new String(url) });
  doc.on('pageAdded', () => {
    inner.page.dictionary.data.Tabs = 'S';
  });
  const chunks: Buffer[] = [];
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  doc.addPage();
  return {
    ...{ doc, root, drawable: shown },
    async finish() {
      root.end();
      const pages = doc.bufferedPageRange().count;
      doc.end();
      return { pdf: await bytes, pages };
    },
  };
};

/** Drawn for the eye alone: rules, fold marks, running heads and feet. */
export const artifact = (doc: Doc, type: 'Pagination' | 'Layout' | 'Page', draw: () => void): void => {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
};

/** Something on each page once all are known: a running head or foot. */
export const onEachPage = (doc: Doc, draw: (page: number, pages: number) => void): void => {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    doc.page.margins.bottom = 0;
    artifact(doc, 'Pagination', () => draw(page + 1, count));
  }
};
