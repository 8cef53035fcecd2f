import { board as t } from '../../ui/messages/backoffice-board-fr.ts';
import { useWide } from '../data/outcome.tsx';
import { BoardCard, BoardRow } from './board-row.tsx';
import { type BoardItem, byGroup } from './groups.ts';

/** A table where there is room, cards below 60rem; the same words in both. */
export function BoardGroups(props: {
  items: readonly BoardItem[];
  counts: Record<string, number>;
  now: string;
}) {
  const wide = useWide(60);
  const groups = byGroup(props.items);
  const title = (group: BoardItem['group']) => t.groups[group] ?? group;
  if (!wide)
    return (
      <div class="board-cards">
        {groups.map(({ group, items }) => (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`} class={`group-title ${group}`}>
              {title(group)} <span class="soft">{props.counts[group]}</span>
            </h2>
            <ul>
              {items.map((item) => (
                <BoardCard key={item.taskId} item={item} now={props.now} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    );
  return (
    <table class="board-table">
      <caption class="visually-hidden">{t.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.columns.subject}</th>
          <th scope="col">{t.columns.sender}</th>
          <th scope="col">{t.columns.who}</th>
          <th scope="col">{t.columns.due}</th>
        </tr>
      </thead>
      {groups.map(({ group, items }) => (
        <tbody key={group}>
          <tr class={`group-title ${group}`}>
            <th scope="rowgroup" colSpan={4}>
              {title(group)} <span class="soft">{props.counts[group]}</span>
            </th>
          </tr>
          {items.map((item) => (
            <BoardRow key={item.taskId} item={item} now={props.now} />
          ))}
        </tbody>
      ))}
    </table>
  );
}
