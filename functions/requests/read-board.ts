import type { AgentCaller } from '../agents/caller.ts';
import { boardsOf, maySort } from '../agents/rights.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { BoardItem, readBoard as operation } from './agent-api.ts';
import { amongThem, boardItem, countBy, countWith, type Partition, readCursor, sectionsOf } from './board.ts';
import type { BoardTable } from './board-table.adapter.ts';
import { agentBoard, departmentBoard, poolBoard, workGroups } from './items.ts';

export type BoardDeps = {
  board: BoardTable;
  authority(): Promise<Authority>;
  now(): string;
  dayIn(zone: string, instant: string): string;
  /** People to call back that this agent sees, the most urgent first. */
  callBacks?(query: Query, caller: AgentCaller, now: string): Promise<BoardItem[]>;
  /** Scanned files that wait for a clerk, to clerks. */
  doubts?(query: Query, caller: AgentCaller): Promise<BoardItem[]>;
};
type Query = InputOf<typeof operation>['query'];

/** Lists that a view of the board is made of, limited to what the agent may see. */
export const partitionsOf = (
  { view, department }: Query,
  { agent }: AgentCaller,
  all: readonly string[],
): Partition[] => {
  const of = (index: Partition['index'], key: (group: Partition['group']) => string) =>
    workGroups.map((group): Partition => ({ index, key: key(group), group }));
  if (view === 'mine') return of('gsi2', (group) => agentBoard(agent.login, group));
  const allowed = boardsOf(agent, all);
  if (department && !allowed.includes(department)) throw new Refusal('forbidden');
  const shown: (string | null)[] = department
    ? [department]
    : [...allowed, ...(maySort(agent) ? [null] : [])];
  return shown.flatMap((code) =>
    view === 'unassigned'
      ? of('gsi2', (group) => poolBoard(code, group))
      : of('gsi1', (group) => departmentBoard(code, group)),
  );
};

/** A page of the task board; counts come with the first page. */
export const readBoard =
  ({ board, authority, now, dayIn, ...others }: BoardDeps) =>
  async ({ query }: InputOf<typeof operation>, caller: AgentCaller): Promise<ReplyOf<typeof operation>> => {
    const { departments, timeZone } = await authority();
    const instant = now();
    const today = dayIn(timeZone, instant);
    const partitions = partitionsOf(
      query,
      caller,
      departments.map(({ code }) => code),
    );
    const cursor = readCursor(query.after);
    if (query.after && !cursor) throw new Refusal('invalid-input', [{ field: 'after', code: 'invalid' }]);
    const besides = async () => [
      ...((await others.callBacks?.(query, caller, instant)) ?? []),
      ...((await others.doubts?.(query, caller)) ?? []),
    ];
    if (partitions.length === 0) {
      const toCall = await besides();
      return { items: toCall, counts: countWith(countBy([], today), toCall), next: null, now: instant };
    }
    const [page, sorts, toCall] = await Promise.all([
      board.page(sectionsOf(partitions, today), cursor, query.limit),
      cursor ? [] : board.sorts(partitions),
      cursor ? [] : besides(),
    ]);
    const items = page.found.map(({ snapshot, group }) => boardItem(snapshot, group, today));
    return {
      items: amongThem(items, toCall),
      counts: cursor ? {} : countWith(countBy(sorts, today), toCall),
      next: page.next,
      now: instant,
    };
  };
