import { displayAnswers } from '../../../functions/procedures/display.ts';
import type { Answers } from '../../../functions/procedures/procedure.ts';
import { visibleSteps } from '../../../functions/procedures/visible-form.ts';
import type { Site } from '../../site.ts';
import { language } from '../../ui/messages/language-fr.ts';
import type { Cosigned } from './cosign-app.tsx';
import { today } from './today.ts';

/** The answers as the first person checked them, with nothing to change. */
export function CosignAnswers({ site, found }: { site: Site; found: Cosigned }) {
  const { procedure, files } = found;
  if (!procedure) return null;
  const sent: Record<string, string[]> = {};
  for (const { field, uploadId } of files) sent[field] = [...(sent[field] ?? []), uploadId];
  const answers = { ...(found.answers as Answers), ...sent };
  const names = Object.fromEntries(files.map(({ uploadId, name }) => [uploadId, name]));
  const shown = displayAnswers(procedure, answers, site, names, { today: today() });
  return (
    <>
      {visibleSteps(procedure, answers, today()).map(({ id, title }) => {
        const own = shown.filter(({ stepId, filled }) => stepId === id && filled);
        return own.length === 0 ? null : (
          <section key={id} class="check-answers">
            <h2 lang={language.content}>{title}</h2>
            <dl>
              {own.map(({ field, label, value }) => (
                <div key={field}>
                  <dt lang={language.content}>{label}</dt>
                  <dd class="lines">{value}</dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </>
  );
}
