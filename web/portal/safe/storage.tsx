import { safe } from '../../ui/messages/safe-fr.ts';

/** How much room is taken, in words; the bar only helps the eye. */
export function Storage({ used, quota }: { used: number; quota: number }) {
  const t = safe.storage;
  return (
    <div class="storage">
      <p>{t.used(used, quota)}</p>
      <progress max={quota} value={used} aria-label={t.label} />
      <p class="hint">{t.binCounts}</p>
    </div>
  );
}
