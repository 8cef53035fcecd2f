import type { AgentCaller } from '../agents/caller.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { tryCallBack } from './agent-api.ts';
import { callBackOf, type Entry, triesBeforeDropping } from './call-back.ts';
import type { CallBackItem } from './call-items.ts';
import { callBackOfContact, callBackView } from './read-desk.ts';
import { callBackChange, dueOf, type TakeDeps, untilWritten } from './take-news.ts';

const kinds = { reached: 'reached', 'no-answer': 'no-answer', dropped: 'dropped' } as const;

/**
 * What an agent says of a try. Repeated with the same key it counts once. Refuses `not-allowed-in-state` when nobody waits any
 * more, or when it is given up before three tries.
 */
export const tryBack =
  (deps: TakeDeps) =>
  async (
    { params, body, headers }: InputOf<typeof tryCallBack>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof tryCallBack>> => {
    const at = deps.now();
    const due = dueOf(deps, await deps.authority());
    const id = `try-${headers['idempotency-key']}`;
    const entry: Entry = { id, at, kind: kinds[body.outcome], by: agent.login };
    if (body.outcome === 'dropped') entry.reason = body.reason;
    // Clocks differ: what is tried comes after the call it answers.
    const after = (instant: string) => (instant < at ? at : new Date(Date.parse(instant) + 1).toISOString());
    let open: ReturnType<typeof callBackView> = null;
    await untilWritten({ ...deps }, async () => {
      const item = await callBackOfContact({ calls: deps.table }, params.contactId);
      open = callBackView({ ...item, open: callBackOf(item.entries, due) }, at);
      if (item.entries.some((one) => one.id === id)) return null;
      const isEarly = (item.open?.tries.length ?? 0) < triesBeforeDropping;
      if (!item.open || (body.outcome === 'dropped' && isEarly)) throw new Refusal('not-allowed-in-state');
      const callBacks = await callBackChange(
        deps,
        item.number,
        [{ id, entry: { ...entry, at: after(lastOf(item)) } }],
        due,
      );
      open = callBacks[0] ? callBackView(callBacks[0].next, at) : open;
      return { contactId: params.contactId, counted: [], callBacks, announce: [] };
    });
    return { open, now: at };
  };

const lastOf = ({ entries }: CallBackItem): string => entries.at(-1)?.at ?? '';
