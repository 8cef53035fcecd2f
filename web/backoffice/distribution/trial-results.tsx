import { distribution as d } from '../../ui/messages/backoffice-distribution-fr.ts';
import { trialWords as t } from '../../ui/messages/backoffice-distribution-rules-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { whyWords } from '../../ui/messages/distribution-why-fr.ts';
import type { Trial } from './distribution-api.ts';
import type { Names } from './rule-words.ts';

/** What rules would have changed, request by request, and how full each board would be. */
export function TrialResults({ trial, names }: { trial: Trial; names: Names }) {
  const nameOf = (login: string | null) => (login === null ? d.basket : names.agent(login));
  const others = trial.items.filter(({ agent, would }) => agent !== would);
  const same = trial.items.length - others.length;
  const loads = trial.loads.filter(({ before, after }) => before + after > 0);
  return (
    <section class="trial" aria-labelledby="trial-title">
      <h3 id="trial-title">{t.title}</h3>
      <p>{t.looked(trial.looked, trial.since)}</p>
      {loads.length > 0 && (
        <>
          <h4>{t.loads}</h4>
          <ul class="trial-loads">
            {loads.map(({ login, before, after }) => (
              <li key={login}>{t.load(nameOf(login), before, after)}</li>
            ))}
          </ul>
        </>
      )}
      {same > 0 && <p>{t.same(same)}</p>}
      {others.length > 0 && (
        <ul class="trial-list">
          {others.map(({ reference, subject, agent, would, why, complexity, weight }) => (
            <li key={reference}>
              <p class="subject">{subject || shell.untitled}</p>
              <p>
                <strong>{t.change(nameOf(agent), nameOf(would))}</strong>
                {' : '}
                {whyWords(why)}
              </p>
              <p class="marks">
                <span class="reference">{reference}</span>
                <span>
                  {t.complexity(complexity)}
                  {weight.length > 0 && ` (${weight.map(({ code }) => t.weights[code] ?? code).join(', ')})`}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
