import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { people as t } from '../../ui/messages/backoffice-people-fr.ts';
import { NearDay } from './near-day.tsx';
import type { Person } from './people-api.ts';

/** From when to when somebody is away, and who acts meanwhile. */
export function AbsenceForm(props: {
  id: string;
  person: Person;
  others: readonly Person[];
  busy: boolean;
  onSave(absence: Person['absence']): void;
}) {
  const { id, person, others, busy, onSave } = props;
  const [from, setFrom] = useState(person.absence?.from ?? '');
  const [to, setTo] = useState(person.absence?.to ?? '');
  const [substitute, setSubstitute] = useState(person.absence?.substitute ?? '');
  const [errors, setErrors] = useState<{ from?: string; to?: string }>({});
  const save = (event: Event) => {
    event.preventDefault();
    const found = {
      ...(from ? {} : { from: t.wrongDay }),
      ...(to ? (from && to < from ? { to: t.wrongOrder } : {}) : { to: t.wrongDay }),
    };
    setErrors(found);
    const [wrong] = Object.keys(found);
    if (wrong) document.getElementById(`${id}-${wrong}`)?.focus();
    else onSave({ from, to, substitute: substitute || null });
  };
  const near = [...others].sort((a, b) => closeness(b, person) - closeness(a, person));
  return (
    <form noValidate onSubmit={save} class="absence-form">
      <div class="pair">
        <NearDay id={`${id}-from`} label={t.from} value={from} error={errors.from} onChange={setFrom} />
        <NearDay id={`${id}-to`} label={t.to} value={to} error={errors.to} onChange={setTo} />
      </div>
      <Select
        id={`${id}-substitute`}
        label={t.substitute}
        hint={t.nobodyHint}
        empty={t.nobody}
        value={substitute}
        options={near.map(({ login, name, title }) => ({ value: login, label: `${name}, ${title}` }))}
        onChange={setSubstitute}
      />
      <div class="buttons">
        <Button type="submit" busy={busy}>
          {t.save}
        </Button>
        {person.absence && (
          <Button look="secondary" busy={busy} onClick={() => onSave(null)}>
            {t.end}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Those of the same departments are proposed first. */
const closeness = (one: Person, other: Person): number =>
  one.departments.filter((code) => other.departments.includes(code)).length / (one.departments.length || 1);
