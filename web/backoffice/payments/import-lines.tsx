import { paymentFiles as t } from '../../ui/messages/backoffice-payments-fr.ts';
import { euros } from '../../ui/messages/numbers.ts';
import type { Report } from './payments-api.ts';

/** Refusals first: they are what there is to do. */
const order = { refused: 0, new: 1, known: 2 };

/** What became of each line, refusals first; the balance where the file moved one. */
export function ImportLines({ report }: { report: Report }) {
  const lines = report.lines.toSorted((a, b) => order[a.state] - order[b.state] || a.line - b.line);
  if (lines.length === 0) return null;
  const hasBalance = lines.some(({ balance }) => balance !== null);
  return (
    <table class="pay-report">
      <caption>{t.lines}</caption>
      <thead>
        <tr>
          <th scope="col">{t.headings.line}</th>
          <th scope="col">{t.headings.what}</th>
          <th scope="col">{t.headings.state}</th>
          {hasBalance && <th scope="col">{t.headings.balance}</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, what, state, field, code, balance }) => (
          <tr key={`${line}-${field}`}>
            <td>{line}</td>
            <td>{what || field}</td>
            <td>
              {t.states[state]}
              {state === 'refused' && ` : ${t.problems[code] ?? code}`}
            </td>
            {hasBalance && (
              <td>
                {balance === null ? '' : euros(balance)}
                {code === 'below-zero' && ` (${t.below})`}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
