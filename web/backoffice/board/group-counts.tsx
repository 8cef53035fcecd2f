import { board as t } from '../../ui/messages/backoffice-board-fr.ts';
import { boardGroups } from './groups.ts';

/** How many tasks stand in each group, over all pages. */
export const GroupCounts = ({ counts }: { counts: Record<string, number> }) => (
  <ul class="counts" aria-label={t.counts}>
    {boardGroups.map((group) => (
      <li key={group} class={`count ${group}${counts[group] ? '' : ' zero'}`}>
        <strong>{counts[group] ?? 0}</strong>
        <span>{t.groupsShort[group]}</span>
      </li>
    ))}
  </ul>
);
