import { learning as t } from '../../ui/messages/backoffice-learning-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { number, percent } from '../../ui/messages/numbers.ts';
import { FiguresTable } from './figures-table.tsx';
import type { Learning } from './learning-api.ts';

/** Less than this is the week's weather. */
const noticeable = 0.25;

/** Nine weeks, and whether what comes in is still what came in before. */
export function WeeksTable({ data: { weeks, mixChange, words } }: { data: Learning }) {
  const shown = weeks.filter(({ proposed }) => proposed > 0).reverse();
  return (
    <div>
      <h2>{t.weeksTitle}</h2>
      {mixChange !== null && (
        <p>{mixChange >= noticeable ? t.driftMix(mixChange) : t.driftSteady(mixChange)}</p>
      )}
      {words.now !== null && words.before !== null && <p>{t.driftWords(words.now, words.before)}</p>}
      <FiguresTable
        caption={t.weeksTitle}
        box="scroll-table weeks"
        columns={[t.weeks.week, t.weeks.proposed, t.weeks.alone, t.weeks.right, t.weeks.misrouted]}
      >
        {shown.map(({ week, proposed, alone, right, misrouted }) => (
          <tr key={week}>
            <th scope="row">{day(week)}</th>
            <td>{number(proposed)}</td>
            <td>{number(alone)}</td>
            <td>{percent(right / proposed)}</td>
            <td class={misrouted > 0 ? 'bad' : undefined}>{number(misrouted)}</td>
          </tr>
        ))}
      </FiguresTable>
    </div>
  );
}
