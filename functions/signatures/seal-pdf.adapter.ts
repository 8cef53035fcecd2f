import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { signatureField } from '../letters/letter.ts';
import { bytes } from './der.ts';

/** Octets kept for the signature: certificates of a chain and a timestamp fit. */
const room = 16_384;
const digits = 10;
const rangeMark = '9'.repeat(digits);

export type Sealing = {
  /** Who signs, or the authority whose seal it is. */
  name: string;
  reason: string;
  place: string;
  /** Instant of our clock (UTC). */
  at: string;
  /** What the field says to those who cannot see it. */
  words: string;
  /** A page of the field's size, drawn apart with its fonts; null leaves nothing to see. */
  appearance: Uint8Array | null;
};
/** The PDF with a hole where its signature goes. */
export type Prepared = { pdf: Uint8Array; signed: Uint8Array; hole: { from: number; to: number } };

/**
 * Adds the signature to a letter without touching one byte of it (incremental update, ISO 32000-1, 7.5.6): what everybody
 * approved is the beginning of the sealed file. The field that the letter holds is filled in, so its tags stay right.
 */
export const prepare = async (letter: Uint8Array, sealing: Sealing): Promise<Prepared> => {
  const doc = await PDFDocument.load(letter, { forIncrementalUpdate: true, updateMetadata: false });
  const { context } = doc;
  const snapshot = doc.context.snapshot;
  if (!snapshot) throw new Error('letter-not-incremental');
  const signature = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'ETSI.CAdES.detached',
      ByteRange: [0, Number(rangeMark), Number(rangeMark), Number(rangeMark)],
      Contents: PDFHexString.of('0'.repeat(room * 2)),
      M: PDFString.of(`D:${sealing.at.slice(0, 19).replace(/[-T:]/g, '')}Z`),
      Name: PDFHexString.fromText(sealing.name),
      Reason: PDFHexString.fromText(sealing.reason),
      Location: PDFHexString.fromText(sealing.place),
    }),
  );
  const form = context.lookup(doc.catalog.get(PDFName.of('AcroForm')), PDFDict);
  const [reference, field] = fieldOf(doc, form);
  field.set(PDFName.of('V'), signature);
  field.set(PDFName.of('TU'), PDFHexString.fromText(sealing.words));
  // Printed, and neither moved nor changed by hand (ISO 32000-1, 12.5.3).
  field.set(PDFName.of('F'), PDFNumber.of(132));
  if (sealing.appearance) {
    const [page] = await doc.embedPdf(sealing.appearance);
    if (!page) throw new Error('appearance-empty');
    await page.embed();
    field.set(PDFName.of('AP'), context.obj({ N: page.ref }));
  }
  form.set(PDFName.of('SigFlags'), PDFNumber.of(3));
  snapshot.markRefForSave(reference);
  const formAt = doc.catalog.get(PDFName.of('AcroForm'));
  if (formAt instanceof PDFRef) snapshot.markRefForSave(formAt);
  else snapshot.markObjForSave(doc.catalog);
  const added = await doc.saveIncremental(snapshot, { useObjectStreams: false });
  return withRange(bytes(letter, added), letter.length);
};

const fieldOf = (doc: PDFDocument, form: PDFDict): [PDFRef, PDFDict] => {
  const fields = form.lookup(PDFName.of('Fields'), PDFArray);
  for (const one of fields.asArray()) {
    const field = doc.context.lookup(one, PDFDict);
    const name = field.lookup(PDFName.of('T'));
    const text = name instanceof PDFString || name instanceof PDFHexString ? name.decodeText() : '';
    if (one instanceof PDFRef && text === signatureField) return [one, field];
  }
  throw new Error('signature-field-missing');
};

/** Writes where the hole is into the signature itself, without moving anything. */
const withRange = (pdf: Uint8Array, from: number): Prepared => {
  const text = new TextDecoder('latin1').decode(pdf.subarray(from));
  const contents = text.indexOf(`<${'0'.repeat(64)}`);
  const range = text.indexOf(rangeMark);
  const opening = text.lastIndexOf('[', range);
  const closing = text.indexOf(']', range);
  if (contents < 0 || range < 0) throw new Error('signature-not-written');
  const hole = { from: from + contents, to: from + contents + room * 2 + 2 };
  const said = `[0 ${hole.from} ${hole.to} ${pdf.length - hole.to}]`.padEnd(closing + 1 - opening);
  pdf.set(new TextEncoder().encode(said), from + opening);
  return { pdf, hole, signed: bytes(pdf.subarray(0, hole.from), pdf.subarray(hole.to)) };
};

/** Puts the signature into its hole. Throws `signature-too-long`. */
export const complete = ({ pdf, hole }: Prepared, signature: Uint8Array): Uint8Array => {
  if (signature.length > room) throw new Error('signature-too-long');
  const hex = [...signature].map((octet) => octet.toString(16).padStart(2, '0')).join('');
  const sealed = pdf.slice();
  sealed.set(new TextEncoder().encode(hex.padEnd(room * 2, '0')), hole.from + 1);
  return sealed;
};
