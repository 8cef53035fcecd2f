import { type Envelope, weigh } from './postage.ts';

/** A letter of a batch. Ids only: who it is for is read with its message, which can be erased. */
export type PrintLetter = {
  number: number;
  part: number;
  reference: string;
  messageId: string;
  pages: number;
  sheets: number;
  envelope: Envelope;
  registered: boolean;
  department: string | null;
  grams: number;
  cents: number;
  state: 'waiting' | 'posted' | 'failed';
};
export type PrintPart = {
  number: number;
  envelope: Envelope;
  registered: boolean;
  department: string | null;
  letters: number;
  sheets: number;
  cents: number;
  /** Object of the documents bucket, once merged. */
  key: string | null;
};
export type PrintBatch = {
  id: string;
  at: string;
  /** auto | agent:<login> */
  by: string;
  state: 'preparing' | 'ready' | 'posted';
  parts: PrintPart[];
};
export type ToPrint = {
  reference: string;
  messageId: string;
  pages: number;
  registered: boolean;
  department: string | null;
};
type Limits = { letters: number; sheets: number };

/** What one file may hold: the memory of the function that merges it, and a drawer of the printer. */
export const partLimits: Limits = { letters: 100, sheets: 400 };

/**
 * Letters in the order in which they are folded and franked: registered first, then by envelope, then by department when
 * each prints its own. A part holds one kind only.
 */
export const planBatch = (
  letters: readonly ToPrint[],
  given: { perDepartment: boolean; after?: { number: number; part: number }; limits?: Limits },
): PrintLetter[] => {
  const { perDepartment, after = { number: 0, part: 0 }, limits = partLimits } = given;
  const kindOf = ({ registered, envelope, department }: Omit<PrintLetter, 'number' | 'part'>) =>
    `${registered ? 0 : 1}-${envelope === 'dl' ? 0 : 1}-${perDepartment ? department : ''}`;
  const weighed = letters
    .map((letter) => ({ ...letter, ...weigh(letter), state: 'waiting' as const }))
    .map((letter) => ({ letter, kind: kindOf(letter) }))
    .sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
  let { number, part } = after;
  let open = { kind: '', letters: 0, sheets: 0 };
  return weighed.map(({ letter, kind }) => {
    const isFull = open.letters >= limits.letters || open.sheets + letter.sheets > limits.sheets;
    if (kind !== open.kind || isFull) {
      part += 1;
      open = { kind, letters: 0, sheets: 0 };
    }
    open.letters += 1;
    open.sheets += letter.sheets;
    number += 1;
    return { ...letter, number, part };
  });
};

/** What each part of a batch holds, from its letters. @param perDepartment otherwise a part names no department */
export const partsOf = (letters: readonly PrintLetter[], perDepartment: boolean): PrintPart[] => {
  const parts = new Map<number, PrintPart>();
  for (const { part: number, envelope, registered, department, sheets, cents } of letters) {
    const known = parts.get(number) ?? {
      ...{ number, envelope, registered, letters: 0, sheets: 0, cents: 0, key: null },
      department: perDepartment ? department : null,
    };
    known.letters += 1;
    known.sheets += sheets;
    known.cents += cents;
    parts.set(number, known);
  }
  return [...parts.values()].sort((a, b) => a.number - b.number);
};
