import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'preact/hooks';
import { batches as t } from '../../ui/messages/backoffice-batches-fr.ts';
import { calendarDay, dayAndTime, time, weekday } from '../../ui/messages/dates.ts';
import { Pagination } from '../../ui/pagination.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { agentApi, type Batches } from '../data/agent-api.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { useRowKeys } from '../shell/row-keys.ts';
import { AccountBar } from './account-bar.tsx';
import { batchTones } from './batch-tones.ts';
import { HowToScan } from './how-to-scan.tsx';
import { SeparatorForm } from './separator-form.tsx';

type Batch = Batches['batches'][number];

/** Batches by day, newest first; read again every few seconds while one is being read. */
export default function BatchesPage() {
  const after = new URLSearchParams(useSearch()).get('apres') ?? undefined;
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const page = useQuery({
    queryKey: ['batches', after],
    queryFn: () => agentApi.batches(after),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.batches.some((batch) => batch.state === 'reading') ? 3_000 : 15_000,
  });
  const batches = page.data?.batches ?? [];
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      <div class="batches-layout">
        <div ref={list}>
          {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
          {page.isPending && <Skeleton lines={8} />}
          {page.data && batches.length === 0 && (
            <EmptyState title={t.emptyTitle}>
              <p>{t.emptyText}</p>
            </EmptyState>
          )}
          {page.data &&
            byDay(batches).map(([day, ofDay]) => (
              <section key={day} class="batch-day" aria-labelledby={`day-${day}`}>
                <h2 id={`day-${day}`}>{dayName(day, calendarDay(page.data.now))}</h2>
                <ul>
                  {ofDay.map((batch) => (
                    <BatchCard key={batch.id} batch={batch} />
                  ))}
                </ul>
              </section>
            ))}
          {page.data && (
            <Pagination
              first={after ? `${base}/lots` : undefined}
              next={page.data.next ? `${base}/lots?apres=${encodeURIComponent(page.data.next)}` : undefined}
            />
          )}
        </div>
        <aside class="batches-aside" aria-label={t.aside}>
          <SeparatorForm />
          <HowToScan />
        </aside>
      </div>
    </AgentPage>
  );
}

function BatchCard({ batch }: { batch: Batch }) {
  return (
    <li class="row card batch">
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
        <Tag kind={batchTones[batch.state]}>{t.states[batch.state]}</Tag>
      </div>
      <p class="marks">
        <time dateTime={batch.receivedAt}>{time(batch.receivedAt)}</time>
        <span>{t.documents(batch.documents)}</span>
        {batch.failedFiles > 0 && <span class="field-error">{t.failedFiles(batch.failedFiles)}</span>}
      </p>
      {batch.pages > 0 && <AccountBar batch={batch} />}
    </li>
  );
}

function byDay(batches: readonly Batch[]): [string, Batch[]][] {
  const days = new Map<string, Batch[]>();
  for (const batch of batches) {
    const day = calendarDay(batch.receivedAt);
    days.set(day, [...(days.get(day) ?? []), batch]);
  }
  return [...days];
}
const dayName = (day: string, today: string): string => (day === today ? t.today : weekday(day));
