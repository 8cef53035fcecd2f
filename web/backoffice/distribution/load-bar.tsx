import { distribution as t } from '../../ui/messages/backoffice-distribution-fr.ts';
import type { Counts } from './distribution-api.ts';

/** How full somebody's board is: the words say it, the bar helps the eye compare. */
export function LoadBar({ counts, cap }: { counts: Counts; cap: number }) {
  const part = Math.min(1, counts.open / cap);
  return (
    <div class="load">
      <span class={`load-bar${counts.open >= cap ? ' full' : ''}`} aria-hidden="true">
        <span style={{ inlineSize: `${Math.round(part * 100)}%` }} />
      </span>
      <p>{t.of(counts.open, cap)}</p>
    </div>
  );
}

/** What presses among it. */
export const Pressing = ({ counts }: { counts: Counts }) => (
  <>
    {counts.late > 0 && <span class="load-late">{t.late(counts.late)}</span>}
    {counts.week > 0 && <span>{t.week(counts.week)}</span>}
  </>
);
