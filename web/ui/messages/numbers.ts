import { figures } from './figures-fr.ts';

/** "12 345,6": to the thousandth, without zeros at the end. */
export const number = (value: number): string => {
  const rounded = Math.round(Math.abs(value) * 1000) / 1000;
  const [whole = '', fraction] = String(rounded).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, figures.thousands);
  const sign = value < 0 && rounded > 0 ? '-' : '';
  return `${sign}${grouped}${fraction ? figures.decimal + fraction : ''}`;
};

/** "67 %", from a share of 1. */
export const percent = (share: number): string => figures.percent(number(Math.round(share * 100)));

/** "1 234,50 €", from cents. */
export const euros = (cents: number): string => {
  const amount = Math.abs(cents);
  const rest = String(amount % 100).padStart(2, '0');
  const text = figures.amount(`${number(Math.floor(amount / 100))}${figures.decimal}${rest}`);
  return cents < 0 ? `-${text}` : text;
};

const [kilo, mega] = figures.weights;
/** "840 ko", "2,4 Mo". */
export const size = (bytes: number): string =>
  bytes < 1_000_000
    ? `${number(Math.max(Math.min(bytes, 1), Math.round(bytes / 1_000)))}\u00a0${kilo}`
    : `${number(Math.round(bytes / 100_000) / 10)}\u00a0${mega}`;

/** "un, deux et trois". */
export const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${figures.and} ${items.at(-1)}`;

/** Picks a form by the plural rules of the language: `plural(2, { one: 'jour', other: 'jours' })` → "2 jours". */
export const plural = (count: number, forms: { one: string; other: string }): string =>
  `${number(count)}\u00a0${figures.isOne(count) ? forms.one : forms.other}`;
