import { learning as t } from '../../ui/messages/backoffice-learning-fr.ts';
import { number } from '../../ui/messages/dates.ts';
import { useSignedIn } from '../data/signed-in.ts';
import type { Learning } from './learning-api.ts';

/** The pairs that come back are the habits; a table of every pair would be empty nearly everywhere. */
const shownPairs = 12;

export function CorrectionsTable({ corrections }: { corrections: Learning['corrections'] }) {
  const { departmentName } = useSignedIn();
  const most = Math.max(1, ...corrections.map(({ count }) => count));
  const rest = corrections.length - shownPairs;
  return (
    <section class="panel corrections" aria-labelledby="corrections">
      <h2 id="corrections">{t.correctionsTitle}</h2>
      {corrections.length === 0 && <p>{t.noCorrection}</p>}
      {corrections.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <section class="scroll-table" aria-label={t.correctionsCaption} tabIndex={0}>
          <table class="figures">
            <caption class="visually-hidden">{t.correctionsCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.corrections.from}</th>
                <th scope="col">{t.corrections.to}</th>
                <th scope="col">{t.corrections.count}</th>
                <th scope="col">{t.corrections.agents}</th>
              </tr>
            </thead>
            <tbody>
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
            </tbody>
          </table>
        </section>
      )}
      {rest > 0 && <p class="soft">{t.rest(rest)}</p>}
    </section>
  );
}
