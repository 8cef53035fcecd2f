import { useState } from 'preact/hooks';
import { templates as t } from '../../ui/messages/backoffice-templates-fr.ts';
import { sentenceOf } from '../data/outcome.tsx';
import { base } from '../routes.ts';
import { type Draft, draftOf } from './draft.ts';
import { type Kept, templatesApi } from './templates-api.ts';

/** What a template was before, and the letters that take it in. */
export function TemplateHistory({
  kept,
  onTake,
}: {
  kept: Kept;
  onTake(draft: Draft, revision: number): void;
}) {
  const [failure, setFailure] = useState<unknown>();
  const id = String(kept.template.id);
  const take = (revision: number) =>
    templatesApi
      .read(id, revision)
      .then((past) => onTake(draftOf(past), revision))
      .catch(setFailure);
  return (
    <>
      {kept.usedBy.length > 0 && (
        <section aria-labelledby="used-by">
          <h2 id="used-by">{t.usedBy}</h2>
          <ul>
            {kept.usedBy.map((letter) => (
              <li key={letter.id}>
                <a href={`${base}/modeles/${letter.id}`}>{letter.title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <details class="template-revisions">
        <summary>{t.revisions}</summary>
        {failure !== undefined && <p role="alert">{sentenceOf(failure)}</p>}
        <ul>
          {kept.revisions.map(({ revision, by, at }) => (
            <li key={revision}>
              {t.revision(revision, by, at.slice(0, 10).split('-').reverse().join('/'))}
              {revision !== kept.revision && (
                <button
                  type="button"
                  class="link"
                  aria-label={`${t.takeBack} : ${revision}`}
                  onClick={() => void take(revision)}
                >
                  {t.takeBack}
                </button>
              )}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
