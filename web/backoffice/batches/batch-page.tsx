import { useQuery } from '@tanstack/react-query';
import { batches as t } from '../../ui/messages/backoffice-batches-fr.ts';
import { receivedWords } from '../../ui/messages/backoffice-board-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { day, daysBetween } from '../../ui/messages/dates.ts';
import { Skeleton } from '../../ui/states.tsx';
import { Status } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { agentApi, type Batch } from '../data/agent-api.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { isCode } from '../data/queries.ts';
import type { PageProps } from '../pages.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { NotFoundPage } from '../shell/dead-ends.tsx';
import { AccountBar } from './account-bar.tsx';
import { BatchPages } from './batch-pages.tsx';
import { batchTones } from './batch-tones.ts';
import { FailedFiles } from './failed-files.tsx';

/** A batch, page by page, alive while it is being read. */
export default function BatchPage({ params }: PageProps) {
  const id = params.id ?? '';
  const batch = useQuery({
    queryKey: ['batch', id],
    queryFn: () => agentApi.batch(id),
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? 2_500 : false),
  });
  if (isCode(batch.error, 'not-found')) return <NotFoundPage />;
  const { data } = batch;
  if (!data)
    return (
      <AgentPage title={t.one} context={batch.error ? shell.errorTitle : shell.loading}>
        {batch.error ? (
          <ErrorBox error={batch.error} onRetry={() => void batch.refetch()} />
        ) : (
          <Skeleton lines={10} />
        )}
      </AgentPage>
    );
  return (
    <AgentPage
      title={t.batchTitle(data.name)}
      context={data.id.slice(-6)}
      kicker={<a href={`${base}/lots`}>{t.backToBatches}</a>}
      intro={
        <p class="marks">
          <Tag kind={batchTones[data.state]}>{t.states[data.state]}</Tag>
          <span>
            {t.receivedAt(receivedWords(daysBetween(data.now, data.receivedAt), day(data.receivedAt)))}
          </span>
          <span>{t.documents(data.documents)}</span>
        </p>
      }
    >
      <Status hidden>{progress(data)}</Status>
      {data.pages > 0 && <AccountBar batch={data} />}
      <FailedFiles files={data.files} />
      <BatchPages batch={data} />
    </AgentPage>
  );
}

/** Spoken while reading goes on, by steps of ten per cent so that it does not chatter. */
function progress(batch: Batch): string {
  if (batch.state !== 'reading') return t.readingEnded;
  const done = batch.filed + batch.separators + batch.blanks + batch.rejected;
  const step = Math.max(1, Math.ceil(batch.pages / 10));
  return t.readingNow(Math.floor(done / step) * step, batch.pages);
}
