import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { alerts as t } from '../../ui/messages/backoffice-alerts-fr.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { queries } from '../data/queries.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { AlertForm } from './alert-form.tsx';
import { AlertView } from './alert-view.tsx';
import { type Alert, alertsApi } from './alerts-api.ts';

type Screen = { name: 'list' } | { name: 'form'; alert?: Alert } | { name: 'one'; id: string };

/** What was told to subscribers, and what is being written to them. */
export default function AlertsPage() {
  const [after, setAfter] = useState<string>();
  const [screen, setScreen] = useState<Screen>({ name: 'list' });
  const list = useQuery({ queryKey: ['alerts', after], queryFn: () => alertsApi.list(after) });
  const listed = list.data;
  const saved = async ({ id }: Alert) => {
    await queries.invalidateQueries({ queryKey: ['alerts'] });
    await queries.invalidateQueries({ queryKey: ['alert', id] });
    setScreen({ name: 'one', id });
  };
  return (
    <AgentPage title={t.title} intro={<p>{t.intro(listed?.mostAWeek ?? 2)}</p>}>
      {list.error && <ErrorBox error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={5} />}
      {listed && screen.name !== 'list' && (
        <p>
          <Button look="quiet" onClick={() => setScreen({ name: 'list' })}>
            {t.back}
          </Button>
        </p>
      )}
      {listed && screen.name === 'form' && (
        <AlertForm listed={listed} alert={screen.alert} onSaved={(alert) => void saved(alert)} />
      )}
      {listed && screen.name === 'one' && (
        <AlertView id={screen.id} listed={listed} onChange={(alert) => setScreen({ name: 'form', alert })} />
      )}
      {listed && screen.name === 'list' && (
        <>
          <div class="buttons">
            <Button onClick={() => setScreen({ name: 'form' })}>{t.write}</Button>
          </div>
          <h2>{t.list}</h2>
          {listed.alerts.length === 0 && (
            <EmptyState title={t.none} level={3}>
              <p>{t.noneText}</p>
            </EmptyState>
          )}
          <ul class="agenda-lines">
            {listed.alerts.map(({ id, title, state, createdAt, sendAt }) => (
              <li key={id} class="agenda-line">
                <span class="agenda-who">
                  <strong>{title}</strong>
                  <span class="soft">{dayAndTime(sendAt ?? createdAt)}</span>
                </span>
                <span class="agenda-acts">
                  <Tag>{t.state[state]}</Tag>
                  <Button look="secondary" about={title} onClick={() => setScreen({ name: 'one', id })}>
                    {t.open}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
          {listed.next && (
            <Button look="secondary" onClick={() => setAfter(listed.next ?? undefined)}>
              {t.more}
            </Button>
          )}
        </>
      )}
    </AgentPage>
  );
}
