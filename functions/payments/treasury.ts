import type { AgentCaller } from '../agents/caller.ts';
import { addDays } from '../deadlines/day.ts';
import type { Download, InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { type AccountsDeps, decided, keeper } from './accounts.ts';
import { adopted } from './decide.ts';
import { reconciliationName } from './messages/labels-fr.ts';
import type { Detail, Said } from './payfip.ts';
import type { Payment } from './payment.ts';
import type { PaymentTable } from './payment-table.adapter.ts';
import { differencesOf, mostDays, type Received, readTreasury, reconciliationCsv } from './reconcile.ts';
import type * as api from './treasury-api.ts';

export type TreasuryDeps = AccountsDeps & {
  payments: Pick<PaymentTable, 'byReference'>;
  detail(idOp: string): Promise<Said<{ detail: Detail }>>;
  client(): Promise<{ client: string } | null>;
  newId(): string;
  timesOf(instant: string): { day: string; time: string };
};
const onePage = 100;

const daysOf = ({ from, to }: { from: string; to: string }): string[] => {
  const days: string[] = [];
  for (let day = from; day <= to && days.length <= mostDays; day = addDays(day, 1)) days.push(day);
  if (days.length === 0 || days.length > mostDays)
    throw new Refusal('invalid-input', [{ field: 'to', code: 'out-of-range' }]);
  return days;
};
const receivedBetween = async (
  deps: TreasuryDeps,
  period: { from: string; to: string },
): Promise<Received[]> => {
  const received: Received[] = [];
  for (const day of daysOf(period)) {
    let after: string | undefined;
    do {
      const page = await deps.payments.received(day, onePage, after);
      const found = await deps.payments.many([...new Set(page.items.map(({ payment }) => payment))]);
      for (const attempt of page.items) {
        const payment = found.find(({ id }) => id === attempt.payment);
        const times = deps.timesOf(attempt.settledAt ?? attempt.startedAt);
        if (payment) received.push({ payment, attempt, ...times });
      }
      after = page.next ?? undefined;
    } while (after);
  }
  return received.sort((a, b) => (a.attempt.settledAt ?? '').localeCompare(b.attempt.settledAt ?? ''));
};

export const file =
  (deps: TreasuryDeps) =>
  async ({ query }: InputOf<typeof api.reconciliationFile>, caller: AgentCaller): Promise<Download> => {
    keeper(caller);
    const text = reconciliationCsv(await receivedBetween(deps, query));
    return { bytes: new TextEncoder().encode(text), name: reconciliationName(query.from, query.to) };
  };

export const compare =
  (deps: TreasuryDeps) =>
  async (
    { body }: InputOf<typeof api.compareReconciliation>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof api.compareReconciliation>> => {
    keeper(caller);
    const rows = readTreasury(body.text);
    if (!rows) return { rows: 0, matched: 0, problem: 'no-column', differences: [] };
    if (rows.length > 5_000)
      return { rows: rows.length, matched: 0, problem: 'too-many-lines', differences: [] };
    const received = await receivedBetween(deps, body);
    const here = new Set(received.map(({ attempt }) => attempt.payRef.toUpperCase()));
    const others = new Map<string, Payment>();
    for (const { payRef } of rows) {
      if (here.has(payRef) || others.has(payRef)) continue;
      const whole = await deps.payments.byReference(payRef);
      if (whole) others.set(payRef, whole.payment);
    }
    return {
      rows: rows.length,
      problem: null,
      ...differencesOf(rows, received, (payRef) => others.get(payRef)),
    };
  };

/** PayFiP is asked when the file names an operation; what it says counts, whatever the file says. */
export const adopt =
  (deps: TreasuryDeps) =>
  async ({ params, body }: InputOf<typeof api.adoptPayment>, caller: AgentCaller): Promise<undefined> => {
    keeper(caller);
    const { client = '' } = (await deps.client()) ?? {};
    const said = body.idOp ? await deps.detail(body.idOp) : undefined;
    return decided(deps, params.id, (whole) => {
      const { payRef, year } = whole.payment;
      const fromFile: Detail = {
        ...{ result: 'P', payRef, cents: body.cents, client, year: String(year), date: '', time: '' },
        ...{ authorisation: body.authorisation, mode: '' },
      };
      const detail = said && !said.fault ? said.detail : fromFile;
      return adopted(whole, detail, { idOp: body.idOp, newId: deps.newId(), now: deps.now(), client });
    });
  };
