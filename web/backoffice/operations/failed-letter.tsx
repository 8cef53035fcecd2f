import { Button } from '../../ui/button.tsx';
import { failures as t } from '../../ui/messages/backoffice-operations-fr.ts';
import { base } from '../routes.ts';
import type { FailedLetter } from './operations-api.ts';

type Props = { letter: FailedLetter; now: string; busy: boolean; onReplay?(): void; onDiscard(): void };

/** One operation that failed: for how long, why, about what. Never what is in it. */
export function FailedLetterItem({ letter, now, busy, onReplay, onDiscard }: Props) {
  const { since, cause, event, about } = letter;
  const references = [about.reference ?? []].flat();
  const others = Object.entries(about).filter(([name]) => name !== 'reference');
  const about_ = t.since(since);
  return (
    <li class="failure-letter">
      <p>
        <strong>{age(since, now)}</strong> <span class="soft">({t.since(since)})</span> · {t.cause(cause)}
      </p>
      {references.length > 0 && (
        <p>
          {t.about}{' '}
          {references.map((reference) => (
            <a key={reference} href={`${base}/demandes/${reference}`}>
              {reference}
            </a>
          ))}
        </p>
      )}
      <p class="soft failure-code">
        {t.technical} <code>{[cause, event].filter(Boolean).join(' · ')}</code>
        {others.map(([name, ids]) => (
          <code key={name}>
            {name} {t.ids([ids].flat())}
          </code>
        ))}
      </p>
      <div class="buttons">
        {onReplay && (
          <Button look="secondary" busy={busy} about={about_} onClick={onReplay}>
            {t.replay}
          </Button>
        )}
        <Button look="quiet" about={about_} onClick={onDiscard}>
          {t.discard}
        </Button>
      </div>
    </li>
  );
}

/** "12 minutes", "3 heures", "2 jours". */
function age(since: string, now: string): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 60_000));
  if (minutes < 60) return t.ages.minutes(minutes);
  if (minutes < 48 * 60) return t.ages.hours(Math.floor(minutes / 60));
  return t.ages.days(Math.floor(minutes / (24 * 60)));
}
