import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { BackIcon } from '../../ui/icons.tsx';
import { slots, appointments as t } from '../../ui/messages/appointments-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Alert, Status } from '../../ui/status.tsx';
import { writtenIn } from '../written.ts';
import type { StepProps } from './booking.tsx';
import { Bring } from './bring.tsx';
import { JoinWaiting } from './join-waiting.tsx';
import { SlotChoice } from './slot-choice.tsx';
import { Taken, useHold } from './slots.tsx';
import { StepFrame } from './step-frame.tsx';

const ids = { place: 'lieu', slot: 'creneau' };

/** Where and when. The slot is kept from the moment it is chosen. */
export function SlotStep(props: StepProps & { onOpen: (secret: string) => void }) {
  const { site, offered, draft, change, go } = props;
  const lang = writtenIn(offered);
  const reason = offered.reasons.find(({ code }) => code === draft.reason);
  const places = offered.places.filter(({ code }) => reason?.places.includes(code));
  const place = draft.place || (places.length === 1 ? (places[0]?.code ?? '') : '');
  const kept = useHold(reason?.code ?? '', draft.slot, (slot) => change({ slot }));
  const [attempt, setAttempt] = useState(0);
  const [goesOn, setGoesOn] = useState(false);
  const missing = attempt > 0 && !draft.slot && !kept.choosing;
  // Whoever goes on before the slot is known to be kept goes on as soon as it is.
  useEffect(() => {
    if (goesOn && !kept.choosing) setGoesOn(false);
    if (goesOn && !kept.choosing && draft.slot) go('contact');
  }, [goesOn, kept.choosing]);
  const problems = missing
    ? [place ? { field: ids.slot, message: slots.missing } : { field: ids.place, message: t.placeMissing }]
    : [];
  const submit = (event: Event) => {
    event.preventDefault();
    if (kept.choosing) return setGoesOn(true);
    setAttempt((count) => count + 1);
    if (draft.slot) go('contact');
  };
  if (!reason) return null;
  return (
    <StepFrame
      site={site}
      step="creneau"
      title={t.when}
      intro={<span lang={lang}>{reason.name}</span>}
      inError={missing}
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <form class="step-form" noValidate onSubmit={submit}>
        <Bring documents={reason.documents} lang={lang} />
        {places.length > 1 && (
          <RadioGroup
            id={ids.place}
            label={slots.place}
            optionsLang={lang}
            error={missing && !place ? t.placeMissing : undefined}
            options={places.map(({ code, name, address }) => ({ value: code, label: name, hint: address }))}
            value={place}
            onChange={(code) => change({ place: code, slot: undefined })}
          />
        )}
        {kept.problem && (
          <Alert>
            <p class="field-error">{kit.problem(kept.problem)}</p>
          </Alert>
        )}
        {kept.nearest && (
          <Taken id="proche" nearest={kept.nearest} onChoose={(slot) => void kept.hold(place, slot)} />
        )}
        {place && (
          <SlotChoice
            id={ids.slot}
            label={slots.choose}
            error={missing ? slots.missing : undefined}
            reason={reason.code}
            place={place}
            chosen={kept.choosing ?? draft.slot?.from ?? null}
            stamp={kept.stamp}
            onChoose={(slot) => void kept.hold(place, slot)}
          />
        )}
        <Status>{draft.slot && kept.until ? slots.held(draft.slot.from, kept.until) : ''}</Status>
        <div class="buttons">
          <Button type="submit" busy={goesOn}>
            {t.go}
          </Button>
          <Button look="quiet" onClick={() => go('motif')}>
            <BackIcon />
            {t.back}
          </Button>
        </div>
      </form>
      {place && <JoinWaiting reason={reason.code} place={place} onJoined={props.onOpen} />}
    </StepFrame>
  );
}
