import type { FamilyTable } from './family-table.adapter.ts';
import { type Meal, readInvoices, readMeals } from './import-lines.ts';
import type { Invoice } from './invoice.ts';
import { mealLabel } from './messages/labels-fr.ts';
import { newPayment } from './payment.ts';
import type { PaymentTable } from './payment-table.adapter.ts';

export type ImportDeps = {
  payments: Pick<PaymentTable, 'byReference' | 'save' | 'transact'>;
  families: Pick<FamilyTable, 'read' | 'describe' | 'writesOf' | 'isDone'>;
  now(): string;
  derivedId(...parts: string[]): string;
};
/** What became of a line: `new`, `known` (imported before, nothing changes), or refused with a code. */
export type LineReport = {
  line: number;
  state: 'new' | 'known' | 'refused';
  field: string;
  code: string;
  what: string;
  cents: number | null;
  /** Balance of the prepaid account after it, when the file moved it. */
  balance: number | null;
};
export type Report = { lines: LineReport[]; total: number; isDry: boolean };
const together = 8;

const refused = (line: number, field: string, code: string, what = ''): LineReport => ({
  ...{ line, state: 'refused', field, code, what, cents: null, balance: null },
});
const inOrder = async <T, R>(all: readonly T[], work: (one: T) => Promise<R>, most: number): Promise<R[]> => {
  const done: R[] = [];
  for (let at = 0; at < all.length; at += most)
    done.push(...(await Promise.all(all.slice(at, at + most).map(work))));
  return done;
};
const reportOf = (lines: LineReport[], isDry: boolean): Report => ({
  lines: lines.sort((a, b) => a.line - b.line),
  total: lines.reduce((sum, { state, cents }) => sum + (state === 'new' ? (cents ?? 0) : 0), 0),
  isDry,
});

const addInvoice =
  (deps: ImportDeps, isDry: boolean) =>
  async ({ line, item }: { line: number; item: Invoice }): Promise<LineReport> => {
    const { payRef, family, cents, invoice } = item;
    const said = { line, field: '', code: '', what: invoice, cents, balance: null };
    const there = await deps.payments.byReference(payRef);
    if (there) {
      const isSame = there.payment.cents === cents && there.payment.family === family;
      return isSame ? { ...said, state: 'known' } : refused(line, 'facture', 'known-otherwise', invoice);
    }
    if (isDry) return { ...said, state: 'new' };
    const now = deps.now();
    const { label, dueOn, email } = item;
    const made = newPayment({
      ...{
        id: deps.derivedId('invoice', payRef),
        kind: 'invoice',
        cents,
        label,
        payRef,
        family,
        invoice,
        dueOn,
        email,
      },
      ...{ year: Number(now.slice(0, 4)), createdAt: now },
    });
    const isNew = await deps.payments.save(null, { payment: made });
    await deps.families.describe(family, email ? { email } : {});
    return { ...said, state: isNew ? 'new' : 'known' };
  };

/** Invoices become due, once each: importing the file again changes nothing. `isDry`: only says what would be done. */
export const importInvoices =
  (deps: ImportDeps) =>
  async (text: string, isDry: boolean): Promise<Report> => {
    const { good, bad } = readInvoices(text);
    const done = await inOrder(good, addInvoice(deps, isDry), together);
    return reportOf([...done, ...bad.map(({ line, field, code }) => refused(line, field, code))], isDry);
  };

const countMeal = async (deps: ImportDeps, line: number, meal: Meal): Promise<LineReport> => {
  const { family: number, child, on, meal: name, cents } = meal;
  const id = deps.derivedId('meal', number, child.toLowerCase(), on, name.toLowerCase());
  const said = { line, field: '', code: '', what: number, cents };
  for (let round = 0; round < 5; round += 1) {
    if (await deps.families.isDone(number, id)) return { ...said, state: 'known', balance: null };
    const movement = {
      id,
      at: deps.now(),
      kind: 'meal',
      cents: -cents,
      label: mealLabel(name, child, on),
    } as const;
    const { family, writes } = deps.families.writesOf(await deps.families.read(number), number, movement);
    const code = family.balance < 0 ? 'below-zero' : '';
    if (await deps.payments.transact(writes)) return { ...said, state: 'new', balance: family.balance, code };
  }
  return refused(line, '', 'busy', number);
};

/** Meals are taken from prepaid accounts, once each; an account that goes below zero is named, and its family told. */
export const importMeals =
  (deps: ImportDeps) =>
  async (text: string, isDry: boolean): Promise<Report> => {
    const { good, bad } = readMeals(text);
    const counted = (line: number, item: Meal): Promise<LineReport> | LineReport =>
      isDry
        ? { ...refused(line, '', '', item.family), state: 'new', cents: item.cents }
        : countMeal(deps, line, item);
    // One family after the other meal by meal; families side by side.
    const byFamily = Map.groupBy(good, ({ item }) => item.family);
    const done = await inOrder(
      [...byFamily.values()],
      async (meals) => {
        const lines: LineReport[] = [];
        for (const { line, item } of meals) lines.push(await counted(line, item));
        return lines;
      },
      together,
    );
    return reportOf(
      [...done.flat(), ...bad.map(({ line, field, code }) => refused(line, field, code))],
      isDry,
    );
  };
