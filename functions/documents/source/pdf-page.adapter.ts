import type { PDFiumDocument } from '@hyzyla/pdfium';
import type { Box, Word } from '../reading/words.ts';
import { isCutPicture } from './cut-picture.ts';
import { hasFaxRegion } from './jbig2.ts';
import { wordsOf } from './pdf-words.ts';

type Point = [x: number, y: number];
/** The functions of PDFium that its package carries and does not name (they are told of in fpdf_text.h and fpdf_edit.h). */
type Raw = {
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidthF(page: number): number;
  _FPDF_GetPageHeightF(page: number): number;
  _FPDF_PageToDevice(
    page: number,
    ...place: [x: number, y: number, width: number, height: number, rotate: number, ...Point, ...Point]
  ): number;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFFormObj_CountObjects(form: number): number;
  _FPDFFormObj_GetObject(form: number, index: number): number;
  _FPDFPageObj_GetType(object: number): number;
  _FPDFPageObj_GetBounds(object: number, ...edges: [number, number, number, number]): number;
  _FPDFImageObj_GetBitmap(object: number): number;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDFImageObj_GetImageFilterCount(object: number): number;
  _FPDFImageObj_GetImageFilter(object: number, index: number, text: number, length: number): number;
  _FPDFImageObj_GetImageDataDecoded(object: number, bytes: number, length: number): number;
  _FPDFImageObj_GetImagePixelSize(object: number, width: number, height: number): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  _FPDFText_GetLooseCharBox(text: number, index: number, rectangle: number): number;
  HEAPU8: Uint8Array;
  wasmExports: { malloc(size: number): number; free(at: number): void };
};
/** What a page is made of, sizes in points: its pictures with the number of pixels they have. */
type PdfPicture = { width: number; height: number; pixels: number };
export type PdfPage = {
  width: number;
  height: number;
  text: string;
  words: Word[];
  pictures: PdfPicture[];
};

const image = 3;
const form = 5;
/** A drawing of a plan may have a million lines: pictures of scans come among the first objects. */
const mostObjects = 500;
const mostCharacters = 50_000;

/** Reads what a page says of itself, without drawing it; `page` counts from 1. Throws on a page that cannot be opened. */
export function lookAtPage(document: PDFiumDocument, page: number): PdfPage {
  const { module: raw, documentIdx } = document as unknown as { module: Raw; documentIdx: number };
  const opened = raw._FPDF_LoadPage(documentIdx, page - 1);
  if (!opened) throw new Error(`page ${page} of the PDF is damaged`);
  // Room for four numbers at once: PDFium answers through addresses.
  const room = raw.wasmExports.malloc(32);
  try {
    const width = raw._FPDF_GetPageWidthF(opened);
    const height = raw._FPDF_GetPageHeightF(opened);
    return { width, height, ...textOf(raw, opened, room), pictures: picturesOf(raw, opened, room) };
  } finally {
    raw.wasmExports.free(room);
    raw._FPDF_ClosePage(opened);
  }
}

/** Whether a picture of a page cannot be decoded, or ends too early: what is missing is drawn as white paper. */
export function hasBrokenPicture(document: PDFiumDocument, page: number): boolean {
  return somePicture(document, page, (raw, object) => {
    const bitmap = raw._FPDFImageObj_GetBitmap(object);
    if (bitmap) raw._FPDFBitmap_Destroy(bitmap);
    return !bitmap || isCutPicture(filterOf(raw, object), codedBytes(raw, object));
  });
}

/** Whether PDFium leaves out a part of a picture that is sound, and says nothing. */
export function losesPicture(document: PDFiumDocument, page: number): boolean {
  return somePicture(
    document,
    page,
    (raw, object) => filterOf(raw, object) === 'JBIG2Decode' && hasFaxRegion(codedBytes(raw, object)),
  );
}

/** The coding of a picture itself, which comes last, after those that any bytes may have; none is ''. */
function filterOf(raw: Raw, object: number): string {
  const last = raw._FPDFImageObj_GetImageFilterCount(object) - 1;
  if (last < 0) return '';
  const name = answerOf(raw, (...room) => raw._FPDFImageObj_GetImageFilter(object, last, ...room));
  return Buffer.from(name).toString('latin1').replace('\0', '');
}
/** PDFium undoes the codings of any bytes only: a JPEG stays one. */
const codedBytes = (raw: Raw, object: number): Uint8Array =>
  answerOf(raw, (...room) => raw._FPDFImageObj_GetImageDataDecoded(object, ...room));

