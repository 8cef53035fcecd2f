import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dayIn, now } from '../shared/clock.adapter.ts';
import type { PrepaidLine } from './family.ts';
import { familyTable } from './family-table.adapter.ts';
import type { Change } from './items.ts';
import type { Payment } from './payment.ts';
import { paymentTable } from './payment-table.adapter.ts';

/** What becoming paid, or repaid, does to the account of a deposit; each once. */
const movementOf = (before: Payment, after: Payment): Omit<PrepaidLine, 'balance'> | null => {
  const { id, kind, cents, label, paid, state } = after;
  if (kind !== 'deposit') return null;
  if (before.paid === null && paid && state === 'paid')
    return { id, at: paid.at, kind: 'deposit', cents, label };
  const isRepaid = before.state !== 'refunded' && state === 'refunded';
  return isRepaid ? { id: `${id}-repaid`, at: now(), kind: 'repaid', cents: -cents, label } : null;
};

/** Payments and prepaid accounts, written together: a deposit that is paid is in its account, or neither is true. */
export const book = (db: DynamoDBDocumentClient, TableName: string, timeZone: string) => {
  const payments = paymentTable(db, TableName, (instant) => dayIn(timeZone, instant));
  const families = familyTable(db, TableName, payments);
  return {
    payments,
    families,
    async save(before: Payment | null, change: Change): Promise<boolean> {
      const { payment } = change;
      const movement = before && movementOf(before, payment);
      const { family } = payment;
      if (!movement || !family) return payments.save(before, change);
      const { writes } = families.writesOf(await families.read(family), family, movement);
      return payments.save(before, change, writes);
    },
  };
};
