import type { AgentCaller } from '../agents/caller.ts';
import { e164 } from '../delivery/phone.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { liftOptOut, listOptOuts } from './agent-api.ts';
import type { TextTable } from './text-table.adapter.ts';

type Deps = { texts: Pick<TextTable, 'optOut' | 'lift' | 'page'>; now(): string };

/** Who refused text messages, the oldest first; what was taken back stays, with who did and why. */
export const optedOut =
  ({ texts, now }: Deps) =>
  async ({ query }: InputOf<typeof listOptOuts>): Promise<ReplyOf<typeof listOptOuts>> => {
    const page = await texts.page(query.limit, query.after);
    return {
      optOuts: page.optOuts.map(({ contactId: _contact, ...one }) => ({
        ...one,
        lifted: one.lifted ?? null,
      })),
      next: page.next,
      now: now(),
    };
  };

/** Asked twice it is done once; refuses `not-found` for a number that refused nothing. */
export const lift =
  ({ texts, now }: Deps) =>
  async (
    { body }: InputOf<typeof liftOptOut>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof liftOptOut>> => {
    const number = e164(body.number) ?? body.number;
    const found = await texts.optOut(number);
    if (!found) throw new Refusal('not-found');
    if (!found.lifted)
      await texts.lift(number, { by: `agent:${agent.login}`, at: now(), reason: body.reason });
    return { number };
  };
