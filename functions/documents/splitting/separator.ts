/** Codes found on a page: their format as zxing names it and their text. */
export type Barcode = { format: string; text: string };
/** What a separator sheet says of the letters after it; `isVersos`: the versos of the pile before it follow. */
export type Separator = { department: string | null; procedure?: string; isVersos?: true };
/** What a sheet is for, as the back-office asks for it. */
export type SheetKind = { department?: string; procedure?: string; isVersos?: boolean };

const own = /^PARVIS:SEP:v1:(?:(procedure):)?([a-z][a-z0-9-]*)$/i;
const ofLetters = /^PARVIS:REQ:v1:(?:letter|slip|receipt):/i;
const linear = /^code(128|39)/i;

/** Text of the code of a separator sheet; a plain one leaves the letters that follow to be routed by what they say. */
export function separatorText({ department, procedure, isVersos }: SheetKind): string {
  if (isVersos) return 'PARVIS:SEP:v1:versos';
  return `PARVIS:SEP:v1:${procedure ? `procedure:${procedure}` : (department ?? 'plain')}`;
}

/**
 * Whether the codes of a page make it a separator: the scanners' own PATCHT, or the product's sheet. Any other code
 * (an invoice's QR code, a parcel label) belongs to the letter.
 */
export function separatorOf(codes: readonly Barcode[]): Separator | null {
  for (const { text } of codes) {
    const [found, procedure, code = ''] = own.exec(text.trim()) ?? [];
    if (!found) continue;
    const name = code.toLowerCase();
    if (procedure) return { department: null, procedure: name };
    if (name === 'versos') return { department: null, isVersos: true };
    return { department: name === 'plain' ? null : name };
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
/** The request a code of ours is about. */
export const requestOf = (code: string): string => code.trim().toUpperCase().split(':')[4] ?? '';
