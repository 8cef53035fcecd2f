import type { AgentCaller } from '../agents/caller.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type * as api from './agent-api.ts';
import type { PersonOfNumber } from './agent-api.ts';
import { foldCall } from './call.ts';
import { type Entry, triesBeforeDropping } from './call-back.ts';
import type { CallBackItem } from './call-items.ts';
import type { CallTable } from './call-table.adapter.ts';
import type { DeskTable } from './desk-table.adapter.ts';
import { onAt } from './notice.ts';
import type { NoticeTable } from './notice-table.adapter.ts';

export type DeskDeps = {
  calls: Pick<CallTable, 'read' | 'callBack'>;
  desk: DeskTable;
  notices: NoticeTable;
  /** Everybody a number may belong to, with what waits for them that this agent may see. */
  household(number: string, caller: AgentCaller): Promise<PersonOfNumber[]>;
  authority(): Promise<Authority>;
  now(): string;
};

/** How long after its end a call stays on the agent's screen: time to write down what was said. */
const wrapUpMs = 15 * 60_000;

/** The call the agent is in, or has just ended. Everything that was said may have come in any order: the call is folded anew. */
export const currentCall =
  (deps: DeskDeps) =>
  async (
    _input: InputOf<typeof api.readCurrentCall>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof api.readCurrentCall>> => {
    const now = deps.now();
    const contactId = await deps.desk.current(caller.agent.login);
    const known = contactId ? await deps.calls.read(contactId) : undefined;
    const call = foldCall(known?.call?.known ?? {});
    if (!contactId || !call?.connectedAt) return { call: null, now };
    const { endedAt, connectedAt, number, topic, group, startedAt, waitSeconds } = call;
    if (known?.header?.recorded) return { call: null, now };
    if (endedAt && Date.parse(now) - Date.parse(endedAt) > wrapUpMs) return { call: null, now };
    const [people, notices] = await Promise.all([
      number ? deps.household(number, caller) : [],
      deps.notices.all(),
    ]);
    return {
      call: {
        ...{ contactId, number, startedAt, connectedAt, endedAt, topic, group, waitSeconds, people },
        state: endedAt ? 'ended' : 'connected',
        notices: onAt(notices, now).filter((notice) => notice.topic === null || notice.topic === topic),
      },
      now,
    };
  };

/** A call-back as agents see it. */
export const callBackView = ({ number, open }: CallBackItem, now: string) =>
  open ? { ...open, number, isLate: open.due < now } : null;

export const listCallBacks =
  ({ desk, now }: Pick<DeskDeps, 'desk' | 'now'>) =>
  async ({ query }: InputOf<typeof api.listCallBacks>): Promise<ReplyOf<typeof api.listCallBacks>> => {
    const instant = now();
    const { items, next } = await desk.callBacks(query.limit, query.after);
    return { items: items.flatMap((item) => callBackView(item, instant) ?? []), next, now: instant };
  };

const asks = ({ kind, id, contactId = id }: Entry, asked: string): boolean =>
  contactId === asked && (kind === 'missed' || kind === 'promised');

/** The call-back that a contact asked for. Refuses `not-found` for one that asked for none, whoever's number it has. */
export const callBackOfContact = async (
  { calls }: Pick<DeskDeps, 'calls'>,
  contactId: string,
): Promise<CallBackItem> => {
  const { header, call } = await calls.read(contactId);
  const number = header?.sender.phone ?? foldCall(call?.known ?? {})?.number;
  const item = number ? await calls.callBack(number) : undefined;
  const isOwn = item?.open?.contactId === contactId || item?.entries.some((one) => asks(one, contactId));
  if (!item || !isOwn) throw new Refusal('not-found');
  return item;
};

export const readCallBack =
  (deps: DeskDeps) =>
  async (
    { params }: InputOf<typeof api.readCallBack>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof api.readCallBack>> => {
    const now = deps.now();
    const item = await callBackOfContact(deps, params.contactId);
    return {
      number: item.number,
      open: callBackView(item, now),
      people: await deps.household(item.number, caller),
      mayDrop: (item.open?.tries.length ?? 0) >= triesBeforeDropping,
      now,
    };
  };
