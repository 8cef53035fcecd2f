import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.tsx';
import { appointments, closings as t } from '../../ui/messages/backoffice-appointments-fr.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { queries } from '../data/queries.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { appointmentsApi, type Closing } from './appointments-api.ts';
import { AppointmentsNav } from './appointments-nav.tsx';
import { ClosingForm } from './closing-form.tsx';

/** Stretches that an agent closes: who was to come is listed first, then told. */
export default function ClosingsPage() {
  const list = useQuery({ queryKey: ['closings'], queryFn: appointmentsApi.closings });
  const day = useQuery({
    queryKey: ['agenda-day', undefined, undefined],
    queryFn: () => appointmentsApi.day({}),
  });
  const reopen = useMutation({
    mutationFn: (id: string) => appointmentsApi.reopen(id),
    onSuccess: async () => {
      toast(t.reopenedDone);
      await queries.invalidateQueries({ queryKey: ['closings'] });
    },
    onError: (error) => toast(sentenceOf(error)),
  });
  const error = list.error ?? day.error;
  const placeName = (code: string) => day.data?.places.find((one) => one.code === code)?.name ?? code;
  return (
    <AgentPage title={appointments.pages.closings} context={appointments.title} intro={<p>{t.intro}</p>}>
      <AppointmentsNav current="closings" />
      {error && <ErrorBox error={error} onRetry={() => void list.refetch()} />}
      {day.data && <ClosingForm places={day.data.places} />}
      <h2>{t.list}</h2>
      {list.isPending && <Skeleton lines={4} />}
      {list.data?.closings.length === 0 && (
        <EmptyState title={t.none} level={3}>
          <p>{t.noneText}</p>
        </EmptyState>
      )}
      <ul class="agenda-lines">
        {list.data?.closings.map((closing) => (
          <Line
            key={closing.id}
            closing={closing}
            place={placeName(closing.place)}
            busy={reopen.isPending}
            onReopen={() => reopen.mutate(closing.id)}
          />
        ))}
      </ul>
    </AgentPage>
  );
}

type LineProps = { closing: Closing; place: string; busy: boolean; onReopen: () => void };
const Line = ({ closing, place, busy, onReopen }: LineProps) => {
  const { from, to, start, end, why, by, at, state, concerned } = closing;
  const what = `${place}, ${t.days(from, to)}, ${t.hours(start, end)}`;
  return (
    <li class="agenda-line">
      <span class="agenda-who">
        <strong>{what}</strong>
        <span>{why}</span>
        <span class="soft">
          {by.replace('agent:', '')}, {dayAndTime(at)}. {t.concerned(concerned)}
        </span>
      </span>
      <span class="agenda-acts">
        {state === 'reopened' ? (
          <Tag>{t.reopened}</Tag>
        ) : (
          <Button look="secondary" busy={busy} onClick={onReopen} about={what}>
            {t.reopen}
          </Button>
        )}
      </span>
    </li>
  );
};
