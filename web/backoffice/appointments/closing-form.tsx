import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { minutesOf } from '../../../functions/appointments/wall-clock.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxGroup, Select } from '../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { appointments, closings as t } from '../../ui/messages/backoffice-appointments-fr.ts';
import { Alert, Status, toast } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { queries } from '../data/queries.ts';
import { NearDay } from '../people/near-day.tsx';
import { useErrorTitle } from '../shell/error-title.ts';
import { appointmentsApi, type Line } from './appointments-api.ts';
import { ClockField } from './clock-field.tsx';

/** Says who is concerned before anything is closed: the second press is made knowingly. */
export function ClosingForm({ places }: { places: readonly { code: string; name: string }[] }) {
  const [place, setPlace] = useState(places[0]?.code ?? '');
  const day = useQuery({
    queryKey: ['agenda-day', place, undefined],
    queryFn: () => appointmentsApi.day({ place }),
  });
  const desks = (day.data?.desks ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const [some, setSome] = useState<string[]>([]);
  const [days, setDays] = useState({ from: '', to: '' });
  const [hours, setHours] = useState({ start: '', end: '' });
  const [why, setWhy] = useState('');
  const [concerned, setConcerned] = useState<Line[]>();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const start = hours.start ? minutesOf(hours.start) : 0;
  const end = hours.end ? minutesOf(hours.end) : 1_440;
  const wrong = [
    !days.from && { field: 'closing-from', message: t.missing.from },
    start >= end && { field: 'closing-end', message: t.missing.end },
    why.trim().length < 3 && { field: 'closing-why', message: t.missing.why },
  ].filter((one) => typeof one === 'object');
  const problems = attempt > 0 ? wrong : [];
  useErrorTitle(problems.length > 0);
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.message;
  const ask = async (isTrial: boolean) => {
    setBusy(true);
    setFailure(undefined);
    try {
      const to = days.to || days.from;
      const chosen = some.length > 0 ? some : desks.map(({ value }) => value);
      const body = { place, desks: chosen, from: days.from, to, start, end, why: why.trim(), isTrial };
      const done = await appointmentsApi.close(body);
      if (isTrial) setConcerned(done.concerned);
      else {
        toast(t.done(done.concerned.length));
        setConcerned(undefined);
        setDays({ from: '', to: '' });
        setWhy('');
        setAttempt(0);
        await queries.invalidateQueries({ queryKey: ['closings'] });
      }
    } catch (error) {
      setFailure(sentenceOf(error));
    }
    setBusy(false);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (wrong.length === 0 && !busy) void ask(concerned === undefined);
  };
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setConcerned(undefined);
      set(value);
    };
  return (
    <form noValidate class="panel agenda-form" onSubmit={submit} aria-labelledby="closing-title">
      <h2 id="closing-title">{t.formTitle}</h2>
      <ErrorSummary problems={problems} attempt={attempt} />
      {failure && (
        <Alert>
          <p class="field-error">{failure}</p>
        </Alert>
      )}
      <Select
        id="closing-place"
        label={appointments.place}
        empty={null}
        value={place}
        options={places.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={changed((code: string) => {
          setPlace(code);
          setSome([]);
        })}
      />
      {desks.length > 1 && (
        <CheckboxGroup
          id="closing-desks"
          label={t.desks}
          hint={t.allDesks}
          options={desks}
          value={some}
          onChange={changed(setSome)}
        />
      )}
      <div class="agenda-pair">
        <NearDay
          id="closing-from"
          label={t.from}
          error={errorOf('closing-from')}
          value={days.from}
          onChange={changed((from) => setDays({ ...days, from }))}
        />
        <NearDay
          id="closing-to"
          label={t.to}
          optional
          value={days.to}
          onChange={changed((to) => setDays({ ...days, to }))}
        />
      </div>
      <div class="agenda-pair">
        <ClockField
          id="closing-start"
          label={t.start}
          optional
          hint={t.startHint}
          value={hours.start}
          onChange={changed((value) => setHours({ ...hours, start: value }))}
        />
        <ClockField
          id="closing-end"
          label={t.end}
          optional
          error={errorOf('closing-end')}
          value={hours.end}
          onChange={changed((value) => setHours({ ...hours, end: value }))}
        />
      </div>
      <TextField
        id="closing-why"
        label={t.why}
        hint={t.whyHint}
        error={errorOf('closing-why')}
        value={why}
        onChange={changed(setWhy)}
      />
      <Status>{concerned ? t.concerned(concerned.length) : ''}</Status>
      {concerned && concerned.length > 0 && (
        <ul class="agenda-concerned">
          {concerned.map((line) => (
            <li key={line.id}>
              {appointments.when(line.from, line.to)} : {`${line.givenName} ${line.familyName}`.trim()}
            </li>
          ))}
        </ul>
      )}
      <div class="buttons">
        <Button type="submit" busy={busy} look={concerned ? 'danger' : 'primary'}>
          {concerned ? t.confirm(concerned.length) : t.look}
        </Button>
        {concerned && (
          <Button look="quiet" onClick={() => setConcerned(undefined)}>
            {t.change}
          </Button>
        )}
      </div>
    </form>
  );
}
