import type { Day } from '../deadlines/day.ts';

/** One line of the file of invoices, as it will be owed. */
export type Invoice = {
  invoice: string;
  payRef: string;
  family: string;
  cents: number;
  label: string;
  dueOn: Day | null;
  email: string | null;
};

/**
 * `refdet` of an invoice: its number in letters and digits, capitals, at least six (zeros in front). `null` when it cannot be
 * one: too long, or nothing of it is left.
 */
export const invoiceReference = (number: string): string | null => {
  const plain = number.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return plain === '' || plain.length > 30 ? null : plain.padStart(6, '0');
};

/** "1 234,56 €", "1234.56", "12" as cents; `null` for anything else. */
export const readCents = (text: string): number | null => {
  const plain = text.replace(/[\s\u00a0\u202f\u20ac]/g, '').replace(',', '.');
  const found = /^(-?)(\d{1,7})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!found) return null;
  const cents = Number(found[2]) * 100 + Number((found[3] ?? '').padEnd(2, '0') || 0);
  return found[1] ? -cents : cents;
};

/** 2026-11-30 or 30/11/2026 as a calendar day that exists; `null` otherwise. */
export const readDay = (text: string): Day | null => {
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  const day = french
    ? `${french[3]}-${french[2]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}`
    : text.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : day;
};
