import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { addDays } from '../../../functions/deadlines/day.ts';
import { calls, statistics as t } from '../../ui/messages/backoffice-calls-fr.ts';
import { day, weekday } from '../../ui/messages/dates.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { useProcedures } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { callsApi, type Statistics } from './calls-api.ts';
import { CallsNav } from './calls-nav.tsx';
import { CallFigures } from './figures.tsx';
import { HourChart } from './hour-chart.tsx';
import { LinesTable } from './lines-table.tsx';

const spans = ['day', 'week'] as const;
type Span = (typeof spans)[number];
const address = (span: Span, from?: string) => {
  const search = new URLSearchParams({
    ...(span === 'week' ? { vue: 'semaine' } : {}),
    ...(from ? { du: from } : {}),
  });
  return `${base}/appels${search.size ? `?${search}` : ''}`;
};

/** How many called, when, about what, and how many were answered: a day or a week at a time. */
export default function StatisticsPage() {
  const search = new URLSearchParams(useSearch());
  const span: Span = search.get('vue') === 'semaine' ? 'week' : 'day';
  const from = search.get('du') ?? undefined;
  const page = useQuery({
    queryKey: ['call-statistics', span, from],
    queryFn: () => callsApi.statistics({ span, ...(from ? { from } : {}) }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const { data } = page;
  return (
    <AgentPage title={t.title}>
      <CallsNav current="statistics" />
      {data && <Period span={span} data={data} />}
      <div aria-busy={page.isFetching}>
        {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
        {page.isPending && <Skeleton lines={8} />}
        {data && data.total.calls === 0 && (
          <EmptyState title={t.emptyTitle}>
            <p>{t.emptyText}</p>
          </EmptyState>
        )}
        {data && data.total.calls > 0 && <Report span={span} data={data} />}
      </div>
    </AgentPage>
  );
}

function Period({ span, data: { from, to } }: { span: Span; data: Statistics }) {
  const step = span === 'week' ? 7 : 1;
  return (
    <div class="call-period">
      <nav aria-label={t.spanLabel} class="switch">
        <ul>
          {spans.map((each) => (
            <li key={each}>
              <a href={address(each, from)} aria-current={each === span ? 'true' : undefined}>
                {t.spans[each]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2>{span === 'week' ? t.week(day(from), day(to)) : weekday(from)}</h2>
      <ul class="steps-of-time">
        <li>
          <a href={address(span, addDays(from, -step))}>{t.previous[span]}</a>
        </li>
        <li>
          <a href={address(span)}>{t.today}</a>
        </li>
        <li>
          <a href={address(span, addDays(from, step))}>{t.next[span]}</a>
        </li>
      </ul>
    </div>
  );
}

function Report({ span, data }: { span: Span; data: Statistics }) {
  const { departments } = useSignedIn();
  const procedures = useProcedures();
  // The subject of a call is a department, or the procedure that whoever answered chose.
  const topicName = (code: string | null): string =>
    (code && departments.find((each) => each.code === code)?.name) ||
    procedures.data?.procedures.find(({ id }) => id === code)?.title ||
    (code ?? calls.noTopic);
  return (
    <>
      <CallFigures total={data.total} outbound={data.outbound} />
      {span === 'week' && (
        <div>
          <HourChart lines={data.days} name={(code) => weekday(code).split(' ')[0] ?? code} title={t.byDay} />
          <LinesTable
            caption={t.byDay}
            head={t.columns.day}
            lines={data.days}
            name={(code) => weekday(code ?? '')}
          />
        </div>
      )}
      <div>
        <HourChart lines={data.hours} name={t.hour} title={t.byHour} />
        <LinesTable
          caption={t.byHour}
          head={t.columns.hour}
          lines={data.hours}
          name={(code) => t.hour(code ?? '0')}
        />
      </div>
      <div class="call-tables">
        <LinesTable caption={t.byTopic} head={t.columns.topic} lines={data.topics} name={topicName} />
        <LinesTable
          caption={t.byGroup}
          head={t.columns.group}
          lines={data.groups}
          name={(code) => (code ? calls.group(code) : calls.noGroup)}
        />
      </div>
      <p class="hint">{t.note}</p>
    </>
  );
}
