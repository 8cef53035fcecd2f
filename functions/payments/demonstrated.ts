import * as z from 'zod';
import { addDays } from '../deadlines/day.ts';
import { type ImportDeps, importInvoices, importMeals } from './import-files.ts';

/** Invented invoices and meals of an authority of demonstration; days count from its first deployment. */
export const DemonstratedPayments = z.object({
  note: z.string(),
  invoices: z.array(
    z.object({
      invoice: z.string(),
      family: z.string(),
      euros: z.string(),
      label: z.string(),
      dueInDays: z.number().int(),
      email: z.string().default(''),
    }),
  ),
  credits: z.array(z.object({ family: z.string(), cents: z.number().int().min(1), label: z.string() })),
  meals: z.array(
    z.object({
      family: z.string(),
      child: z.string(),
      daysAgo: z.number().int(),
      meal: z.string(),
      euros: z.string(),
    }),
  ),
});
type Demonstrated = z.infer<typeof DemonstratedPayments>;
const csv = (headings: string, rows: readonly (readonly string[])[]): string =>
  [headings, ...rows.map((row) => row.map((cell) => `"${cell}"`).join(';'))].join('\n');

/** Taken in by the same rules as the files of finance; done again, it changes nothing. */
export const owe =
  (deps: ImportDeps) =>
  async ({ invoices, credits, meals }: Demonstrated): Promise<void> => {
    const today = deps.now().slice(0, 10);
    const idOf = (family: string, label: string) => deps.derivedId('demonstration', family, label);
    const [first] = credits;
    // Days count from the first deployment: a later one would have eaten other meals.
    if (first && (await deps.families.isDone(first.family, idOf(first.family, first.label)))) return;
    for (const { family, cents, label } of credits) {
      const id = idOf(family, label);
      const movement = { id, at: deps.now(), kind: 'deposit', cents, label } as const;
      const { writes } = deps.families.writesOf(await deps.families.read(family), family, movement);
      await deps.payments.transact(writes);
    }
    const invoiced = invoices.map(({ invoice, family, euros, label, dueInDays, email }) => [
      ...[invoice, family, euros, label, addDays(today, dueInDays), email],
    ]);
    await importInvoices(deps)(csv('facture;famille;montant;objet;echeance;courriel', invoiced), false);
    const eaten = meals.map(({ family, child, daysAgo, meal, euros }) => [
      ...[family, child, addDays(today, -daysAgo), meal, euros],
    ]);
    await importMeals(deps)(csv('famille;enfant;date;repas;montant', eaten), false);
  };
