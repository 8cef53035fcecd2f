import { useQuery } from '@tanstack/react-query';
import { batches as t } from '../../ui/messages/backoffice-batches-fr.ts';
import { receivedWords } from '../../ui/messages/backoffice-board-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { day, daysBetween } from '../../ui/messages/dates.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { agentApi, type Batch } from '../data/agent-api.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { isCode } from '../data/queries.ts';
import type { PageProps } from '../pages.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { NotFoundPage } from '../shell/dead-ends.tsx';
import { liveAccount } from './account.ts';
import { AccountBar } from './account-bar.tsx';
import { BatchPages } from './batch-pages.tsx';
import { BatchTodo } from './batch-todo.tsx';
import { batchTones } from './batch-tones.ts';
import { FailedFiles } from './failed-files.tsx';
import { LostPages } from './lost-pages.tsx';
import { OriginalFiles } from './original-files.tsx';
import { PageOwners } from './page-owners.tsx';
import { usePageDeeds } from './use-page-deeds.ts';

/** A batch, page by page, alive while it is being read. */
export default function BatchPage({ params }: PageProps) {
  const id = params.id ?? '';
  const batch = useQuery({
    queryKey: ['batch', id],
    queryFn: () => agentApi.batch(id),
    refetchInterval: ({ state }) => restBetweenReads(state.data),
  });
  const deeds = usePageDeeds(id);
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
      {deeds.failure && (
        <Alert>
          <Notice kind="danger">
            <p>{deeds.failure}</p>
          </Notice>
        </Alert>
      )}
      <LostPages files={data.files} />
      <BatchTodo batch={data} deeds={deeds} />
      {data.pages > 0 && <AccountBar batch={liveAccount(data)} />}
      <PageOwners pages={data.pagesList} />
      <FailedFiles files={data.files} />
      <BatchPages batch={data} deeds={deeds} />
      <OriginalFiles files={data.files} />
    </AgentPage>
  );
}

/** A batch that moves is read again soon; one that was just told to, too; others now and then, since others work on them. */
function restBetweenReads(batch: Batch | undefined): number {
  if (batch?.state === 'reading') return 2_500;
  const isTold = batch?.files.some(({ doubts, pending }) => doubts === 0 || pending > 0);
  return isTold ? 4_000 : 30_000;
}

/** Spoken while reading goes on, by steps of ten per cent so that it does not chatter. */
function progress(batch: Batch): string {
  if (batch.state !== 'reading') return t.readingEnded;
  const done = batch.filed + batch.separators + batch.blanks + batch.rejected;
  const step = Math.max(1, Math.ceil(batch.pages / 10));
  return t.readingNow(Math.floor(done / step) * step, batch.pages);
}
