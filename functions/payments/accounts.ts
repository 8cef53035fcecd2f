import type { AgentCaller } from '../agents/caller.ts';
import { mayKeepAccounts, mayRead } from '../agents/rights.ts';
import type { Append } from '../requests/append.ts';
import type { Snapshot } from '../requests/items.ts';
import { readingKey } from '../requests/reading-key.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { ifThere, Refusal } from '../shared/refusal.ts';
import type * as api from './agent-api.ts';
import type { AgentLine } from './agent-api.ts';
import { doubtEnded, refundAsked, refundDecided } from './decide.ts';
import { type ImportDeps, importInvoices, importMeals, type Report } from './import-files.ts';
import type { Change, Whole } from './items.ts';
import type { Payment } from './payment.ts';
import type { PaymentTable } from './payment-table.adapter.ts';
import { paymentView } from './view.ts';

export type AccountsDeps = ImportDeps & {
  payments: Pick<PaymentTable, 'read' | 'many' | 'listed' | 'received' | 'ofRequest' | 'count'>;
  save(before: Payment, change: Change): Promise<boolean>;
  snapshot(reference: string): Promise<Snapshot>;
  append: Append;
  /** Who looked at which list, for whoever controls. */
  noteReading(list: string, login: string, at: string): Promise<void>;
  today(): Promise<string>;
};
const onePage = 25;

/** Only those who keep the accounts; refuses `forbidden` to everybody else, administrators of other departments too. */
export const keeper = ({ agent }: AgentCaller): string => {
  if (!mayKeepAccounts(agent)) throw new Refusal('forbidden');
  return `agent:${agent.login}`;
};

const lineOf = ({ payment, attempts }: Whole, more: Partial<AgentLine> = {}): AgentLine => {
  const { id, kind, state, label, cents, payRef, reference, family, createdAt, dueOn, doubt } = payment;
  const told = attempts.find((one) => one.id === doubt?.attempt)?.detail?.cents ?? null;
  return {
    ...{ id, kind, state, label, cents, payRef, reference, family, createdAt, dueOn },
    doubt: doubt && { reason: doubt.reason, at: doubt.at, told },
    ...{ received: null, refund: null },
    ...more,
  };
};

const receivedLines = async ({ payments }: AccountsDeps, day: string, after?: string) => {
  const page = await payments.received(day, onePage, after);
  const found = await payments.many([...new Set(page.items.map(({ payment }) => payment))]);
  const lines = page.items.flatMap((attempt) => {
    const payment = found.find(({ id }) => id === attempt.payment);
    const by = attempt.detail?.result === 'V' ? 'debit' : 'card';
    const received = { at: attempt.settledAt ?? attempt.startedAt, cents: attempt.cents, by };
    return payment ? [lineOf({ payment, attempts: [], refunds: [] }, { received })] : [];
  });
  return { lines, next: page.next };
};

export const listed =
  (deps: AccountsDeps) =>
  async (
    { query }: InputOf<typeof api.listAgentPayments>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof api.listAgentPayments>> => {
    keeper(caller);
    const { payments } = deps;
    await deps.noteReading(`payments-${query.list}`, caller.agent.login, deps.now());
    const day = query.day ?? (await deps.today());
    const [open, doubt, refunds] = await Promise.all([
      payments.count('open'),
      payments.count('doubt'),
      payments.count('refunds'),
    ]);
    const rest = { day, totals: { open, doubt, refunds }, now: deps.now() };
    if (query.list === 'received') return { ...rest, ...(await receivedLines(deps, day, query.after)) };
    const page = await payments.listed(query.list, onePage, query.after);
    const ids = page.items.map(({ payment, refund }) => payment?.id ?? refund?.payment ?? '');
    const wholes = await Promise.all(ids.map((id) => payments.read(id)));
    const lines = page.items.flatMap(({ refund }, at) => {
      const whole = wholes[at];
      return whole ? [lineOf(whole, refund ? { refund } : {})] : [];
    });
    // What somebody wrote to be repaid, and what went wrong, is about them: their own log says who read it.
    const about = query.list === 'open' ? [] : lines.flatMap(({ reference }) => reference ?? []);
    for (const reference of new Set(about)) await noteRead(deps, reference, caller);
    return { ...rest, lines, next: page.next };
  };

/** Looking again within a quarter of an hour is the same reading; a request that is gone has nobody to be told. */
const noteRead = (
  { append, now }: Pick<AccountsDeps, 'append' | 'now'>,
  reference: string,
  { agent }: AgentCaller,
): Promise<unknown> =>
  ifThere(
    append(reference, { key: `payment-${readingKey(agent.login, now())}` }, () => ({
      commands: [{ command: 'personal-data-read', by: `agent:${agent.login}`, reason: 'payment' }],
    })),
  );

export const ofRequest =
  (deps: AccountsDeps) =>
  async (
    { params }: InputOf<typeof api.listRequestPayments>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof api.listRequestPayments>> => {
    const { request } = await deps.snapshot(params.reference);
    if (!mayRead(caller.agent, request)) throw new Refusal('forbidden');
    const found = await deps.payments.ofRequest(params.reference);
    // Nobody is noted for having found that there is nothing.
    if (found.length > 0) await noteRead(deps, params.reference, caller);
    const wholes = await Promise.all(found.map(({ id }) => deps.payments.read(id)));
    return { payments: wholes.flatMap((whole) => (whole ? [paymentView(whole, deps.now())] : [])) };
  };

export const invoices =
  (deps: AccountsDeps) =>
  async ({ body }: InputOf<typeof api.importInvoices>, caller: AgentCaller): Promise<Report> => {
    keeper(caller);
    return importInvoices(deps)(body.text, body.dry);
  };
export const meals =
  (deps: AccountsDeps) =>
  async ({ body }: InputOf<typeof api.importMeals>, caller: AgentCaller): Promise<Report> => {
    keeper(caller);
    return importMeals(deps)(body.text, body.dry);
  };

/** What an agent decides, on what is there now; refuses `not-found`, and `conflict` when somebody else wrote meanwhile. */
export const decided = async (
  deps: Pick<AccountsDeps, 'save' | 'payments'>,
  id: string,
  change: (whole: Whole) => Change,
): Promise<undefined> => {
  const whole = await deps.payments.read(id);
  if (!whole) throw new Refusal('not-found');
  if (!(await deps.save(whole.payment, change(whole)))) throw new Refusal('conflict');
  return undefined;
};

export const askFor =
  (deps: AccountsDeps) =>
  async ({ params, body }: InputOf<typeof api.requestRefund>, caller: AgentCaller): Promise<undefined> => {
    const by = keeper(caller);
    return decided(deps, params.id, (whole) => refundAsked(whole, { ...body, by, now: deps.now() }));
  };
export const decideOn =
  (deps: AccountsDeps) =>
  async ({ params, body }: InputOf<typeof api.decideRefund>, caller: AgentCaller): Promise<undefined> => {
    const by = keeper(caller);
    return decided(deps, params.id, (whole) =>
      refundDecided(whole, params.refundId, body, { by, now: deps.now() }),
    );
  };
export const endDoubt =
  (deps: AccountsDeps) =>
  async ({ params, body }: InputOf<typeof api.settleDoubt>, caller: AgentCaller): Promise<undefined> => {
    const by = keeper(caller);
    return decided(deps, params.id, (whole) => doubtEnded(whole, body.decision, { by, now: deps.now() }));
  };
