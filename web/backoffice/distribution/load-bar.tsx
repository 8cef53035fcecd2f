import { distribution as t } from '../../ui/messages/backoffice-distribution-fr.ts';
import type { Counts } from './distribution-api.ts';

/** How full somebody's board is: the words say it, the bar helps the eye compare. */
export function LoadBar({ counts, cap }: { counts: Counts; cap: number }) {
  const part = Math.min(1, counts.open / cap);
  return (
    <div class="load">
      <svg
        class={counts.open >= cap ? 'load-bar full' : 'load-bar'}
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect width={Math.round(part * 100)} height="6" />
      </svg>
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
