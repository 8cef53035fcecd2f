import { useMutation, useQuery } from '@tanstack/react-query';
import { LinkButton } from '../../ui/button.tsx';
import { appointments as t } from '../../ui/messages/backoffice-appointments-fr.ts';
import { calendarDay } from '../../ui/messages/dates.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/status.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { queries } from '../data/queries.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { pageOf, readAddress } from './address.ts';
import { appointmentsApi, type Day } from './appointments-api.ts';
import { AppointmentsNav } from './appointments-nav.tsx';
import { DayLine } from './day-line.tsx';
import { PlaceAndDay } from './place-and-day.tsx';

/** Who comes on a day, desk by desk. Read again each half minute: people arrive, and others book. */
export default function DayPage() {
  const asked = readAddress(useSearch());
  const page = useQuery({
    queryKey: ['agenda-day', asked.place, asked.day],
    queryFn: () => appointmentsApi.day(asked),
    refetchInterval: 30_000,
  });
  const { data } = page;
  const again = () => queries.invalidateQueries({ queryKey: ['agenda-day'] });
  const act = useMutation({
    mutationFn: (run: () => Promise<string>) => run(),
    onSuccess: async (words) => {
      toast(words);
      await again();
    },
    onError: (error) => toast(sentenceOf(error)),
  });
  return (
    <AgentPage title={t.title} context={data ? t.dayTitle(data.day) : undefined}>
      <AppointmentsNav current="day" />
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={8} />}
      {data && (
        <>
          <PlaceAndDay
            page={pageOf.day}
            places={data.places}
            place={data.place}
            day={data.day}
            today={calendarDay(data.now)}
            by={1}
          />
          <Desks data={data} busy={act.isPending} onAct={(run) => act.mutate(run)} />
        </>
      )}
    </AgentPage>
  );
}

type Act = (run: () => Promise<string>) => void;
function Desks({ data, busy, onAct }: { data: Day; busy: boolean; onAct: Act }) {
  const count = data.desks.reduce((sum, desk) => sum + desk.appointments.length, 0);
  const placeName = data.places.find(({ code }) => code === data.place)?.name ?? data.place;
  const reasonName = (code: string) => data.reasons.find((one) => one.code === code)?.name ?? code;
  return (
    <>
      <h2 class="agenda-title">
        {t.dayTitle(data.day)} <span>{placeName}</span>
      </h2>
      <p class="agenda-summary">{t.summary(count, data.waiting)}</p>
      {count === 0 && (
        <EmptyState title={t.none} level={3}>
          <p>{t.noneText}</p>
          <LinkButton look="secondary" href={pageOf.book}>
            {t.pages.book}
          </LinkButton>
        </EmptyState>
      )}
      {data.desks.map((desk) => (
        <section key={desk.code} class="agenda-desk" aria-labelledby={`desk-${desk.code}`}>
          <h3 id={`desk-${desk.code}`}>
            {desk.name}{' '}
            <span class="agenda-open">
              {desk.open.length === 0
                ? t.closedDay
                : desk.open.map(({ start, end }) => t.openFrom(start, end)).join(', ')}
            </span>
          </h3>
          {desk.barred.map(({ start, end }) => (
            <p key={`${start}-${end}`} class="agenda-barred">
              {t.barred(start, end)}
            </p>
          ))}
          {desk.appointments.length > 0 && (
            <ul class="agenda-lines">
              {desk.appointments.map((line) => (
                <DayLine
                  key={line.id}
                  line={line}
                  reason={reasonName(line.reason)}
                  now={data.now}
                  busy={busy}
                  onAct={onAct}
                />
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}
