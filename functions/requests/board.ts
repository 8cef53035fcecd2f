import { addDays, type Day } from '../deadlines/day.ts';
import { acknowledgementDebt } from './ack-debt.ts';
import { type BoardItem, boardGroups } from './agent-api.ts';
import type { Shown } from './board-table.adapter.ts';
import { boardSort, type Snapshot, type WorkGroup, workGroups } from './items.ts';

type Group = (typeof boardGroups)[number];
/** A request whose day is at most this many days away is due soon. */
const soonDays = 3;

/** One list of the index: requests of a department, of an agent or of nobody, in one group of work. */
export type Partition = { index: 'gsi1' | 'gsi2'; key: string; group: WorkGroup };
/** A stretch of the board: some lists, each between two sort keys, merged by sort key. */
export type Section = { name: 'urgent' | WorkGroup; partitions: Partition[]; from: string; to: string };

const last = '~';
/** Day from which a request is not urgent. */
const calmFrom = (today: Day): string => addDays(today, soonDays + 1);

/** The board in its order: what is late or due soon whatever its state, then what is new, waits, is being worked on. */
export const sectionsOf = (partitions: readonly Partition[], today: Day): Section[] => {
  const bound = calmFrom(today);
  return [
    { name: 'urgent', partitions: [...partitions], from: '', to: bound },
    ...workGroups.map((name) => ({
      name,
      partitions: partitions.filter(({ group }) => group === name),
      from: bound,
      to: last,
    })),
  ];
};

/** Where a page ended: its section and its last sort key. */
export type Cursor = { section: Section['name']; sort: string };
export const writeCursor = ({ section, sort }: Cursor): string => `${section}~${sort}`;
/** `null` for anything that no page gave. */
export const readCursor = (text: string | undefined): Cursor | null => {
  const [, section, sort] =
    /^(urgent|new|waiting|in-progress)~(\d{4}-\d\d-\d\d#[A-Z0-9-]+)$/.exec(text ?? '') ?? [];
  return section && sort ? { section: section as Cursor['section'], sort } : null;
};

/** Group under which a sort key is shown today. */
export const groupAt = (sort: string, group: WorkGroup, today: Day): Group => {
  const due = sort.slice(0, 10);
  if (due < today) return 'late';
  return due < calmFrom(today) ? 'due-soon' : group;
};

export const countBy = (
  found: readonly { sort: string; group: WorkGroup }[],
  today: Day,
): Record<string, number> => {
  const counts: Record<string, number> = { late: 0, 'due-soon': 0, new: 0, waiting: 0, 'in-progress': 0 };
  for (const { sort, group } of found) {
    const name = groupAt(sort, group, today);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

/** What asks for somebody now, in codes. */
const marksOf = (request: Snapshot['request']): string[] => {
  const { escalated, awaited, answer, suspended } = request;
  return [
    ...(escalated ? ['escalated'] : []),
    ...(awaited?.isOverdue ? ['overdue'] : []),
    ...(answer?.isImplicit ? ['implicit'] : []),
    ...(suspended ? ['suspended'] : []),
    ...(acknowledgementDebt(request) ? ['ack-debt'] : []),
  ];
};

/** A department that is asked for its opinion finds the request on its board as a task of its own. */
const askedOf = ({ request, opinion }: Shown): Partial<BoardItem> =>
  opinion
    ? {
        ...{ kind: 'opinion', taskId: `${request.reference}-${opinion.opinionId}`, agent: null },
        department: opinion.department,
      }
    : {};

export const boardItem = (snapshot: Shown, group: WorkGroup, today: Day): BoardItem => {
  const { request, card, due, repair } = snapshot;
  const { reference, channel, department, agent, urgency, openedAt, unreadMessages, state } = request;
  return {
    kind: repair ? 'repair' : department ? 'instruct' : 'qualify',
    taskId: reference,
    reference,
    contactId: request.contactIds[0] ?? null,
    group: groupAt(boardSort(snapshot), group, today),
    ...card,
    ...{ channel, department, agent, urgency, due, state },
    receivedAt: openedAt,
    unread: unreadMessages,
    marks: marksOf(request),
    ...askedOf(snapshot),
  };
};

/** People to call back stand at the head of their group, before the requests. */
export const amongThem = (items: readonly BoardItem[], toCall: readonly BoardItem[]): BoardItem[] =>
  boardGroups.flatMap((name) => [
    ...toCall.filter(({ group }) => group === name),
    ...items.filter(({ group }) => group === name),
  ]);
export const countWith = (
  counts: Record<string, number>,
  toCall: readonly BoardItem[],
): Record<string, number> => {
  const all = { ...counts };
  for (const { group } of toCall) all[group] = (all[group] ?? 0) + 1;
  return all;
};
