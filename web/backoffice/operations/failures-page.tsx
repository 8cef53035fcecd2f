import { useQuery } from '@tanstack/react-query';
import { failures as t } from '../../ui/messages/backoffice-operations-fr.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { AgentPage } from '../shell/agent-page.tsx';
import { FailedQueueCard } from './failed-queue.tsx';
import { type FailedQueue, type Failures, operationsApi } from './operations-api.ts';

/** What was tried as often as it may be: seen, tried again or set aside by an administrator. */
export default function FailuresPage() {
  const page = useQuery({ queryKey: ['failures'], queryFn: operationsApi.list });
  const { data } = page;
  const waiting = (data?.queues ?? []).filter((queue) => queue.waiting > 0);
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={6} />}
      {data && waiting.length === 0 && (
        <EmptyState title={t.none}>
          <p>{t.noneText(data.queues.length)}</p>
        </EmptyState>
      )}
      {waiting.length > 0 && (
        <ul class="failures">
          {waiting.map((queue) => (
            <FailedQueueCard key={queue.id} queue={queue} onChange={() => void page.refetch()} />
          ))}
        </ul>
      )}
      {data && data.deeds.length > 0 && <Deeds deeds={data.deeds} queues={data.queues} />}
    </AgentPage>
  );
}

type DeedsProps = { deeds: Failures['deeds']; queues: readonly FailedQueue[] };
function Deeds({ deeds, queues }: DeedsProps) {
  const nameOf = (id: string) => t.words(queues.find((queue) => queue.id === id)?.subject ?? id).name;
  return (
    <section aria-labelledby="deeds-title">
      <h2 id="deeds-title">{t.deeds}</h2>
      <ul class="failure-deeds">
        {deeds.map(({ at, by, deed, queue, count, reason }) => (
          <li key={`${at} ${queue}`}>
            <strong>{nameOf(queue)}</strong> {t.deed(deed, count)} – {dayAndTime(at)},{' '}
            {by.replace('agent:', '')}
            {reason && <q>{reason}</q>}
          </li>
        ))}
      </ul>
    </section>
  );
}
