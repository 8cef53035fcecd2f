import { useState } from 'preact/hooks';
import type { Site } from '../../site.ts';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CalendarIcon, LockIcon } from '../../ui/icons.tsx';
import { appointments, mine as t } from '../../ui/messages/appointments-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { saveBlob } from '../save-blob.ts';
import { writtenIn } from '../written.ts';
import { AppointmentCard } from './appointment-card.tsx';
import { type Appointment, appointmentsApi } from './appointments-api.ts';
import { Bring } from './bring.tsx';
import { JoinWaiting } from './join-waiting.tsx';
import { MoveForm } from './move-form.tsx';

type Props = {
  site: Site;
  secret: string;
  appointment: Appointment;
  isNew: boolean;
  onChange: (appointment: Appointment) => void;
  onOpen: (secret: string) => void;
  onLeave: () => void;
};

/** One's own appointment: seen, put into a calendar, moved, given up. */
export function MineView({ site, secret, appointment, isNew, onChange, onOpen, onLeave }: Props) {
  const { state, isOver, isClosed, from, contact, reason, place } = appointment;
  const mayChange = state === 'booked' && !isOver;
  const mustChoose = state === 'cancelled' && isClosed;
  const [wantsToMove, setMoving] = useState(false);
  const moving = wantsToMove || mustChoose;
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string>();
  const run = async (act: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    await act().catch((error) => setProblem(error instanceof ApiProblem ? error.code : 'unexpected'));
    setBusy(false);
  };
  const cancel = () =>
    run(async () => {
      onChange((await appointmentsApi.cancel(secret)).appointment);
      setAsking(false);
      setSaid(t.cancelled);
    });
  const keep = () => run(async () => saveBlob(await appointmentsApi.calendar(secret), 'rendez-vous.ics'));
  const reach = contact.email ?? contact.phone;
  return (
    <Page
      title={isNew && mayChange ? appointments.done : t.title}
      site={site.name}
      context={appointments.title}
    >
      {isNew && mayChange && (
        <Notice kind="success" title={appointments.doneIntro(from)}>
          {reach && <p>{appointments.sentTo(reach)}</p>}
        </Notice>
      )}
      {mustChoose && (
        <Notice kind="warning" title={t.closed} level={2}>
          <p>{t.closedText}</p>
        </Notice>
      )}
      <Status>{said}</Status>
      {problem && (
        <Alert>
          <Notice kind="danger" title={kit.problem(problem)} />
        </Alert>
      )}
      <AppointmentCard appointment={appointment} />
      {mayChange && !moving && (
        <div class="buttons no-print">
          <Button look="secondary" busy={busy} onClick={() => void keep()}>
            <CalendarIcon />
            {t.calendar}
          </Button>
          <Button look="secondary" onClick={() => setMoving(true)}>
            {t.move}
          </Button>
          <Button look="quiet" onClick={() => print()}>
            {t.print}
          </Button>
          <Button look="quiet" onClick={() => setAsking(true)}>
            {t.cancel}
          </Button>
        </div>
      )}
      {moving && (
        <MoveForm
          secret={secret}
          appointment={appointment}
          onKeep={() => setMoving(false)}
          onMoved={(moved) => {
            setMoving(false);
            onChange(moved);
            setSaid(t.moved(moved.from));
          }}
        />
      )}
      {mayChange && !moving && (
        <>
          <Bring documents={reason.documents} lang={writtenIn(appointment)} />
          <JoinWaiting
            reason={reason.code}
            place={place.code}
            known={contact}
            appointment={secret}
            label={t.earlier}
            text={t.earlierText}
            button={t.earlierGo}
            onJoined={onOpen}
          />
        </>
      )}
      <p class="hint with-icon no-print">
        <LockIcon />
        {t.privacy}
      </p>
      <p class="no-print">
        <Button look="quiet" onClick={onLeave}>
          {t.another}
        </Button>
      </p>
      <Dialog id="annuler" open={asking} title={t.cancelTitle} onClose={() => setAsking(false)}>
        <p>{appointments.whenWords(from, appointment.to)}</p>
        <p>{t.cancelText}</p>
        <div class="buttons">
          <Button look="danger" busy={busy} onClick={() => void cancel()}>
            {t.cancelGo}
          </Button>
          <Button look="secondary" onClick={() => setAsking(false)}>
            {t.cancelKeep}
          </Button>
        </div>
      </Dialog>
    </Page>
  );
}
