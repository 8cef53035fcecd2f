import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dayIn } from '../shared/clock.adapter.ts';
import { familyTable } from './family-table.adapter.ts';
import type { Change } from './items.ts';
import type { Payment } from './payment.ts';
import { paymentTable } from './payment-table.adapter.ts';

export type Book = ReturnType<typeof book>;

/** Payments and prepaid accounts, written together: a deposit that is paid is in its account, or neither is true. */
export const book = (db: DynamoDBDocumentClient, TableName: string, timeZone: string) => {
  const payments = paymentTable(db, TableName, (instant) => dayIn(timeZone, instant));
  const families = familyTable(db, TableName, payments);
  return {
    payments,
    families,
    async save(before: Payment | null, change: Change): Promise<boolean> {
      const { payment } = change;
      const { family, paid } = payment;
      const isNewDeposit = payment.kind === 'deposit' && before?.paid === null && payment.state === 'paid';
      if (!isNewDeposit || !family || !paid) return payments.save(before, change);
      const line = {
        id: payment.id,
        at: paid.at,
        kind: 'deposit',
        cents: payment.cents,
        label: payment.label,
      } as const;
      const { writes } = families.writesOf(await families.read(family), family, line);
      return payments.save(before, change, writes);
    },
  };
};
