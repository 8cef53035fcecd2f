import { batch as words } from '../../ui/messages/backoffice-batch-fr.ts';
import { batches as t } from '../../ui/messages/backoffice-batches-fr.ts';
import { qualification } from '../../ui/messages/backoffice-qualification-fr.ts';
import { percent } from '../../ui/messages/numbers.ts';
import { Tag } from '../../ui/tag.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { may } from '../shell/navigation.ts';
import { type Acting, type BatchPageItem, PageActs } from './page-acts.tsx';

const tones: Record<BatchPageItem['state'], 'neutral' | 'success' | 'warning' | 'danger' | 'brand'> = {
  waiting: 'neutral',
  reading: 'brand',
  read: 'brand',
  doubtful: 'warning',
  separator: 'neutral',
  blank: 'neutral',
  rejected: 'danger',
  filed: 'success',
};

/** One page: its picture, what it counts as, who has it, and what can be done about it. */
export function PageItem({ page, file, acting }: { page: BatchPageItem; file?: string; acting?: Acting }) {
  const { state, url, reason, asked, turn } = page;
  return (
    <li class={`batch-page ${state}`}>
      <div class="thumb">
        {url && (
          <img
            src={url}
            class={turn ? `turned-${turn}` : undefined}
            alt={t.pageAlt(page.page)}
            loading="lazy"
          />
        )}
      </div>
      <p class="page-head">
        <strong>{t.page(page.page)}</strong> <Tag kind={tones[state]}>{t.pageStates[state]}</Tag>
      </p>
      {(asked || page.isHandwritten || page.isReplaced) && (
        <p class="marks">
          {asked && <Tag kind="brand">{words.asked[asked]}</Tag>}
          {page.isReplaced && <Tag>{words.isReplaced}</Tag>}
          {page.isHandwritten && <Tag>{words.handwritten}</Tag>}
        </p>
      )}
      {file && <p class="soft file-name">{file}</p>}
      {reason && (
        <p class="field-error">{words.pageReasons[reason] ?? t.reasons[reason] ?? t.reasonUnknown}</p>
      )}
      <Destination page={page} />
      {acting && <PageActs page={page} acting={acting} />}
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

/** Where the page's document went, as a link for whom the place is open; who has it otherwise. */
function Destination({ page }: { page: BatchPageItem }) {
  const { me } = useSignedIn();
  const { requestReference, contactId, contactState, owner } = page;
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
  if (!contactId) return owner === 'nobody' ? null : <p class="soft owner">{words.owner[owner]}</p>;
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