/** What PDFium answers in room that the caller gives: asked once for the length, then for the bytes. */
function answerOf(raw: Raw, ask: (room: number, length: number) => number): Uint8Array {
  const length = ask(0, 0);
  const room = raw.wasmExports.malloc(length);
  try {
    return raw.HEAPU8.slice(room, room + ask(room, length));
  } finally {
    raw.wasmExports.free(room);
  }
}

function somePicture(document: PDFiumDocument, page: number, is: (raw: Raw, object: number) => boolean) {
  const { module: raw, documentIdx } = document as unknown as { module: Raw; documentIdx: number };
  const opened = raw._FPDF_LoadPage(documentIdx, page - 1);
  try {
    for (const { object } of imagesOf(raw, opened)) if (is(raw, object)) return true;
    return false;
  } finally {
    raw._FPDF_ClosePage(opened);
  }
}

/** The pictures of a page, and those within its forms: some scanners wrap each scan in one. */
function* imagesOf(raw: Raw, page: number): Generator<{ object: number; within?: number }> {
  const objects = Math.min(raw._FPDFPage_CountObjects(page), mostObjects);
  for (let index = 0; index < objects; index++) {
    const object = raw._FPDFPage_GetObject(page, index);
    const type = raw._FPDFPageObj_GetType(object);
    if (type === image) yield { object };
    const inside = type === form ? Math.min(raw._FPDFFormObj_CountObjects(object), mostObjects) : 0;
    for (let at = 0; at < inside; at++) {
      const one = raw._FPDFFormObj_GetObject(object, at);
      if (raw._FPDFPageObj_GetType(one) === image) yield { object: one, within: object };
    }
  }
}

function picturesOf(raw: Raw, page: number, room: number): PdfPicture[] {
  const pictures: PdfPicture[] = [];
  for (const { object, within } of imagesOf(raw, page)) {
    const view = () => new DataView(raw.HEAPU8.buffer);
    if (!raw._FPDFPageObj_GetBounds(within ?? object, room, room + 4, room + 8, room + 12)) continue;
    const [left, bottom, right, top] = [0, 4, 8, 12].map((at) => view().getFloat32(room + at, true));
    if (!raw._FPDFImageObj_GetImagePixelSize(object, room, room + 4)) continue;
    pictures.push({
      width: (right as number) - (left as number),
      height: (top as number) - (bottom as number),
      pixels: view().getUint32(room, true) * view().getUint32(room + 4, true),
    });
  }
  return pictures;
}

/** Characters in the order of the file, with their boxes on the page as it is shown: a page may say that it is turned. */
function textOf(raw: Raw, page: number, room: number): { text: string; words: Word[] } {
  const text = raw._FPDFText_LoadPage(page);
  if (!text) return { text: '', words: [] };
  try {
    const place = placing(raw, page, room);
    const count = Math.min(raw._FPDFText_CountChars(text), mostCharacters);
    const characters = Array.from({ length: Math.max(0, count) }, (_, index) => {
      const hasBox = raw._FPDFText_GetLooseCharBox(text, index, room) !== 0;
      const view = new DataView(raw.HEAPU8.buffer);
      const [left, top, right, bottom] = [0, 4, 8, 12].map((at) => view.getFloat32(room + at, true));
      const box = hasBox ? place(left as number, top as number, right as number, bottom as number) : null;
      return { code: raw._FPDFText_GetUnicode(text, index), box };
    });
    return wordsOf(characters);
  } finally {
    raw._FPDFText_ClosePage(text);
  }
}

/** From points of the file to shares of the page as it is shown, by where three of its points go. */
function placing(raw: Raw, page: number, room: number) {
  const fine = 1_000_000;
  const far = 1_000;
  const shown = (x: number, y: number) => {
    raw._FPDF_PageToDevice(page, 0, 0, fine, fine, 0, x, y, room, room + 4);
    const view = new DataView(raw.HEAPU8.buffer);
    return [view.getInt32(room, true) / fine, view.getInt32(room + 4, true) / fine] as const;
  };
  const [originX, originY] = shown(0, 0);
  const [acrossX, acrossY] = shown(far, 0);
  const [upX, upY] = shown(0, far);
  const at = (x: number, y: number) =>
    [
      originX + ((acrossX - originX) * x + (upX - originX) * y) / far,
      originY + ((acrossY - originY) * x + (upY - originY) * y) / far,
    ] as const;
  return (left: number, top: number, right: number, bottom: number): Box => {
    const [x0, y0] = at(left, top);
    const [x1, y1] = at(right, bottom);
    return [Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0)];
  };
}
