import { useState } from 'preact/hooks';
import { batch as words } from '../../ui/messages/backoffice-batch-fr.ts';
import { batches as t } from '../../ui/messages/backoffice-batches-fr.ts';
import type { Batch } from '../data/agent-api.ts';
import type { BatchPageItem } from './page-acts.tsx';
import { PageItem } from './page-item.tsx';
import { ReplaceDialog } from './replace-dialog.tsx';
import type { PageDeeds } from './use-page-deeds.ts';

/** Every page as a thumbnail with what became of it; rejected and blank ones first, since somebody must look at them. */
export function BatchPages({ batch, deeds }: { batch: Batch; deeds: PageDeeds }) {
  const [only, setOnly] = useState<BatchPageItem['state'] | null>(null);
  const [replaced, setReplaced] = useState<BatchPageItem | null>(null);
  if (batch.pagesList.length === 0) return null;
  const of = (state: BatchPageItem['state']) => batch.pagesList.filter((page) => page.state === state);
  const rejected = of('rejected');
  const blanks = of('blank');
  const states = [...new Set(batch.pagesList.map(({ state }) => state))];
  const shown = batch.pagesList.filter(({ state }) => only === null || state === only);
  const several = new Set(batch.pagesList.map(({ fileId }) => fileId)).size > 1;
  const fileName = new Map(batch.files.map(({ id, name }) => [id, name]));
  const acting = { deeds, onReplace: setReplaced };
  const items = (pages: readonly BatchPageItem[], isAbove = false) => (
    <ol class="batch-pages">
      {pages.map((page) => (
        <PageItem
          key={`${page.fileId}-${page.page}`}
          page={page}
          // What stands above with its acts is not offered twice.
          acting={isAbove || !['rejected', 'blank'].includes(page.state) ? acting : undefined}
          file={several ? fileName.get(page.fileId) : undefined}
        />
      ))}
    </ol>
  );
  return (
    <>
      {rejected.length > 0 && (
        <section aria-labelledby="rejected-title">
          <h2 id="rejected-title">{words.rejectedTitle(rejected.length)}</h2>
          <p class="soft">{words.rejectedText}</p>
          {items(rejected, true)}
        </section>
      )}
      {blanks.length > 0 && (
        <section class="blank-pages" aria-labelledby="blanks-title">
          <h2 id="blanks-title">{words.blanksTitle(blanks.length)}</h2>
          <p class="soft">{words.blanksText}</p>
          {items(blanks, true)}
        </section>
      )}
      <section aria-labelledby="pages-title">
        <h2 id="pages-title">{t.pagesTitle}</h2>
        {states.length > 1 && (
          <fieldset class="page-filter" aria-label={t.show}>
            <button type="button" aria-pressed={only === null} onClick={() => setOnly(null)}>
              {t.onlyOf(t.all, batch.pagesList.length)}
            </button>
            {states.map((state) => (
              <button type="button" key={state} aria-pressed={only === state} onClick={() => setOnly(state)}>
                {t.onlyOf(t.pageStates[state] ?? state, of(state).length)}
              </button>
            ))}
          </fieldset>
        )}
        {shown.length === 0 && <p class="soft">{t.noPageOf}</p>}
        {items(shown)}
      </section>
      <ReplaceDialog batchId={batch.id} page={replaced} deeds={deeds} onClose={() => setReplaced(null)} />
    </>
  );
}
