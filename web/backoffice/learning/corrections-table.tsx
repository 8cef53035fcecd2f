import { learning as t } from '../../ui/messages/backoffice-learning-fr.ts';
import { number } from '../../ui/messages/numbers.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { FiguresTable } from './figures-table.tsx';
import type { Learning } from './learning-api.ts';

/** The pairs that come back are the habits; a table of every pair would be empty nearly everywhere. */
const shownPairs = 12;

/** What agents changed most: from which department to which, how often, and by how many of them. */
export function CorrectionsTable({ corrections }: { corrections: Learning['corrections'] }) {
  const { departmentName } = useSignedIn();
  const most = Math.max(1, ...corrections.map(({ count }) => count));
  const rest = corrections.length - shownPairs;
  return (
    <section class="panel corrections" aria-labelledby="corrections">
      <h2 id="corrections">{t.correctionsTitle}</h2>
      {corrections.length === 0 && <p>{t.noCorrection}</p>}
      {corrections.length > 0 && (
        <FiguresTable
          caption={t.correctionsCaption}
          columns={[t.corrections.from, t.corrections.to, t.corrections.count, t.corrections.agents]}
        >
          {corrections.slice(0, shownPairs).map(({ from, to, count, agents }) => (
            <tr key={`${from}-${to}`}>
              <td class="name">{departmentName(from)}</td>
              <td class="name">{departmentName(to)}</td>
              <td>
                <svg class="count-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                  <rect x={100 - (100 * count) / most} width={(100 * count) / most} height="6" />
                </svg>
                {number(count)}
              </td>
              <td>{agents > 0 ? number(agents) : t.none}</td>
            </tr>
          ))}
        </FiguresTable>
      )}
      {rest > 0 && <p class="soft">{t.rest(rest)}</p>}
    </section>
  );
}
