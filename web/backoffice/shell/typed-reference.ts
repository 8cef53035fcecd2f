import { formatReference } from '../../../functions/requests/reference.ts';

export type TypedReference =
  | { kind: 'reference'; reference: string }
  | { kind: 'wrong-letter'; expected: string }
  | { kind: 'unreadable' };

/**
 * Reads a reference as people type it: `VC-2026-000123-W`, `vc 2026 123`, `2026-123`, `123`, `123w`.
 * Year and prefix are completed; the check letter is computed when missing and verified when given.
 */
export function readTypedReference(typed: string, prefix: string, year: number): TypedReference {
  const compact = typed
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, ' ')
    .trim();
  const match = /^(?:([A-Z]{2,4}) ?)?(?:(20\d\d) ?)??(\d{1,6}) ?([A-Z])?$/.exec(compact);
  const lacksNumber = /^[A-Z]+ ?20\d\d$/.test(compact);
  if (!match || lacksNumber) return { kind: 'unreadable' };
  const [, typedPrefix = prefix, typedYear = String(year), digits = '', letter] = match;
  const reference = formatReference(typedPrefix, Number(typedYear), Number(digits));
  if (letter && !reference.endsWith(letter)) return { kind: 'wrong-letter', expected: reference };
  return { kind: 'reference', reference };
}
