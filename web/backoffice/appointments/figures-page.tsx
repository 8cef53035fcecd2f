import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { FieldFrame } from '../../ui/field.tsx';
import { appointments, figures as t } from '../../ui/messages/backoffice-appointments-fr.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { AgentPage } from '../shell/agent-page.tsx';
import { appointmentsApi } from './appointments-api.ts';
import { AppointmentsNav } from './appointments-nav.tsx';

const columns = ['booked', 'moved', 'cancelled', 'missedRate', 'meanWait', 'waiting'] as const;

/** A month for the quality unit: how long people wait, and how many do not come. */
export default function FiguresPage() {
  const [month, setMonth] = useState<string>();
  const page = useQuery({
    queryKey: ['appointment-figures', month],
    queryFn: () => appointmentsApi.figures(month),
  });
  const { data } = page;
  return (
    <AgentPage title={appointments.pages.figures} context={appointments.title} intro={<p>{t.intro}</p>}>
      <AppointmentsNav current="figures" />
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={6} />}
      {data && (
        <>
          <FieldFrame id="figures-month" label={t.month}>
            <input
              type="month"
              id="figures-month"
              class="input medium"
              value={month ?? data.month}
              onInput={(event) => setMonth(event.currentTarget.value || undefined)}
            />
          </FieldFrame>
          {data.lines.length === 0 ? (
            <EmptyState title={t.none} level={2}>
              <p>{t.noneText}</p>
            </EmptyState>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is walked through by the keyboard
            <section class="agenda-table" tabIndex={0} aria-label={appointments.pages.figures}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t.columns.what}</th>
                    {columns.map((column) => (
                      <th scope="col" key={column}>
                        {t.columns[column]}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {data.lines.map((line) => (
                    <tr key={`${line.place} ${line.reason}`}>
                      <th scope="row">
                        {line.reason}, {line.place}
                      </th>
                      <td>{t.count(line.booked)}</td>
                      <td>{t.count(line.moved)}</td>
                      <td>{t.count(line.cancelled)}</td>
                      <td>{t.rate(line.missedRate)}</td>
                      <td>{t.days(line.meanWait)}</td>
                      <td>{t.count(line.waiting)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
        </>
      )}
    </AgentPage>
  );
}
