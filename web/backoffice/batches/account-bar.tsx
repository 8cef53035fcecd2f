import { useEffect, useRef } from 'preact/hooks';
import { batches as t } from '../../ui/messages/backoffice-batches-fr.ts';
import { account } from './account.ts';

type Counted = Parameters<typeof account>[0];

/** Where each page went: a bar whose parts add up to the batch, and the same account in words. */
export function AccountBar({ batch }: { batch: Counted }) {
  const { parts, pending, missing } = account(batch);
  const all = [
    ...parts.map(({ part, count }) => ({ part: part as string, count })),
    { part: 'pending', count: pending },
  ];
  const shown = all.filter(({ count }) => count > 0);
  return (
    <div class="account-bar">
      <div class="bar-parts" aria-hidden="true">
        {shown.map(({ part, count }) => (
          <Part key={part} part={part} count={count} />
        ))}
      </div>
      <ul aria-label={t.account}>
        {shown.map(({ part, count }) => (
          <li key={part} class={part}>
            <strong>{count}</strong> {t.parts[part]}
          </li>
        ))}
      </ul>
      {missing !== 0 ? (
        <p class="field-error">{t.unbalanced(Math.abs(missing))}</p>
      ) : (
        <p class="soft">{pending > 0 ? t.pending(pending) : t.balanced(batch.pages)}</p>
      )}
    </div>
  );
}

/** Its share is set through the object model: the policy forbids style attributes. */
function Part({ part, count }: { part: string; count: number }) {
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (box.current) box.current.style.flexGrow = String(count);
  }, [count]);
  return <span ref={box} class={part} />;
}
