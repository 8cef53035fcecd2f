import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { learning as t } from '../../ui/messages/backoffice-learning-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/status.tsx';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { newKey, queries } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { ArbitrationList } from './arbitration-list.tsx';
import { CorrectionsTable } from './corrections-table.tsx';
import { DepartmentsTable } from './departments-table.tsx';
import { type Learning, learningApi } from './learning-api.ts';
import { Reliability } from './reliability.tsx';
import { VersionsList } from './versions-list.tsx';
import { WeekFigure } from './week-figure.tsx';
import { WeeksTable } from './weeks-table.tsx';

/** How well letters are sorted, what agents corrected, and which version of the model serves. */
export default function LearningPage() {
  const page = useQuery({ queryKey: ['learning'], queryFn: learningApi.read, refetchInterval: 30_000 });
  const { data } = page;
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      <div class="learning" aria-busy={page.isFetching && !data}>
        {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
        {page.isPending && <Skeleton lines={10} />}
        {data && data.arbitrations.length > 0 && <ArbitrationList waiting={data.arbitrations} />}
        {data && <Figures data={data} />}
        {data && <LearnNow data={data} />}
        {data && <VersionsList data={data} />}
      </div>
    </AgentPage>
  );
}

function Figures({ data }: { data: Learning }) {
  if (data.departments.length === 0)
    return (
      <EmptyState title={t.emptyTitle}>
        <p>{t.emptyText}</p>
      </EmptyState>
    );
  return (
    <>
      <WeekFigure weeks={data.weeks} />
      <div class="learning-pair">
        <Reliability bins={data.reliability} />
        <CorrectionsTable corrections={data.corrections} />
      </div>
      <DepartmentsTable data={data} />
      <WeeksTable data={data} />
    </>
  );
}

/** How the last night went, and what of it rests on one person. */
function LastRun({ lastRun }: { lastRun: NonNullable<Learning['lastRun']> }) {
  const { departmentName } = useSignedIn();
  const { at, verdict, trial, isFollowed } = lastRun;
  const habits = trial.onePerson ?? [];
  const isAside = verdict === 'published' && !isFollowed;
  return (
    <div class="last-run">
      <p class="soft">{t.lastRun(at, isAside ? t.notFollowed : (t.verdicts[verdict] ?? ''))}</p>
      {trial.mustForget && <p class="soft">{t.forgot}</p>}
      {habits.length > 0 && (
        <Notice kind="warning" title={t.onePersonTitle} level={2}>
          <ul>
            {habits.map(({ from, to, corrections, against, onTrial }) => (
              <li key={`${from}-${to}`}>
                {t.onePerson(departmentName(from), departmentName(to), corrections, against)}{' '}
                {onTrial && t.onTrial}
              </li>
            ))}
          </ul>
          <p>{t.onePersonRule}</p>
        </Notice>
      )}
    </div>
  );
}

function LearnNow({ data: { lastRun } }: { data: Learning }) {
  const key = useRef(newKey());
  const start = useMutation({
    mutationFn: () => learningApi.learnNow(key.current),
    onSuccess: () => {
      key.current = newKey();
      toast(t.learning);
      void queries.invalidateQueries({ queryKey: ['learning'] });
    },
  });
  return (
    <div class="learn-now">
      <Button look="secondary" busy={start.isPending} onClick={() => start.mutate()}>
        {t.now}
      </Button>
      {lastRun ? <LastRun lastRun={lastRun} /> : <p class="soft">{t.neverRun}</p>}
      {start.error && (
        <p class="field-error" role="alert">
          {sentenceOf(start.error)}
        </p>
      )}
    </div>
  );
}
