import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { CheckboxGroup, Select } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { people as t } from '../../ui/messages/backoffice-people-fr.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { NearDay } from './near-day.tsx';
import type { NewDelegation, Person } from './people-api.ts';

const empty = {
  delegate: '',
  delegator: '',
  formula: '',
  quality: '',
  from: '',
  to: '',
  number: '',
  publishedOn: '',
  url: '',
};
type Typed = typeof empty;
const needed = ['delegate', 'formula', 'quality', 'number', 'publishedOn', 'from'] as const;

/** An order of delegation, as it was published: without it a signature for another is void. */
export function DelegationForm(props: {
  everybody: readonly Person[];
  busy: boolean;
  onSave(delegation: NewDelegation): void;
  onCancel(): void;
}) {
  const { me, departments } = useSignedIn();
  const [typed, setTyped] = useState(empty);
  const [chosen, setChosen] = useState<string[]>([]);
  const [errors, setErrors] = useState<Partial<Record<keyof Typed, string>>>({});
  const set = (name: keyof Typed) => (value: string) => setTyped((before) => ({ ...before, [name]: value }));
  const text = (name: keyof Typed, label: string, hint?: string) => (
    <TextField
      id={`delegation-${name}`}
      label={label}
      hint={hint}
      value={typed[name]}
      error={errors[name]}
      onChange={set(name)}
    />
  );
  const near = (name: keyof Typed, label: string, optional = false) => (
    <NearDay
      id={`delegation-${name}`}
      label={label}
      optional={optional}
      value={typed[name]}
      error={errors[name]}
      onChange={set(name)}
    />
  );
  const save = (event: Event) => {
    event.preventDefault();
    const missing = needed.filter((name) => typed[name].trim() === '');
    setErrors(Object.fromEntries(missing.map((name) => [name, t.required])));
    if (missing[0]) return document.getElementById(`delegation-${missing[0]}`)?.focus();
    const { delegate, delegator, formula, quality, from, to, number, publishedOn, url } = typed;
    props.onSave({
      ...{ delegate, formula, quality, from, departments: chosen, procedures: [], kinds: [] },
      delegator: delegator || null,
      to: to || null,
      order: { number, publishedOn, url: url || null },
    });
  };
  const options = props.everybody.map(({ login, name, title }) => ({
    value: login,
    label: `${name}, ${title}`,
  }));
  const mine = departments.filter(
    ({ code }) => me.roles.includes('administrator') || me.departments.includes(code),
  );
  return (
    <form noValidate onSubmit={save} class="panel delegation-form">
      <div class="pair">
        <Select
          id="delegation-delegate"
          label={t.delegate}
          value={typed.delegate}
          error={errors.delegate}
          options={options}
          onChange={set('delegate')}
        />
        <Select
          id="delegation-delegator"
          label={t.delegator}
          empty={t.head}
          value={typed.delegator}
          options={options}
          onChange={set('delegator')}
        />
      </div>
      {text('formula', t.formula, t.formulaHint)}
      {text('quality', t.quality)}
      <div class="pair">
        {text('number', t.number)}
        {near('publishedOn', t.publishedOn)}
      </div>
      {text('url', `${t.url}`)}
      <div class="pair">
        {near('from', t.validFrom)}
        {near('to', t.validTo, true)}
      </div>
      <details>
        <summary>{t.departments}</summary>
        <CheckboxGroup
          id="delegation-departments"
          label={t.departments}
          hint={t.departmentsHint}
          value={chosen}
          options={mine.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={setChosen}
        />
      </details>
      <div class="buttons">
        <Button type="submit" busy={props.busy}>
          {t.save}
        </Button>
        <Button look="secondary" onClick={props.onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
