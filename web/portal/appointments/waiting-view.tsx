import { useState } from 'preact/hooks';
import type { Site } from '../../site.ts';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { appointments, waiting as t } from '../../ui/messages/appointments-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { writtenIn } from '../written.ts';
import { appointmentsApi, type Slot, type Waiting } from './appointments-api.ts';
import { Taken } from './slots.tsx';

type Props = {
  site: Site;
  secret: string;
  waiting: Waiting;
  onChange: (waiting: Waiting) => void;
  onOpen: (secret: string) => void;
  onLeave: () => void;
};
const tones = { waiting: 'brand', offered: 'success', accepted: 'success', left: 'neutral' } as const;

/** A place in a waiting list; what is kept for the person is taken by one press. */
export function WaitingView({ site, secret, waiting, onChange, onOpen, onLeave }: Props) {
  const { state, offer, position, reason, place } = waiting;
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [nearest, setNearest] = useState<Slot[]>();
  const [problem, setProblem] = useState<string>();
  const run = async (act: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    await act().catch((error) => setProblem(error instanceof ApiProblem ? error.code : 'unexpected'));
    setBusy(false);
  };
  const accept = () =>
    run(async () => {
      const booked = await appointmentsApi.accept(secret);
      if (booked.outcome === 'booked') onOpen(booked.secret);
      else if (booked.outcome === 'taken') setNearest(booked.nearest);
      else setSaid(appointments.limit(booked.most));
    });
  const step = (way: 'decline' | 'leave', words: string) =>
    run(async () => {
      onChange((await appointmentsApi[way](secret)).waiting);
      setSaid(words);
    });
  return (
    <Page
      title={t.title}
      site={site.name}
      context={appointments.title}
      intro={<p lang={writtenIn(waiting)}>{`${reason.name}, ${place.name}`}</p>}
    >
      <Status>{said}</Status>
      {problem && (
        <Alert>
          <Notice kind="danger" title={kit.problem(problem)} />
        </Alert>
      )}
      {nearest && <Taken id="proche" nearest={nearest} onChoose={onLeave} />}
      <section class="appointment-card" aria-labelledby="attente-etat">
        <Tag kind={tones[state]}>{t.state[state]}</Tag>
        {offer ? (
          <>
            <h2 id="attente-etat" class="appointment-when">
              {t.offer(offer.from)}
            </h2>
            <p>{t.until(offer.until)}</p>
            <div class="buttons">
              <Button busy={busy} onClick={() => void accept()}>
                {t.accept}
              </Button>
              <Button look="quiet" busy={busy} onClick={() => void step('decline', t.declined)}>
                {t.decline}
              </Button>
            </div>
          </>
        ) : (
          <h2 id="attente-etat" class="appointment-when">
            {state === 'waiting' ? t.joined : state === 'accepted' ? t.accepted : t.left}
          </h2>
        )}
        {state === 'waiting' && (
          <>
            {position !== null && <p>{t.position(position)}</p>}
            <p>{t.joinText}</p>
            <div class="buttons">
              <Button look="quiet" busy={busy} onClick={() => void step('leave', t.left)}>
                {t.leave}
              </Button>
            </div>
          </>
        )}
      </section>
      <div class="buttons">
        <Button look="secondary" onClick={onLeave}>
          {appointments.title}
        </Button>
      </div>
    </Page>
  );
}
