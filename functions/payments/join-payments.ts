import type { FamilyTable } from './family-table.adapter.ts';
import { ofAccount } from './items.ts';
import type { PaymentTable } from './payment-table.adapter.ts';

type Deps = {
  payments: Pick<PaymentTable, 'ofOwner' | 'read' | 'save'>;
  families: Pick<FamilyTable, 'familiesOf' | 'follow' | 'leave' | 'lodged'>;
  now(): string;
};
const onePage = 20;
const mostRounds = 5;

/** What is owed and what was paid under an account that became part of another, and the families it followed. */
export async function movePayments(
  { payments, families, now }: Deps,
  from: string,
  into: string,
): Promise<void> {
  await families.lodged.join(from, into);
  for (let after: string | undefined; ; ) {
    const page = await payments.ofOwner(ofAccount(from), onePage, after);
    for (const { id } of page.items) await hand(payments, id, from, into);
    if (!page.next) break;
    after = page.next;
  }
  for (const number of await families.familiesOf(from)) {
    await families.follow(into, number, now());
    await families.leave(from, number);
  }
}

/** Somebody may be paying it meanwhile: what they did stands, and the payment is handed over after it. */
async function hand(payments: Deps['payments'], id: string, from: string, into: string): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const payment = (await payments.read(id))?.payment;
    if (!payment || payment.account !== from) return;
    if (await payments.save(payment, { payment: { ...payment, account: into } })) return;
  }
  throw new Error('payment-busy');
}
