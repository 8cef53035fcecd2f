import { useEffect, useRef, useState } from 'preact/hooks';
import type { holdSlot, listReasons } from '../../../functions/appointments/public-api.ts';
import { type AnswerOf, ApiProblem, call } from '../../ui/api.ts';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { slots as t } from '../../ui/messages/appointments-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { inThisLanguage, writtenIn } from '../written.ts';
import { SlotChoice } from './slot-choice.tsx';
import { SlotDays } from './slot-days.tsx';

type Slot = { from: string; to: string };
type Places = AnswerOf<typeof listReasons>['places'];
/** `slot` names the hold, which ends by itself after ten minutes; `from` is an instant in UTC, `place` a code. */
export type HeldSlot = { slot: string; from: string; place: string };
type Props = {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  /** Code of the reason: `service` of a form's question. */
  reason: string;
  value: HeldSlot | undefined;
  onChange: (value: HeldSlot | undefined) => void;
};

/** `lang`: of their names, where it is not that of the page. */
type FoundPlaces = { places?: Places; lang?: string | undefined; problem?: string };
/** Places where a reason is received; undefined while they are read. */
export function usePlaces(reason: string): FoundPlaces {
  const [found, setFound] = useState<FoundPlaces>({});
  useEffect(() => {
    call<typeof listReasons>('GET /api/public/appointments/reasons', { query: inThisLanguage })
      .then((answer) => {
        const codes = answer.reasons.find(({ code }) => code === reason)?.places ?? [];
        const places = answer.places.filter(({ code }) => codes.includes(code));
        setFound({ places, lang: writtenIn(answer) });
      })
      .catch((error) => setFound({ problem: error instanceof ApiProblem ? error.code : 'unexpected' }));
  }, [reason]);
  return found;
}

/** Keeps slots while somebody goes on: a new choice lets the one before go. */
export function useHold(reason: string, value: HeldSlot | undefined, onChange: Props['onChange']) {
  const [until, setUntil] = useState<string>();
  const [nearest, setNearest] = useState<Slot[]>();
  const [problem, setProblem] = useState<string>();
  const [stamp, setStamp] = useState(0);
  /** Chosen, and not yet known to be kept: shown as chosen at once. */
  const [choosing, setChoosing] = useState<string | null>(null);
  const asked = useRef('');
  const hold = async (place: string, { from }: Slot) => {
    asked.current = from;
    setChoosing(from);
    setProblem(undefined);
    setNearest(undefined);
    try {
      const held = await call<typeof holdSlot>('POST /api/public/appointments/holds', {
        body: { reason, place, from, instead: value?.slot ?? null },
      });
      if (asked.current !== from) return;
      if (held.outcome === 'held') {
        setUntil(held.until);
        onChange({ slot: held.hold, from: held.from, place });
      } else {
        setNearest(held.nearest);
        setStamp((count) => count + 1);
        onChange(undefined);
      }
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.code : 'unexpected');
    }
    if (asked.current === from) setChoosing(null);
  };
  return { hold, until, nearest, problem, stamp, choosing };
}

/** The question of a form that asks for an appointment: place, then slot, which is held for ten minutes once chosen. */
export function SlotField({ id, label, hint, error, reason, value, onChange }: Props) {
  const { places, lang, problem } = usePlaces(reason);
  const [place, setPlace] = useState(value?.place ?? '');
  const kept = useHold(reason, value, onChange);
  const only = places?.length === 1 ? places[0]?.code : undefined;
  const chosenPlace = place || only || '';
  if (problem)
    return (
      <Alert>
        <Notice kind="danger" title={kit.problem(problem)} />
      </Alert>
    );
  if (!places) return <Skeleton lines={4} />;
  return (
    <>
      {places.length > 1 && (
        <RadioGroup
          id={place ? `${id}-lieu` : id}
          label={t.place}
          error={place ? undefined : error}
          optionsLang={lang}
          options={places.map(({ code, name, address }) => ({ value: code, label: name, hint: address }))}
          value={place}
          onChange={(code) => {
            setPlace(code);
            if (value) onChange(undefined);
          }}
        />
      )}
      <Alert>{kept.problem && <p class="field-error">{kit.problem(kept.problem)}</p>}</Alert>
      {kept.nearest && (
        <Taken
          id={`${id}-proche`}
          nearest={kept.nearest}
          onChoose={(slot) => void kept.hold(chosenPlace, slot)}
        />
      )}
      {chosenPlace && (
        <SlotChoice
          id={id}
          label={label}
          hint={hint}
          error={error}
          reason={reason}
          place={chosenPlace}
          chosen={kept.choosing ?? value?.from ?? null}
          stamp={kept.stamp}
          onChoose={(slot) => void kept.hold(chosenPlace, slot)}
        />
      )}
      <Status>{value && kept.until ? t.held(value.from, kept.until) : ''}</Status>
    </>
  );
}

/** Somebody was quicker: the closest that are free, to choose at once. */
export const Taken = (props: { id: string; nearest: Slot[]; onChoose: (slot: Slot) => void }) => (
  <Alert>
    <Notice kind="warning" title={t.taken}>
      <p>{props.nearest.length > 0 ? t.takenText : t.takenAll}</p>
      <SlotDays id={props.id} days={byDay(props.nearest)} chosen={null} onChoose={props.onChoose} />
    </Notice>
  </Alert>
);

/** Slots under the day on which each begins, as the authority's clocks have it. */
export function byDay(slots: readonly Slot[]): { day: string; slots: Slot[] }[] {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) days.set(t.day(slot.from), [...(days.get(t.day(slot.from)) ?? []), slot]);
  return [...days].map(([day, of]) => ({ day, slots: of }));
}
