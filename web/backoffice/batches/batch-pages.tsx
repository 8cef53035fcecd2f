import { useState } from 'preact/hooks';
import { batches as t } from '../../ui/messages/backoffice-batches-fr.ts';
import { qualification } from '../../ui/messages/backoffice-qualification-fr.ts';
import { percent } from '../../ui/messages/dates.ts';
import { Tag } from '../../ui/tag.tsx';
import type { Batch } from '../data/agent-api.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { may } from '../shell/navigation.ts';

type Page = Batch['pagesList'][number];
const tones: Record<Page['state'], 'neutral' | 'success' | 'warning' | 'danger' | 'brand'> = {
  waiting: 'neutral',
  reading: 'brand',
  read: 'brand',
  doubtful: 'warning',
  separator: 'neutral',
  blank: 'neutral',
  rejected: 'danger',
  filed: 'success',
};

/** Every page as a thumbnail with what became of it; one state can be shown alone. */
export function BatchPages({ batch }: { batch: Batch }) {
  const [only, setOnly] = useState<Page['state'] | null>(null);
  const states = [...new Set(batch.pagesList.map(({ state }) => state))];
  const shown = batch.pagesList.filter(({ state }) => only === null || state === only);
  const several = new Set(batch.pagesList.map(({ fileId }) => fileId)).size > 1;
  const fileName = new Map(batch.files.map(({ id, name }) => [id, name]));
  if (batch.pagesList.length === 0) return null;
  return (
    <section aria-labelledby="pages-title">
      <h2 id="pages-title">{t.pagesTitle}</h2>
      {states.length > 1 && (
        <fieldset class="page-filter" aria-label={t.show}>
          <button type="button" aria-pressed={only === null} onClick={() => setOnly(null)}>
            {t.onlyOf(t.all, batch.pagesList.length)}
          </button>
          {states.map((state) => (
            <button type="button" key={state} aria-pressed={only === state} onClick={() => setOnly(state)}>
              {t.onlyOf(
                t.pageStates[state] ?? state,
                batch.pagesList.filter((page) => page.state === state).length,
              )}
            </button>
          ))}
        </fieldset>
      )}
      {shown.length === 0 && <p class="soft">{t.noPageOf}</p>}
      <ol class="batch-pages">
        {shown.map((page) => (
          <PageItem
            key={`${page.fileId}-${page.page}`}
            page={page}
            file={several ? fileName.get(page.fileId) : undefined}
          />
        ))}
      </ol>
    </section>
  );
}

function PageItem({ page, file }: { page: Page; file?: string }) {
  const { state, url } = page;
  return (
    <li class={`batch-page ${state}`}>
      <div class="thumb">{url && <img src={url} alt={t.pageAlt(page.page)} loading="lazy" />}</div>
      <p class="page-head">
        <strong>{t.page(page.page)}</strong> <Tag kind={tones[state]}>{t.pageStates[state]}</Tag>
      </p>
      {file && <p class="soft file-name">{file}</p>}
      {page.reason && <p class="field-error">{t.reasons[page.reason] ?? t.reasonUnknown}</p>}
      <Destination page={page} />
      {page.text && (
        <details>
          <summary>
            {t.readText} <span class="soft">{t.quality(percent(page.confidence))}</span>
          </summary>
          <section
            class="lines page-text"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard
            tabIndex={0}
            aria-label={t.textOf(page.page)}
          >
            {page.text}
          </section>
        </details>
      )}
    </li>
  );
}

/** Where the page's document went, as a link for whom the place is open. */
function Destination({ page }: { page: Page }) {
  const { me } = useSignedIn();
  const { requestReference, contactId, contactState } = page;
  if (requestReference)
    return (
      <p>
        {may('tasks', me.roles) ? (
          <a class="reference" href={`${base}/demandes/${requestReference}`}>
            {requestReference}
          </a>
        ) : (
          <span class="reference">{requestReference}</span>
        )}
      </p>
    );
  if (!contactId) return null;
  const state = qualification.contactStates[contactState ?? ''] ?? t.inQualification;
  if (!may('qualification', me.roles)) return <p>{state}</p>;
  return (
    <p>
      <a href={`${base}/qualification/${encodeURIComponent(contactId)}`}>
        {contactState === 'waiting' || !contactState ? t.qualifyPage(page.page) : state}
      </a>
    </p>
  );
}
