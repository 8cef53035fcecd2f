import { useQuery } from '@tanstack/react-query';
import { useRef } from 'preact/hooks';
import { waves as t } from '../../ui/messages/backoffice-waves-fr.ts';
import { relativeDay } from '../../ui/messages/dates.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { useRowKeys } from '../shell/row-keys.ts';
import { waveHref } from './wave-line.tsx';
import { wavesApi } from './waves-api.ts';

/** What many people write about, in the departments this agent sees: for a chief, the quality unit, whoever sorts. */
export default function WavesPage() {
  const { departmentName } = useSignedIn();
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const page = useQuery({
    queryKey: ['waves', null],
    queryFn: () => wavesApi.list(),
    refetchInterval: 60_000,
  });
  const { data } = page;
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      <div ref={list} aria-busy={page.isFetching}>
        {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
        {page.isPending && <Skeleton lines={4} />}
        {data?.waves.length === 0 && (
          <EmptyState title={t.emptyTitle}>
            <p>{t.emptyText}</p>
          </EmptyState>
        )}
        {data && data.waves.length > 0 && (
          <ul class="contact-cards">
            {data.waves.map((wave) => (
              <li key={wave.waveId} class="row card wave-card">
                <p class="subject">
                  <a href={waveHref(wave.waveId)} data-row>
                    {t.line(wave, data.now)}
                  </a>
                </p>
                <p>{departmentName(wave.department)}</p>
                <p class="soft">
                  {t.people(wave.people)}, {t.lastOne(relativeDay(wave.lastAt, data.now))}
                </p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </AgentPage>
  );
}
