import { useState } from 'preact/hooks';
import { readCents } from '../../../functions/payments/invoice.ts';
import { TextField } from '../../ui/field.tsx';
import { pay } from '../../ui/messages/payments-fr.ts';

const t = pay.invoice;
export type InvoiceProof = { invoice: string; family: string; cents: number };

/** The three things that stand at the head of an invoice, and what is wrong with them once somebody has tried. */
export function useInvoice(prefix: string) {
  const boxes = { invoice: `${prefix}-facture`, family: `${prefix}-famille`, amount: `${prefix}-montant` };
  const [typed, setTyped] = useState({ invoice: '', family: '', amount: '' });
  const [attempt, setAttempt] = useState(0);
  const cents = readCents(typed.amount);
  const wrong = [
    !typed.invoice.trim() && { field: boxes.invoice, message: t.numberMissing },
    !typed.family.trim() && { field: boxes.family, message: t.familyMissing },
    (cents === null || cents <= 0) && { field: boxes.amount, message: t.amountWrong },
  ].filter((one) => one !== false);
  const problems = attempt > 0 ? wrong : [];
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.message;
  /** The proof, or null with the problems shown. */
  const read = (): InvoiceProof | null => {
    setAttempt((count) => count + 1);
    document.getElementById(wrong[0]?.field ?? '')?.focus();
    return wrong.length > 0
      ? null
      : { invoice: typed.invoice.trim(), family: typed.family.trim(), cents: cents ?? 0 };
  };
  const change = (name: keyof typeof typed) => (value: string) =>
    setTyped((all) => ({ ...all, [name]: value }));
  const field = { autocomplete: 'off', spellcheck: false, width: 'medium' } as const;
  const fields = (
    <>
      <TextField
        {...field}
        id={boxes.invoice}
        label={t.number}
        value={typed.invoice}
        error={errorOf(boxes.invoice)}
        onChange={change('invoice')}
      />
      <TextField
        {...field}
        id={boxes.family}
        label={t.family}
        value={typed.family}
        error={errorOf(boxes.family)}
        onChange={change('family')}
      />
      <TextField
        {...field}
        id={boxes.amount}
        label={t.amount}
        hint={t.amountHint}
        inputMode="decimal"
        width="short"
        value={typed.amount}
        error={errorOf(boxes.amount)}
        onChange={change('amount')}
      />
    </>
  );
  return { fields, read };
}
