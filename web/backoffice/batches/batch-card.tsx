import { batches as t } from '../../ui/messages/backoffice-batches-fr.ts';
import { scanning as words } from '../../ui/messages/backoffice-scanning-fr.ts';
import { dayAndTime, time } from '../../ui/messages/dates.ts';
import { Tag } from '../../ui/tag.tsx';
import type { Batches } from '../data/agent-api.ts';
import { base } from '../routes.ts';
import { AccountBar } from './account-bar.tsx';
import { BatchProgress } from './batch-progress.tsx';
import { batchTones } from './batch-tones.ts';

export type BatchOfList = Batches['batches'][number];

/** A batch of the list: its state, its account, and loudly what failed. */
export function BatchCard({ batch }: { batch: BatchOfList }) {
  const { state, reason } = batch;
  const isPaused = reason === 'daily-cap';
  return (
    <li class={`row card batch ${state}`}>
      <div class="card-head">
        <p class="subject">
          <a href={`${base}/lots/${encodeURIComponent(batch.id)}`} data-row>
            {batch.name}
            {/* A scanner gives the same name every morning. */}
            <span class="visually-hidden">
              {' '}
              {t.droppedAt(
                dayAndTime(batch.receivedAt),
                batch.receivedAt.slice(17, 19),
                batch.id.slice(0, 4),
              )}
            </span>
          </a>
        </p>
        <Tag kind={batchTones[state]}>{t.states[state]}</Tag>
      </div>
      <p class="marks">
        <time dateTime={batch.receivedAt}>{time(batch.receivedAt)}</time>
        <span>{t.documents(batch.documents)}</span>
        {batch.failedFiles > 0 && <span class="field-error">{t.failedFiles(batch.failedFiles)}</span>}
      </p>
      {state === 'failed' && reason && <p class="field-error">{t.reasons[reason] ?? t.reasonUnknown}</p>}
      {isPaused && <p class="soft">{words.paused}</p>}
      {state === 'reading' ? (
        <BatchProgress id={batch.id} name={batch.name} pages={batch.pages} />
      ) : (
        batch.pages > 0 && <AccountBar batch={batch} />
      )}
    </li>
  );
}
