import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { epochSeconds } from '../shared/clock.adapter.ts';
import { outboxItem } from '../shared/events.ts';
import * as items from './items.ts';
import type { Payment } from './payment.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
const once = 'attribute_not_exists(pk)';
const same = (a: { pk: string; sk: string }, b: { pk: string; sk: string }) => a.pk === b.pk && a.sk === b.sk;

/**
 * What one change of a payment writes together: the payment itself unless somebody wrote since, its pointers, tries, refunds
 * and news. @param dayOf calendar day of the authority
 */
export const paymentWrites = (TableName: string, dayOf: (instant: string) => string) => {
  const put = (Item: Record<string, unknown>, ConditionExpression?: string): Write => ({
    Put: { TableName, Item, ConditionExpression },
  });
  return (before: Payment | null, { payment, attempts = [], refunds = [], events = [] }: items.Change) => {
    const next: Payment = { ...payment, version: before ? before.version + 1 : 1 };
    const [old, now] = [before ? items.pointersOf(before) : [], items.pointersOf(next)];
    const Item = items.dueItem(next);
    const due: Write = before
      ? {
          Put: {
            ...{ TableName, Item, ConditionExpression: 'payment.version = :version' },
            ExpressionAttributeValues: { ':version': before.version },
          },
        }
      : put(Item, once);
    return [
      due,
      ...(before ? [] : [put({ ...items.refKey(next.payRef), payment: next.id }, once)]),
      ...old
        .filter((one) => !now.some((other) => same(one, other)))
        .map((Key): Write => ({ Delete: { TableName, Key } })),
      ...now
        .filter((one) => !old.some((other) => same(one, other)))
        .map((key) => put({ ...key, of: next.id })),
      ...attempts.map((attempt) => put(items.attemptItem(attempt, dayOf))),
      ...attempts.flatMap(({ idOp, payment: of, id }) =>
        idOp ? [put({ ...items.opKey(idOp), payment: of, attempt: id })] : [],
      ),
      ...refunds.map((refund) => put(items.refundItem(refund))),
      ...events.map((event, at) =>
        put(outboxItem(items.payKey(next.id), `${next.version}-${at}`, event, epochSeconds())),
      ),
    ];
  };
};
