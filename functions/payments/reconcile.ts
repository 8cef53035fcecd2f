import type { Attempt } from './attempt.ts';
import { plainEuros, readCsv, writeCsv } from './csv.ts';
import { readCents } from './invoice.ts';
import {
  reconciliationHeadings as headings,
  means,
  reconciliationTotals as t,
} from './messages/labels-fr.ts';
import type { Payment } from './payment.ts';

/** A try that brought money, with what it was for. */
export type Received = { payment: Payment; attempt: Attempt; day: string; time: string };
export const mostDays = 31;

const row = ({ payment, attempt, day, time }: Received): string[] => {
  const { detail } = attempt;
  return [
    ...[day, time, attempt.payRef, payment.label, plainEuros(attempt.cents)],
    ...[
      detail ? means[detail.result] : '',
      detail?.authorisation ?? '',
      attempt.client,
      String(attempt.year),
    ],
    ...[
      attempt.idOp ?? '',
      detail?.result ?? '',
      attempt.mode,
      payment.attempt === attempt.id ? payment.state : 'paid-twice',
    ],
  ];
};
const total = (label: string, some: readonly Received[]): string[] => [
  ...[label, '', t.count(some.length), ''],
  plainEuros(some.reduce((sum, { attempt }) => sum + attempt.cents, 0)),
];

/** The file for the treasury: each receipt, a total by day, a grand total. */
export const reconciliationCsv = (received: readonly Received[]): string => {
  const byDay = Map.groupBy(received, ({ day }) => day);
  return writeCsv([
    headings,
    ...[...byDay].flatMap(([day, some]) => [...some.map(row), total(t.day(day), some)]),
    total(t.all, received),
  ]);
};

/** A line of the treasury's file. */
export type TreasuryRow = { line: number; payRef: string; cents: number | null; idOp: string | null };
const names = {
  payRef: ['reference', 'refdet', 'referencedeladette', 'ref'],
  cents: ['montant', 'montanteneuros', 'montantpaye'],
  idOp: ['operation', 'idop', 'identifiantoperation'],
};
/** `null` when the columns of a reference and an amount are not there. Lines of totals have no reference that fits. */
export const readTreasury = (text: string): TreasuryRow[] | null => {
  const csv = readCsv(text);
  const column = (wanted: readonly string[]) => csv?.headings.find((one) => wanted.includes(one));
  const [reference, amount, operation] = [column(names.payRef), column(names.cents), column(names.idOp)];
  if (!csv || !reference || !amount) return null;
  return csv.lines.flatMap(({ line, cells }) => {
    const payRef = (cells[reference] ?? '').toUpperCase().replace(/\s/g, '');
    if (!/^[A-Z0-9]{6,30}$/.test(payRef)) return [];
    const idOp = operation ? (cells[operation] ?? '') : '';
    return [
      { line, payRef, cents: readCents(cells[amount] ?? ''), idOp: /^[\w-]{6,64}$/.test(idOp) ? idOp : null },
    ];
  });
};

export type Difference = {
  kind: 'unknown-here' | 'not-paid-here' | 'amount-differs' | 'missing-there' | 'unreadable';
  line: number | null;
  payRef: string;
  here: number | null;
  there: number | null;
  payment: string | null;
  idOp: string | null;
};
/**
 * What the two books do not say alike. One line of theirs goes with one receipt of ours, of the same operation or at least of
 * the same reference. @param find the payment of a reference, when nothing was received for it here
 */
export const differencesOf = (
  rows: readonly TreasuryRow[],
  received: readonly Received[],
  find: (payRef: string) => Payment | undefined,
): { matched: number; differences: Difference[] } => {
  const left = new Set(received);
  const differences: Difference[] = [];
  let matched = 0;
  for (const { line, payRef, cents, idOp } of rows) {
    const base = { line, payRef, there: cents, idOp };
    const mine = [...left].filter(({ attempt }) => attempt.payRef.toUpperCase() === payRef);
    const found = mine.find(({ attempt }) => idOp && attempt.idOp === idOp) ?? mine[0];
    if (found) left.delete(found);
    const here = found?.attempt.cents ?? null;
    const payment = found?.payment.id ?? find(payRef)?.id ?? null;
    if (cents === null) differences.push({ ...base, kind: 'unreadable', here, payment });
    else if (!found)
      differences.push({ ...base, kind: payment ? 'not-paid-here' : 'unknown-here', here, payment });
    else if (here !== cents) differences.push({ ...base, kind: 'amount-differs', here, payment });
    else matched += 1;
  }
  for (const { attempt, payment } of left)
    differences.push({
      ...{ kind: 'missing-there', line: null, payRef: attempt.payRef, here: attempt.cents, there: null },
      ...{ payment: payment.id, idOp: attempt.idOp },
    });
  return { matched, differences };
};
