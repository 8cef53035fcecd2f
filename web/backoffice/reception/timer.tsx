import { useEffect, useState } from 'preact/hooks';
import { lastNow } from '../../ui/api.ts';
import { ClockIcon } from '../../ui/icons.tsx';
import { reception as t } from '../../ui/messages/backoffice-reception-fr.ts';

const secondsSince = (startedAt: string): number =>
  Math.max(0, Math.floor((Date.parse(lastNow()) - Date.parse(startedAt)) / 1000));
export const minutesSince = (startedAt: string): number => Math.floor(secondsSince(startedAt) / 60);

/** How long the contact has lasted: seen always, said by a screen reader only when asked. */
export function Timer({ startedAt }: { startedAt: string | null }) {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!startedAt) return;
    const timer = setInterval(() => tick((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, [startedAt]);
  const seconds = startedAt ? secondsSince(startedAt) : 0;
  const shown = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <p class={startedAt ? 'timer running' : 'timer'}>
      <ClockIcon />
      <span aria-hidden="true">{shown}</span>
      <span class="visually-hidden">{t.timer(t.minutes(Math.floor(seconds / 60)))}</span>
    </p>
  );
}
