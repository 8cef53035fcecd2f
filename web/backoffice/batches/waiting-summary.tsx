import { scanning as t } from '../../ui/messages/backoffice-scanning-fr.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { may } from '../shell/navigation.ts';
import type { Scanning } from './clerk-api.ts';

const mostCounted = 100;
type SummaryProps = { scanning: Scanning; batches: readonly { state: string; reason: string | null }[] };

/** What waits for whom: clerk, reader, tomorrow's reader, qualification. What is nothing is not said. */
export function WaitingSummary({ scanning: { doubts, inQualification }, batches }: SummaryProps) {
  const { me } = useSignedIn();
  const paused = batches.filter(({ reason }) => reason === 'daily-cap').length;
  const reading = batches.filter(({ state }) => state === 'reading').length - paused;
  const figures = [
    { who: 'clerk', count: doubts.length, words: t.forYou(doubts.length) },
    { who: 'machine', count: reading, words: t.reading(reading) },
    { who: 'tomorrow', count: paused, words: t.tomorrow(paused) },
    { who: 'qualification', count: inQualification, words: t.inQualification(inQualification) },
  ].filter(({ count }) => count > 0);
  if (figures.length === 0) return null;
  return (
    <ul class="waiting-summary" aria-label={t.waiting}>
      {figures.map(({ who, count, words }) => (
        <li key={who} class={who}>
          <strong>{who === 'qualification' && count >= mostCounted ? t.atLeast(mostCounted) : count}</strong>{' '}
          {who === 'qualification' && may('qualification', me.roles) ? (
            <a href={`${base}/qualification`}>{words}</a>
          ) : (
            words
          )}
        </li>
      ))}
    </ul>
  );
}
