import { useState } from 'preact/hooks';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { slots, mine as t } from '../../ui/messages/appointments-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Alert } from '../../ui/status.tsx';
import { type Appointment, appointmentsApi, type Slot } from './appointments-api.ts';
import { SlotChoice } from './slot-choice.tsx';
import { Taken, usePlaces } from './slots.tsx';

type Props = {
  secret: string;
  appointment: Appointment;
  onMoved: (appointment: Appointment) => void;
  onKeep: () => void;
};

/** Another time: the present one is kept until the other is sure, so nothing needs to be held. */
export function MoveForm({ secret, appointment, onMoved, onKeep }: Props) {
  const { reason } = appointment;
  const { places = [], lang } = usePlaces(reason.code);
  const [place, setPlace] = useState(appointment.place.code);
  const [chosen, setChosen] = useState<Slot>();
  const [nearest, setNearest] = useState<Slot[]>();
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [stamp, setStamp] = useState(0);
  const [problem, setProblem] = useState<string>();
  const submit = async (event: Event) => {
    event.preventDefault();
    setMissing(!chosen);
    if (!chosen || busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const moved = await appointmentsApi.move(secret, place, chosen.from);
      if (moved.outcome === 'booked') return onMoved(moved.appointment);
      setNearest(moved.outcome === 'taken' ? moved.nearest : []);
      setChosen(undefined);
      setStamp((count) => count + 1);
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.code : 'unexpected');
    }
    setBusy(false);
  };
  const choose = (slot: Slot) => {
    setChosen(slot);
    setNearest(undefined);
    setMissing(false);
  };
  return (
    <section>
      <h2>{t.moveTitle}</h2>
      <form class="step-form" noValidate onSubmit={(event) => void submit(event)}>
        {problem && (
          <Alert>
            <p class="field-error">{kit.problem(problem)}</p>
          </Alert>
        )}
        {places.length > 1 && (
          <RadioGroup
            id="deplacer-lieu"
            label={slots.place}
            optionsLang={lang}
            options={places.map(({ code, name, address }) => ({ value: code, label: name, hint: address }))}
            value={place}
            onChange={(code) => {
              setPlace(code);
              setChosen(undefined);
            }}
          />
        )}
        {nearest && <Taken id="deplacer-proche" nearest={nearest} onChoose={choose} />}
        <SlotChoice
          id="deplacer"
          label={slots.choose}
          error={missing ? slots.missing : undefined}
          reason={reason.code}
          place={place}
          chosen={chosen?.from ?? null}
          stamp={stamp}
          onChoose={choose}
        />
        <div class="buttons">
          <Button type="submit" busy={busy}>
            {t.moveGo}
          </Button>
          {appointment.state === 'booked' && (
            <Button look="quiet" onClick={onKeep}>
              {t.keep}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}
