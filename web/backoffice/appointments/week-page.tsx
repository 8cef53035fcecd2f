import { useQuery } from '@tanstack/react-query';
import { lastNow } from '../../ui/api.ts';
import { appointments as t } from '../../ui/messages/backoffice-appointments-fr.ts';
import { calendarDay } from '../../ui/messages/dates.ts';
import { Skeleton } from '../../ui/states.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { AgentPage } from '../shell/agent-page.tsx';
import { pageOf, readAddress, withPlace } from './address.ts';
import { appointmentsApi, type Week } from './appointments-api.ts';
import { AppointmentsNav } from './appointments-nav.tsx';
import { PlaceAndDay } from './place-and-day.tsx';

/** A week at a place: how full each desk is on each day, and what is closed. */
export default function WeekPage() {
  const asked = readAddress(useSearch());
  const first = useQuery({
    queryKey: ['agenda-day', asked.place, undefined],
    queryFn: () => appointmentsApi.day({ place: asked.place }),
    enabled: !asked.place,
  });
  const place = asked.place ?? first.data?.place;
  const day = asked.day ?? calendarDay(lastNow());
  const page = useQuery({
    queryKey: ['agenda-week', place, day],
    queryFn: () => appointmentsApi.week({ place: place ?? '', day }),
    enabled: place !== undefined,
  });
  const { data } = page;
  const error = page.error ?? first.error;
  return (
    <AgentPage title={t.pages.week} context={t.title}>
      <AppointmentsNav current="week" />
      {error && <ErrorBox error={error} onRetry={() => void page.refetch()} />}
      {page.isPending && !error && <Skeleton lines={8} />}
      {data && (
        <>
          <PlaceAndDay
            page={pageOf.week}
            places={data.places}
            place={data.place}
            day={day}
            today={calendarDay(data.now)}
            by={7}
          />
          <h2 class="agenda-title">{t.weekTitle(data.monday)}</h2>
          <WeekTable data={data} />
        </>
      )}
    </AgentPage>
  );
}

/** Days first: on a phone the lines are read one under the other. */
const WeekTable = ({ data }: { data: Week }) => (
  <ul class="agenda-week">
    {data.days.map(({ day, desks }) => (
      <li key={day}>
        <h3>
          <a href={withPlace(pageOf.day, data.place, day)}>{t.dayTitle(day)}</a>
        </h3>
        {desks.every(
          ({ openMinutes, barredMinutes, booked }) => openMinutes + barredMinutes + booked === 0,
        ) ? (
          <p class="soft">{t.shut}</p>
        ) : (
          <dl>
            {desks.map((desk) => (
              <div key={desk.code}>
                <dt>{desk.name}</dt>
                <dd>
                  {desk.openMinutes === 0 && desk.booked === 0
                    ? t.shut
                    : t.cell(desk.booked, desk.takenMinutes, desk.openMinutes)}
                  {desk.barredMinutes > 0 && (
                    <span class="agenda-barred">{t.partly(desk.barredMinutes)}</span>
                  )}
                </dd>
                <dd class="agenda-bar" aria-hidden="true">
                  <progress value={desk.takenMinutes} max={Math.max(1, desk.openMinutes)} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </li>
    ))}
  </ul>
);
