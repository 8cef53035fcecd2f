import type { AgentCaller } from '../agents/caller.ts';
import { boardsOf, maySort } from '../agents/rights.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { acknowledgementDebt, debtDue, lateBefore } from './ack-debt.ts';
import type { readAckDebt as operation } from './ack-debt-api.ts';
import type { DebtTable } from './ack-debt-table.adapter.ts';

export type DebtDeps = {
  debts: DebtTable;
  authority(): Promise<Authority>;
  now(): string;
  dayIn(zone: string, instant: string): string;
};

/** A page of what is owed, the oldest first over the departments the agent sees; counts come with the first page. */
export const readAckDebt =
  ({ debts, authority, now, dayIn }: DebtDeps) =>
  async (
    { query }: InputOf<typeof operation>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof operation>> => {
    const { departments, timeZone, holidays } = await authority();
    const instant = now();
    const today = dayIn(timeZone, instant);
    const all = departments.map(({ code }) => code);
    const mine: (string | null)[] = [...boardsOf(agent, all), ...(maySort(agent) ? [null] : [])];
    if (query.department && !mine.includes(query.department)) throw new Refusal('forbidden');
    const shown = query.department ? [query.department] : mine;
    const bound = lateBefore(today, holidays);
    const [lists, counts] = await Promise.all([
      Promise.all(shown.map((code) => debts.sorts(code, query.after ?? '', query.limit + 1))),
      query.after
        ? []
        : Promise.all(mine.map(async (code) => ({ department: code, ...(await debts.count(code, bound)) }))),
    ]);
    const sorts = lists.flat().sort();
    const page = sorts.slice(0, query.limit);
    const found = await debts.snapshots(page.map((sort) => sort.slice(11)));
    return {
      items: found.flatMap(({ request, card }) => {
        const reason = acknowledgementDebt(request);
        if (!reason) return [];
        const { reference, department, agent: inCharge, channel, receivedOn, state } = request;
        const due = debtDue(request, holidays);
        return [
          {
            ...{ reference, ...card, department, agent: inCharge, channel, receivedOn, due, reason, state },
            isLate: receivedOn < bound,
          },
        ];
      }),
      counts: counts.filter(({ total }) => total > 0),
      next: sorts.length > page.length ? (page.at(-1) ?? null) : null,
      now: instant,
    };
  };
