import { useRef, useState } from 'preact/hooks';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { CheckAnswers } from '../../ui/check-answers.tsx';
import { BackIcon } from '../../ui/icons.tsx';
import { appointments as t } from '../../ui/messages/appointments-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert } from '../../ui/status.tsx';
import { appointmentsApi, type Booked } from './appointments-api.ts';
import type { StepProps } from './booking.tsx';
import { JoinWaiting } from './join-waiting.tsx';
import { Taken, useHold } from './slots.tsx';
import { StepFrame } from './step-frame.tsx';
import type { StepName } from './use-step.ts';

type Ends = { onBooked: (secret: string) => void; onOpen: (secret: string) => void };

/** Everything once more, then one button. Pressed twice, it is one appointment. */
export function CheckStep({ site, offered, draft, change, go, onBooked, onOpen }: StepProps & Ends) {
  const { slot, contact, note } = draft;
  const reason = offered.reasons.find(({ code }) => code === draft.reason);
  const place = offered.places.find(({ code }) => code === slot?.place);
  const key = useRef(crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Exclude<Booked, { outcome: 'booked' }>>();
  const [problem, setProblem] = useState<string>();
  const kept = useHold(reason?.code ?? '', slot, (next) => {
    if (next) change({ slot: next });
  });
  if (!slot || !contact || !reason) return null;

  const book = async () => {
    setBusy(true);
    setProblem(undefined);
    setRefused(undefined);
    try {
      const booked = await appointmentsApi.book(
        { reason: reason.code, place: slot.place, from: slot.from, hold: slot.slot, contact, note },
        key.current,
      );
      if (booked.outcome === 'booked') return onBooked(booked.secret);
      setRefused(booked);
      // Another choice is another intention.
      key.current = crypto.randomUUID();
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.code : 'unexpected');
    }
    setBusy(false);
  };
  const to = (step: StepName) => ({ href: `?etape=${step}`, key: step });
  const end = new Date(Date.parse(slot.from) + reason.minutes * 60_000).toISOString();
  const reach = [
    contact.email,
    contact.phone && `${contact.phone}${contact.wantsTexts ? ` (${t.texts})` : ''}`,
  ];
  const answers = [
    { ...to('motif'), label: t.answers.reason, value: reason.name },
    {
      ...to('creneau'),
      key: 'lieu',
      label: t.answers.place,
      value: `${place?.name ?? ''}\n${place?.address ?? ''}`,
    },
    { ...to('creneau'), label: t.answers.when, value: t.whenWords(slot.from, end) },
    { ...to('contact'), label: t.answers.name, value: `${contact.givenName} ${contact.familyName}` },
    { ...to('contact'), key: 'joindre', label: t.answers.reach, value: reach.filter(Boolean).join('\n') },
    ...(note ? [{ ...to('contact'), key: 'note', label: t.answers.note, value: note }] : []),
  ];
  return (
    <StepFrame site={site} step="verification" title={t.check}>
      {problem && (
        <Alert>
          <Notice kind="danger" title={kit.problem(problem)} />
        </Alert>
      )}
      {refused?.outcome === 'limit' && (
        <Alert>
          <Notice kind="warning" title={t.limit(refused.most)}>
            <p>{t.limitText}</p>
          </Notice>
        </Alert>
      )}
      {(refused?.outcome === 'taken' || kept.nearest) && (
        <Taken
          id="proche"
          nearest={kept.nearest ?? (refused?.outcome === 'taken' ? refused.nearest : [])}
          onChoose={(next) => {
            setRefused(undefined);
            void kept.hold(slot.place, next);
          }}
        />
      )}
      {refused?.outcome === 'taken' && (
        <>
          <p>{t.waitingNumber(refused.waiting)}</p>
          <JoinWaiting reason={reason.code} place={slot.place} known={contact} onJoined={onOpen} />
        </>
      )}
      <CheckAnswers
        title={t.title}
        answers={answers}
        onChange={(event, { href }) => {
          event.preventDefault();
          go((href?.split('=')[1] ?? 'motif') as StepName);
        }}
      />
      <div class="buttons">
        <Button busy={busy} onClick={() => void book()}>
          {busy ? t.confirming : t.confirm}
        </Button>
        <Button look="quiet" onClick={() => go('contact')}>
          <BackIcon />
          {t.back}
        </Button>
      </div>
    </StepFrame>
  );
}
