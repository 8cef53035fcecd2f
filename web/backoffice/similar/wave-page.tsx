import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { waves as t } from '../../ui/messages/backoffice-waves-fr.ts';
import { relativeDay } from '../../ui/messages/dates.ts';
import { Pagination } from '../../ui/pagination.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useSearch } from '../../ui/use-search.ts';
import styles from '../css/waves.late.css';
import { ErrorBox } from '../data/outcome.tsx';
import { isCode } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import type { PageProps } from '../pages.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { ForbiddenPage, NotFoundPage } from '../shell/dead-ends.tsx';
import { lateStyles } from '../shell/late-styles.ts';
import { waveHref } from './wave-line.tsx';
import { WaveMembers } from './wave-members.tsx';
import { wavesApi } from './waves-api.ts';

void lateStyles(styles);

/** One wave, a page of its requests at a time: grouped for one answer, each kept whole. */
export default function WavePage({ params }: PageProps) {
  const waveId = decodeURIComponent(params.waveId ?? '');
  const after = new URLSearchParams(useSearch()).get('apres') ?? undefined;
  const { departmentName } = useSignedIn();
  const page = useQuery({
    queryKey: ['wave', waveId, after],
    queryFn: () => wavesApi.read(waveId, after),
    placeholderData: keepPreviousData,
  });
  const { data } = page;
  if (isCode(page.error, 'forbidden')) return <ForbiddenPage />;
  if (isCode(page.error, 'not-found')) return <NotFoundPage />;
  return (
    <AgentPage
      title={data ? t.named(data.wave.words) : t.title}
      kicker={<a href={`${base}/vagues`}>{t.back}</a>}
      intro={
        data && (
          <p>
            {t.line({ ...data.wave, words: [] }, data.now)}, {t.people(data.wave.people)},{' '}
            {departmentName(data.wave.department)}, {t.lastOne(relativeDay(data.wave.lastAt, data.now))}
          </p>
        )
      }
    >
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={9} />}
      {data && (
        <>
          <WaveMembers key={after ?? ''} page={data} onReload={() => page.refetch()} />
          <Pagination
            first={after ? waveHref(waveId) : undefined}
            next={data.next ? `${waveHref(waveId)}?apres=${encodeURIComponent(data.next)}` : undefined}
          />
        </>
      )}
    </AgentPage>
  );
}
