import { useEffect, useState } from 'preact/hooks';
import type { Site } from '../../site.ts';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { appointments, mine as t } from '../../ui/messages/appointments-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert } from '../../ui/status.tsx';
import { appointmentsApi, type Mine as Found } from './appointments-api.ts';
import { MineView } from './mine-view.tsx';
import { WaitingView } from './waiting-view.tsx';

type Props = {
  site: Site;
  secret: string;
  /** Booked a moment ago, on this very screen. */
  isNew: boolean;
  onOpen: (secret: string) => void;
  onLeave: () => void;
};

/** What a link opens: an appointment, or a place in a waiting list. */
export function Mine({ site, secret, isNew, onOpen, onLeave }: Props) {
  const [found, setFound] = useState<Found>();
  const [problem, setProblem] = useState<string>();
  const read = () => {
    setProblem(undefined);
    appointmentsApi
      .mine(secret)
      .then(setFound)
      .catch((error) => setProblem(error instanceof ApiProblem ? error.code : 'unexpected'));
  };
  useEffect(read, [secret]);
  const isWrong = problem === 'not-found' || problem === 'invalid-input';
  if (found?.appointment)
    return (
      <MineView
        site={site}
        secret={secret}
        appointment={found.appointment}
        isNew={isNew}
        onChange={(appointment) => setFound({ ...found, appointment })}
        onOpen={onOpen}
        onLeave={onLeave}
      />
    );
  if (found?.waiting)
    return (
      <WaitingView
        site={site}
        secret={secret}
        waiting={found.waiting}
        onChange={(waiting) => setFound({ ...found, waiting })}
        onOpen={onOpen}
        onLeave={onLeave}
      />
    );
  return (
    <Page title={problem && isWrong ? t.notFound : t.title} site={site.name} context={appointments.title}>
      {!problem && (
        <>
          <p role="status">{t.opening}</p>
          <Skeleton lines={6} />
        </>
      )}
      {problem && (
        <Alert>
          {isWrong ? (
            <p>{t.notFoundText}</p>
          ) : (
            <Notice kind="danger" title={kit.problem(problem)}>
              <Button look="secondary" onClick={read}>
                {kit.retry}
              </Button>
            </Notice>
          )}
        </Alert>
      )}
      {problem && isWrong && (
        <div class="buttons">
          <Button onClick={onLeave}>{appointments.title}</Button>
        </div>
      )}
    </Page>
  );
}
