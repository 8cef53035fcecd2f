import type { AgentCaller } from '../agents/caller.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { liftSuppression, listSuppressions } from './suppression-api.ts';
import type { SuppressionTable } from './suppression-table.adapter.ts';

type Deps = {
  suppressions: Pick<SuppressionTable, 'find' | 'page' | 'lift'>;
  /** Off the list that SES keeps for the account; an address that is not on it is no error. */
  forget(address: string): Promise<void>;
  now(): string;
};

/** The addresses that are spared, the oldest first; lifted ones stay, with who lifted them and why. */
export const suppressed =
  ({ suppressions, now }: Deps) =>
  async ({ query }: InputOf<typeof listSuppressions>): Promise<ReplyOf<typeof listSuppressions>> => {
    const page = await suppressions.page(query.limit, query.after);
    return {
      suppressions: page.suppressions.map((one) => ({ ...one, lifted: one.lifted ?? null })),
      next: page.next,
      now: now(),
    };
  };

/** Asked twice it is done once; refuses `not-found` for an address that is on no list. */
export const lift =
  ({ suppressions, forget, now }: Deps) =>
  async (
    { body }: InputOf<typeof liftSuppression>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof liftSuppression>> => {
    const found = await suppressions.find(body.address);
    if (!found) throw new Refusal('not-found');
    await forget(found.address);
    if (!found.lifted)
      await suppressions.lift(found.address, { by: `agent:${agent.login}`, at: now(), reason: body.reason });
    return { address: found.address };
  };
