import { useState } from 'preact/hooks';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { appointments as t } from '../../ui/messages/backoffice-appointments-fr.ts';
import { Alert } from '../../ui/status.tsx';
import { queries } from '../data/queries.ts';
import { AgentSlots } from './agent-slots.tsx';
import { appointmentsApi, type Day, type Detail } from './appointments-api.ts';

type Props = {
  one: Detail;
  names: Day | undefined;
  busy: boolean;
  onKeep: () => void;
  onMove: (run: () => Promise<unknown>) => void;
};

/** Another time or place for an appointment; the one it has is kept until the other is sure. */
export function MoveAppointment({ one, names, busy, onKeep, onMove }: Props) {
  const [place, setPlace] = useState(one.place);
  const [from, setFrom] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [taken, setTaken] = useState(false);
  const offered = names?.reasons.find(({ code }) => code === one.reason)?.places ?? [one.place];
  const places = (names?.places ?? []).filter(({ code }) => offered.includes(code));
  const run = async () => {
    const moved = await appointmentsApi.move(one.id, place, from ?? '');
    if (moved.outcome === 'booked') return moved;
    setTaken(true);
    setFrom(null);
    await queries.invalidateQueries({ queryKey: ['agent-slots'] });
    throw new ApiProblem('conflict', 409);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setMissing(!from);
    setTaken(false);
    if (from) onMove(run);
  };
  return (
    <form noValidate class="panel agenda-form" onSubmit={submit} aria-labelledby="move-title">
      <h2 id="move-title">{t.moveTitle}</h2>
      {taken && (
        <Alert>
          <p class="field-error">{t.taken}</p>
        </Alert>
      )}
      <Select
        id="move-place"
        label={t.place}
        empty={null}
        value={place}
        options={places.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(code) => {
          setPlace(code);
          setFrom(null);
        }}
      />
      <AgentSlots
        key={place}
        id="move-slot"
        reason={one.reason}
        place={place}
        chosen={from}
        error={missing ? t.missingSlot : undefined}
        onChoose={setFrom}
      />
      <div class="buttons">
        <Button type="submit" busy={busy}>
          {t.move}
        </Button>
        <Button look="quiet" onClick={onKeep}>
          {t.keep}
        </Button>
      </div>
    </form>
  );
}
