import type { Board } from '../data/agent-api.ts';

/** In order of priority, as the API sorts them; said again here because the contract's own list brings zod along. */
export const boardGroups = ['late', 'due-soon', 'new', 'waiting', 'in-progress'] as const;
export type BoardItem = Board['items'][number];

/** Consecutive items of one group, in the order they came: a page may begin in the middle of a group. */
export function byGroup(items: readonly BoardItem[]): { group: BoardItem['group']; items: BoardItem[] }[] {
  const groups: { group: BoardItem['group']; items: BoardItem[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.group === item.group) last.items.push(item);
    else groups.push({ group: item.group, items: [item] });
  }
  return groups;
}

/** Where a task is worked on, within the application. */
export const placeOf = (item: BoardItem): string =>
  item.doubt
    ? `/lots/${encodeURIComponent(item.doubt.batchId)}/doutes/${encodeURIComponent(item.doubt.fileId)}`
    : item.kind === 'call-back' && item.contactId
      ? `/rappels/${encodeURIComponent(item.contactId)}`
      : item.kind === 'qualify' && item.contactId
        ? `/qualification/${encodeURIComponent(item.contactId)}`
        : item.reference
          ? `/demandes/${encodeURIComponent(item.reference)}`
          : `/qualification/${encodeURIComponent(item.contactId ?? '')}`;
