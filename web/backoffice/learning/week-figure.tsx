import { learning as t } from '../../ui/messages/backoffice-learning-fr.ts';
import { number, percent } from '../../ui/messages/numbers.ts';
import type { Learning } from './learning-api.ts';

type Weeks = Learning['weeks'];
const total = (weeks: Weeks, of: 'proposed' | 'right') => weeks.reduce((sum, week) => sum + week[of], 0);

/** One sentence that a head of service repeats on Monday, and the four figures behind it. */
export function WeekFigure({ weeks }: { weeks: Weeks }) {
  const now = weeks.at(-1);
  const before = weeks.slice(0, -1);
  if (!now) return null;
  const { proposed, right, alone, asked, misrouted } = now;
  const corrected = proposed - right - misrouted;
  const figures = [
    [t.figures.alone, alone, proposed > 0 ? t.figures.aloneHint(percent(alone / proposed)) : ''],
    [t.figures.asked, asked, t.figures.askedHint],
    [t.figures.corrected, corrected, t.figures.correctedHint],
    [t.figures.misrouted, misrouted, t.figures.misroutedHint],
  ] as const;
  return (
    <section class="week-figure" aria-labelledby="week-figure">
      <h2 id="week-figure">{t.figureTitle}</h2>
      <p class="week-sentence">
        {proposed === 0 ? (
          t.figureNone
        ) : (
          <>
            {t.figure(right, proposed)}, <strong>{percent(right / proposed)}</strong>
          </>
        )}
      </p>
      <p class="soft">
        {t.figureSince(now.week)}{' '}
        {total(before, 'proposed') > 0 && t.figureBefore(total(before, 'right') / total(before, 'proposed'))}
      </p>
      <dl class="call-figures">
        {figures.map(([name, value, hint]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <strong>{number(value)}</strong>
              <span class="soft">{hint}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
