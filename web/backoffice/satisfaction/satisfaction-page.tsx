import { useQuery } from '@tanstack/react-query';
import type { readSatisfaction } from '../../../functions/follow/agent-api.ts';
import { type AnswerOf, call, lastNow } from '../../ui/api.ts';
import { satisfaction as t } from '../../ui/messages/backoffice-satisfaction-fr.ts';
import { calendarDay } from '../../ui/messages/dates.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { AgentPage } from '../shell/agent-page.tsx';

type Satisfaction = AnswerOf<typeof readSatisfaction>;
type Figures = Satisfaction['all'];

/** The twelve months that end with this one. */
const period = () => {
  const to = calendarDay(lastNow()).slice(0, 7);
  const from = `${Number(to.slice(0, 4)) - 1}${to.slice(4)}`;
  return { from, to };
};
const monthOf = (month: string): string => month.split('-').reverse().join('/');

/** What people think of the answers: mean and share of those it did not help, by department and by month. */
export default function SatisfactionPage() {
  const page = useQuery({
    queryKey: ['satisfaction'],
    queryFn: () => call<typeof readSatisfaction>('GET /api/agent/satisfaction', { query: period() }),
  });
  const { departmentName } = useSignedIn();
  const { data } = page;
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={6} />}
      {data && data.all.mean === null && (
        <EmptyState title={t.empty}>
          <p>{t.emptyText}</p>
        </EmptyState>
      )}
      {data && data.all.mean !== null && (
        <>
          <p>
            <strong>{t.overall(data.all.mean, data.all.answers)}</strong>
          </p>
          <Table
            caption={t.byDepartment}
            head={t.department}
            rows={data.departments.map(({ department, ...figures }) => ({
              name: department === '-' ? t.nobody : departmentName(department),
              figures,
            }))}
          />
          <Table
            caption={t.byMonth}
            head={t.month}
            rows={data.months.map(({ month, ...figures }) => ({ name: monthOf(month), figures }))}
          />
          <p class="soft">{t.note}</p>
        </>
      )}
    </AgentPage>
  );
}

type Row = { name: string; figures: Figures };
const Table = ({ caption, head, rows }: { caption: string; head: string; rows: readonly Row[] }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has only a keyboard scrolls it too.
  <section class="table-frame" aria-label={caption} tabIndex={0}>
    <table class="figures">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t.answers}</th>
          <th scope="col">{t.mean}</th>
          <th scope="col">{t.unsatisfied}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, figures }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{t.value(figures.answers)}</td>
            <td>{t.value(figures.mean ?? 0)}</td>
            <td>{t.share(figures.unsatisfied ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
