/** Codes found on a page: their format as zxing names it and their text. */
export type Barcode = { format: string; text: string };
export type Separator = { department: string | null };

const own = /^PARVIS:SEP:v1:([a-z][a-z0-9-]*)$/;
const ofLetters = /^PARVIS:REQ:v1:(?:letter|slip|receipt):/i;
const linear = /^code(128|39)/i;

/** Text of the code of a separator sheet; without department, the letters that follow are routed by what they say. */
export const separatorText = (department: string | null) => `PARVIS:SEP:v1:${department ?? 'plain'}`;

/**
 * Whether the codes of a page make it a separator: the scanners' own PATCHT, or the product's sheet. Any other code
 * (an invoice's QR code, a parcel label) belongs to the letter.
 */
export function separatorOf(codes: readonly Barcode[]): Separator | null {
  for (const { text } of codes) {
    const department = own.exec(text.trim())?.[1];
    if (department) return { department: department === 'plain' ? null : department };
  }
  const isPatch = ({ format, text }: Barcode) =>
    linear.test(format.replace(/[-_ ]/g, '')) && /^\*?PATCHT\*?$/.test(text.trim());
  return codes.some(isPatch) ? { department: null } : null;
}

/** Texts of the codes of our own letters and return slips on a page, each once; whether they are genuine is asked later. */
export const letterCodesOf = (codes: readonly Barcode[]): string[] => [
  ...new Set(codes.map(({ text }) => text.trim()).filter((text) => ofLetters.test(text))),
];
/** The code of a letter itself, not of a slip sent back with documents. */
export const isLetterCode = (code: string | null | undefined): boolean =>
  code?.toUpperCase().startsWith('PARVIS:REQ:V1:LETTER:') ?? false;
/** The code of a return slip, or of the part of one that goes with its document (qr.ts). */
export const isSlipCode = (code: string | null | undefined): boolean =>
  code?.toUpperCase().startsWith('PARVIS:REQ:V1:SLIP:') ?? false;
