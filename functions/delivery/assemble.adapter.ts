import { PDFDocument } from '@cantoo/pdf-lib';

export type Enclosure = { contentType: string; bytes: Uint8Array };
const a4 = { width: 595.28, height: 841.89 };
const margin = 36;

const open = (bytes: Uint8Array) =>
  PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false });

/** Each document begins on the front of a sheet: printed on both sides, nothing of one stands on the back of another. */
export const toEvenPages = (whole: PDFDocument): void => {
  if (whole.getPageCount() % 2 === 1) whole.addPage([a4.width, a4.height]);
};

const addPdf = async (whole: PDFDocument, bytes: Uint8Array): Promise<void> => {
  const given = await open(bytes);
  for (const page of await whole.copyPages(given, given.getPageIndices())) whole.addPage(page);
};

const addImage = async (whole: PDFDocument, { contentType, bytes }: Enclosure): Promise<void> => {
  const image = contentType === 'image/png' ? await whole.embedPng(bytes) : await whole.embedJpg(bytes);
  const { width, height } = image.scaleToFit(a4.width - 2 * margin, a4.height - 2 * margin);
  const page = whole.addPage([a4.width, a4.height]);
  page.drawImage(image, { x: (a4.width - width) / 2, y: a4.height - margin - height, width, height });
};

export const countPages = async (pdf: Uint8Array): Promise<number> => (await open(pdf)).getPageCount();

/** A letter with what is enclosed behind it, each on a sheet of its own. */
export const withEnclosures = async (
  letters: readonly Uint8Array[],
  enclosures: readonly Enclosure[],
): Promise<{ pdf: Uint8Array; pages: number }> => {
  const whole = await PDFDocument.create();
  for (const letter of letters) {
    toEvenPages(whole);
    await addPdf(whole, letter);
  }
  for (const enclosure of enclosures) {
    toEvenPages(whole);
    if (enclosure.contentType === 'application/pdf') await addPdf(whole, enclosure.bytes);
    else await addImage(whole, enclosure);
  }
  return { pages: whole.getPageCount(), pdf: await whole.save({ useObjectStreams: false }) };
};
