import type { RequiredDocument } from '../procedure.ts';
import type * as french from './fr.ts';

/** Words of answers on the citizen's own pages in English. What agents and letters say of them stays in French. */
export const answerWords: typeof french.answerWords = {
  yes: 'Yes',
  no: 'No',
  none: 'Not given',
  consent: 'Yes, I confirm',
  number: (value: number, unit?: string) =>
    `${new Intl.NumberFormat('en-GB').format(value)}${unit ? ` ${unit}` : ''}`,
  amount: (cents: number) =>
    new Intl.NumberFormat('en-GB', {
      style: 'currency',
      currency: 'EUR',
      minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    }).format(cents / 100),
  date: (year: number, month: number, day: number) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
      Date.UTC(year, month - 1, day),
    ),
  time: '$1:$2',
  period: (from: string, to: string) => `From ${from} to ${to}`,
  signed: (name: string, on: string) => `Signed by ${name}, on ${on}`,
  child: (name: string, born: string) => (born ? `${name}, born on ${born}` : name),
  slot: (at: Date, timeZone = 'Europe/Paris') =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at),
  row: (label: string, count: number) => `${label} ${count}`,
  line: (label: string, value: string) => `${label.replace(/\s*[?:.]$/, '')}: ${value}`,
  files: (count: number) => (count > 1 ? `${count} files attached` : `${count} file attached`),
};

export const documentWords: typeof french.documentWords = {
  stepTitle: 'Your documents',
  stepHint:
    'Add the documents you have. If one is missing, send your request all the same: the department will ask you for it.',
  which: 'Which document did you add?',
  hints: ({ accepts, validMonths, requiredBy }: RequiredDocument): string[] => [
    ...(accepts.length > 0
      ? [`Also accepted: ${accepts.map(({ label }) => lowerFirst(label)).join(', ')}.`]
      : []),
    ...(validMonths ? [`Less than ${validMonths}\u00a0months old.`] : []),
    ...(requiredBy ? [`Required by: ${requiredBy}.`] : []),
  ],
};

const lowerFirst = (text: string): string =>
  /^\p{Lu}[\p{Ll}’' ]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
