/** Codes found on a page: their format as zxing names it and their text. */
export type Barcode = { format: string; text: string };
export type Separator = { department: string | null };

const own = /^PARVIS:SEP:v1:([a-z][a-z0-9-]*)$/;
const ofLetters = /^PARVIS:REQ:v1:(?:letter|slip|receipt):/;
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

/** Text of the code of one of our own letters or return slips on a page; whether it is genuine is asked later. */
export const letterCodeOf = (codes: readonly Barcode[]): string | null =>
  codes.map(({ text }) => text.trim()).find((text) => ofLetters.test(text)) ?? null;
/** The code of a letter itself, not of a slip sent back with documents. */
export const isLetterCode = (code: string | null | undefined): boolean =>
  code?.startsWith('PARVIS:REQ:v1:letter:') ?? false;
