import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { saveBlob } from '../../portal/save-blob.ts';
import { lastNow } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { DownloadIcon } from '../../ui/icons.tsx';
import { activity as t } from '../../ui/messages/backoffice-activity-fr.ts';
import { calendarDay } from '../../ui/messages/dates.ts';
import { navigate } from '../../ui/navigation.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { useSearch } from '../../ui/use-search.ts';
import styles from '../css/activity.late.css';
import { ErrorBox } from '../data/outcome.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { lateStyles } from '../shell/late-styles.ts';
import { type Activity, activityApi, periodOf } from './activity-api.ts';
import { ActivityFigures, Delays } from './activity-figures.tsx';
import { activityFile } from './activity-file.ts';
import { ActivityTable } from './activity-table.tsx';
import { usePartsOf } from './parts.ts';

void lateStyles(styles);
const ordinary = '12';

/** Volumes and delays by month, channel, department and procedure; the address keeps what is chosen. */
export default function ActivityPage() {
  const search = new URLSearchParams(useSearch());
  const months = search.get('mois') ?? ordinary;
  const department = search.get('service') ?? '';
  const period = periodOf(calendarDay(lastNow()), Number(months) in t.periods ? Number(months) : 12);
  const page = useQuery({
    queryKey: ['activity', period, department],
    queryFn: () => activityApi(period, department),
    placeholderData: keepPreviousData,
  });
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    navigate(`${base}/activite${next.size ? `?${next}` : ''}`, { replace: true });
  };
  const { me, departments } = useSignedIn();
  const seesAll = me.roles.some((role) => role === 'quality' || role === 'administrator');
  const shown = departments.filter(({ code }) => seesAll || me.departments.includes(code));
  const { data } = page;
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      <div class="activity-choice">
        <Select
          id="months"
          label={t.period}
          empty={null}
          value={months}
          options={Object.entries(t.periods).map(([value, label]) => ({ value, label }))}
          onChange={(value) => choose('mois', value)}
        />
        <Select
          id="department"
          label={t.department}
          empty={t.everyDepartment}
          value={department}
          options={shown.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(value) => choose('service', value)}
        />
      </div>
      <div aria-busy={page.isFetching}>
        {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
        {page.isPending && <Skeleton lines={8} />}
        {data && data.total.opened + data.total.answered === 0 && (
          <EmptyState title={t.empty}>
            <p>{t.emptyText}</p>
          </EmptyState>
        )}
        {data && data.total.opened + data.total.answered > 0 && (
          <Report data={data} fileName={t.fileName(period.from, period.to)} />
        )}
      </div>
    </AgentPage>
  );
}

function Report({ data, fileName }: { data: Activity; fileName: string }) {
  const parts = usePartsOf(data);
  const download = () =>
    saveBlob(new Blob([activityFile(parts)], { type: 'text/csv;charset=utf-8' }), fileName);
  return (
    <>
      <ActivityFigures total={data.total} before={data.before} />
      {data.savedCents > 0 && (
        <p class="activity-saved">
          <strong>{t.saved(data.savedCents)}</strong> <span class="soft">{t.savedWhy}</span>
        </p>
      )}
      <Delays total={data.total} />
      {parts.map((part) => (
        <ActivityTable key={part.caption} {...part} />
      ))}
      <p class="activity-end">
        <Button look="secondary" onClick={download}>
          <DownloadIcon />
          {t.download}
        </Button>
        <span class="soft">{t.privacy}</span>
      </p>
    </>
  );
}
