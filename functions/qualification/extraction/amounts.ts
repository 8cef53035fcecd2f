import type { Read } from './lines.ts';

const amount =
  /(?<![\p{L}\d][.,]?)(\d{1,3}(?:[ .\u00a0\u202f]\d{3}){1,3}|\d{1,9})(?:[,.](\d{1,2})(?!\d))?\s?(?:€|euros?\b|eur\b|k€)(?:\s?(\d{2})(?!\s?(?:\d|€|%|\p{L})))?/giu;

/** Amounts of money, in cents. */
export const amountsIn = (text: string): Read[] =>
  [...text.matchAll(amount)].map((match) => {
    const [whole, units = '', decimals, after] = match;
    const cents = (decimals ?? after ?? '').padEnd(2, '0');
    const value = Number(units.replace(/\D/g, '')) * 100 + Number(cents);
    const thousands = /k€$/i.test(whole) ? 1000 : 1;
    return { start: match.index, end: match.index + whole.length, value: String(value * thousands) };
  });
