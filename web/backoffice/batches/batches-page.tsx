import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { batches as t } from '../../ui/messages/backoffice-batches-fr.ts';
import { scanning as words } from '../../ui/messages/backoffice-scanning-fr.ts';
import { calendarDay, weekday } from '../../ui/messages/dates.ts';
import { Pagination } from '../../ui/pagination.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { agentApi } from '../data/agent-api.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { useRowKeys } from '../shell/row-keys.ts';
import { BatchCard, type BatchOfList } from './batch-card.tsx';
import { BatchSearch } from './batch-search.tsx';
import { clerkApi } from './clerk-api.ts';
import { DoubtfulFiles } from './doubtful-files.tsx';
import { FoundLetters } from './found-letters.tsx';
import { HowToScan } from './how-to-scan.tsx';
import { SeparatorForm } from './separator-form.tsx';
import { playFailure, useNewFailures, useSound } from './sound.ts';
import { SoundSwitch } from './sound-switch.tsx';
import { WaitingSummary } from './waiting-summary.tsx';

/** Doubts first, then batches by day, newest first; read again every few seconds while one is being read. */
export default function BatchesPage() {
  const params = new URLSearchParams(useSearch());
  const after = params.get('apres') ?? undefined;
  const on = /^\d{4}-\d\d-\d\d$/.exec(params.get('le') ?? '')?.[0];
  const [sought, setSought] = useState('');
  const [sound, setSound] = useSound();
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const page = useQuery({
    queryKey: ['batches', after, on],
    queryFn: () => agentApi.batches(after, on),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.batches.some((batch) => batch.state === 'reading') ? 3_000 : 15_000,
  });
  const waiting = useQuery({
    queryKey: ['scanning'],
    queryFn: clerkApi.scanning,
    refetchInterval: 15_000,
  });
  const batches = page.data?.batches ?? [];
  const failed = useNewFailures(page.data?.batches);
  useEffect(() => {
    if (failed.length > 0 && sound) playFailure();
  }, [failed]);
  const today = page.data ? calendarDay(page.data.now) : '';
  const link = (cursor: string) => `${base}/lots?${on ? `le=${on}&` : ''}apres=${encodeURIComponent(cursor)}`;
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      <Alert>
        {failed.map(({ id, name, state, reason }) => (
          <p key={id} class="visually-hidden">
            {state === 'failed'
              ? words.failedBatch(name, t.reasons[reason ?? ''] ?? t.reasonUnknown)
              : words.failedFile(name)}
          </p>
        ))}
      </Alert>
      {waiting.data && <WaitingSummary scanning={waiting.data} batches={batches} />}
      <div class="batches-layout">
        <div ref={list} class="batches-main">
          {waiting.data && <DoubtfulFiles scanning={waiting.data} />}
          <BatchSearch day={on ?? ''} today={today} onSearch={setSought} />
          {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
          {page.isPending && <Skeleton lines={8} />}
          {sought ? (
            <FoundLetters key={sought} words={sought} onClear={() => setSought('')} />
          ) : (
            <>
              {page.data && batches.length === 0 && (
                <EmptyState title={on ? words.dayEmpty : t.emptyTitle}>
                  <p>{on ? words.dayEmptyText : t.emptyText}</p>
                </EmptyState>
              )}
              {page.data &&
                byDay(batches).map(([date, ofDay]) => (
                  <section key={date} class="batch-day" aria-labelledby={`day-${date}`}>
                    <h2 id={`day-${date}`}>{dayName(date, today)}</h2>
                    <ul>
                      {ofDay.map((batch) => (
                        <BatchCard key={batch.id} batch={batch} />
                      ))}
                    </ul>
                  </section>
                ))}
              {page.data && (
                <Pagination
                  first={after ? `${base}/lots${on ? `?le=${on}` : ''}` : undefined}
                  next={page.data.next ? link(page.data.next) : undefined}
                />
              )}
            </>
          )}
        </div>
        <aside class="batches-aside" aria-label={t.aside}>
          <SeparatorForm />
          <HowToScan />
          <SoundSwitch on={sound} onChange={setSound} />
        </aside>
      </div>
      <Status hidden>{spoken(batches)}</Status>
    </AgentPage>
  );
}

/** Said when a batch begins or ends, not at each page. */
function spoken(batches: readonly BatchOfList[]): string {
  const reading = batches.filter(({ state }) => state === 'reading').length;
  return batches.length === 0 ? '' : words.spoken(reading);
}

function byDay(batches: readonly BatchOfList[]): [string, BatchOfList[]][] {
  const days = new Map<string, BatchOfList[]>();
  for (const batch of batches) {
    const date = calendarDay(batch.receivedAt);
    days.set(date, [...(days.get(date) ?? []), batch]);
  }
  return [...days];
}
const dayName = (date: string, today: string): string => (date === today ? t.today : weekday(date));
