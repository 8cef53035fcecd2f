import { type CsvLine, readCsv } from './csv.ts';
import { familyNumber } from './family.ts';
import { type Invoice, invoiceReference, readCents, readDay } from './invoice.ts';
import { mostOnline } from './payment.ts';

/** What is wrong with a line, in a code for its cell. */
export type LineProblem = { line: number; field: string; code: string };
export type Read<T> = { good: { line: number; item: T }[]; bad: LineProblem[] };
export const mostLines = 1_000;

export type Meal = { family: string; child: string; on: string; meal: string; cents: number };

const whole = (code: string): Read<never> => ({ good: [], bad: [{ line: 1, field: '', code }] });
const missing = (headings: readonly string[], wanted: readonly string[]): LineProblem[] =>
  wanted.filter((name) => !headings.includes(name)).map((field) => ({ line: 1, field, code: 'no-column' }));

const readLines = <T>(
  text: string,
  wanted: readonly string[],
  read: (line: CsvLine) => T | LineProblem[],
): Read<T> => {
  const csv = readCsv(text);
  if (!csv) return whole('no-headings');
  const absent = missing(csv.headings, wanted);
  if (absent.length > 0) return { good: [], bad: absent };
  if (csv.lines.length > mostLines) return whole('too-many-lines');
  if (csv.lines.length === 0) return whole('no-line');
  const result: Read<T> = { good: [], bad: [] };
  for (const line of csv.lines) {
    const made = read(line);
    if (Array.isArray(made)) result.bad.push(...made);
    else result.good.push({ line: line.line, item: made });
  }
  return result;
};

type Wrong = { field: string; code: string };
const found = (line: number, some: (Wrong | false | null | '')[]): LineProblem[] =>
  some.flatMap((one) => (one ? [{ line, ...one }] : []));

/** Invoices: columns `facture`, `famille`, `montant`, `objet`, and if wanted `echeance`, `courriel`. */
export const readInvoices = (text: string): Read<Invoice> => {
  const seen = new Set<string>();
  return readLines(text, ['facture', 'famille', 'montant', 'objet'], ({ line, cells }) => {
    const { facture = '', objet = '', echeance = '', courriel = '' } = cells;
    const payRef = invoiceReference(facture);
    const family = familyNumber(cells.famille ?? '');
    const cents = readCents(cells.montant ?? '');
    const dueOn = echeance ? readDay(echeance) : null;
    const problems = found(line, [
      !payRef && { field: 'facture', code: 'not-a-number' },
      payRef && seen.has(payRef) && { field: 'facture', code: 'twice-in-file' },
      !family && { field: 'famille', code: 'not-a-number' },
      (cents === null || cents <= 0 || cents > mostOnline) && { field: 'montant', code: 'not-an-amount' },
      (objet.length < 3 || objet.length > 150) && { field: 'objet', code: 'not-a-label' },
      echeance && !dueOn && { field: 'echeance', code: 'not-a-day' },
      courriel &&
        !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(courriel) && { field: 'courriel', code: 'not-an-address' },
    ]);
    if (!payRef || !family || cents === null || problems.length > 0) return problems;
    seen.add(payRef);
    return { invoice: facture.trim(), payRef, family, cents, label: objet, dueOn, email: courriel || null };
  });
};

/** Meals: columns `famille`, `enfant`, `date`, `repas`, `montant`. The same child, day and meal count once. */
export const readMeals = (text: string): Read<Meal> =>
  readLines(text, ['famille', 'enfant', 'date', 'repas', 'montant'], ({ line, cells }) => {
    const { enfant = '', repas = '' } = cells;
    const family = familyNumber(cells.famille ?? '');
    const on = readDay(cells.date ?? '');
    const cents = readCents(cells.montant ?? '');
    const problems = found(line, [
      !family && { field: 'famille', code: 'not-a-number' },
      !enfant && { field: 'enfant', code: 'not-a-label' },
      !on && { field: 'date', code: 'not-a-day' },
      !repas && { field: 'repas', code: 'not-a-label' },
      (cents === null || cents < 0 || cents > 100_000) && { field: 'montant', code: 'not-an-amount' },
    ]);
    if (!family || !on || cents === null || problems.length > 0) return problems;
    return { family, child: enfant, on, meal: repas, cents };
  });
