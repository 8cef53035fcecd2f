import { batches as t } from '../../ui/messages/backoffice-batches-fr.ts';
import { account } from './account.ts';

type Counted = Parameters<typeof account>[0];

/** Where each page went: a bar whose parts add up to the batch, and the same account in words. */
export function AccountBar({ batch }: { batch: Counted }) {
  const { parts, pending, doubtful, missing } = account(batch);
  const all: { part: string; count: number }[] = [
    ...parts,
    { part: 'doubtful', count: doubtful },
    { part: 'pending', count: pending },
  ];
  const shown = all.filter(({ count }) => count > 0);
  let from = 0;
  const drawn = shown.map(({ part, count }) => {
    const x = from;
    from += count;
    return { part, count, x };
  });
  return (
    <div class="account-bar">
      <svg viewBox={`0 0 ${Math.max(1, from)} 1`} preserveAspectRatio="none" aria-hidden="true">
        {drawn.map(({ part, count, x }) => (
          <rect key={part} class={part} x={x} width={count} height="1" />
        ))}
      </svg>
      <ul aria-label={t.account}>
        {shown.map(({ part, count }) => (
          <li key={part} class={part}>
            <strong>{count}</strong> {t.part(part, count)}
          </li>
        ))}
      </ul>
      {missing !== 0 ? (
        <p class="field-error">{t.unbalanced(Math.abs(missing))}</p>
      ) : (
        <p class="soft">
          {pending > 0
            ? t.pending(pending)
            : (doubtful > 0 ? t.undecided : t.balanced)(
                batch.pages,
                shown.map(({ part, count }) => t.partCount(part, count)),
              )}
        </p>
      )}
    </div>
  );
}
