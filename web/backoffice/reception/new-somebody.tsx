import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { somebodyNew as t } from '../../ui/messages/backoffice-reception-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { type Alike, type Card, citizensApi, type Traits } from '../citizens/citizens-api.ts';
import { PersonCard } from '../citizens/person-card.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { newKey } from '../data/queries.ts';
import { beginningOf, type Typed } from './typed-person.ts';

const pause = 500;
const fields = [
  { name: 'name', autocomplete: 'off' },
  { name: 'phone', type: 'tel' },
  { name: 'email', type: 'email' },
  { name: 'birth', hint: t.birthHint },
  { name: 'address' },
] as const;

/** Somebody new, begun with what was searched; people who look alike are shown while one types. */
export function NewSomebody(props: { begun: string; onChosen(card: Card): void; onCancel(): void }) {
  const [typed, setTyped] = useState<Typed>(() => beginningOf(props.begun));
  const [alike, setAlike] = useState<Alike[]>([]);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  useEffect(() => document.getElementById('new-name')?.focus(), []);
  const traits = (): Partial<Traits> =>
    Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.trim() || null]));
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      if (!Object.values(traits()).some((value) => value && value.length > 3)) return setAlike([]);
      citizensApi
        .alike(traits())
        .then(({ alike: found }) => isCurrent && setAlike(found.slice(0, 4)))
        .catch(() => undefined);
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [typed]);

  const save = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const { name, phone, email } = traits();
    if (!name && !phone && !email) {
      setErrors({ name: t.needName });
      document.getElementById('new-name')?.focus();
      return;
    }
    setBusy(true);
    setErrors({});
    setFailure(undefined);
    try {
      const { person } = await citizensApi.create('person', traits(), key.current);
      props.onChosen(person);
    } catch (error) {
      const wrong =
        error instanceof ApiProblem ? error.fields.map(({ field }) => field.split('.').at(-1)) : [];
      const said = wrong.flatMap((field) =>
        field && t.wrong[field] ? [[field, t.wrong[field]] as const] : [],
      );
      key.current = newKey();
      setErrors(Object.fromEntries(said));
      if (said.length === 0) setFailure(error);
      else document.getElementById(`new-${said[0]?.[0]}`)?.focus();
    } finally {
      setBusy(false);
    }
  };

  return (
    <form class="new-somebody" noValidate onSubmit={(event) => void save(event)}>
      <h3>{t.title}</h3>
      <div class="new-fields">
        {fields.map(({ name, ...field }) => (
          <TextField
            key={name}
            id={`new-${name}`}
            label={t[name]}
            {...field}
            spellcheck={false}
            value={typed[name]}
            error={errors[name]}
            onChange={(value) => setTyped((before) => ({ ...before, [name]: value }))}
          />
        ))}
      </div>
      {alike.length > 0 && (
        <section class="alike-now" aria-labelledby="alike-title">
          <h4 id="alike-title">{t.alike}</h4>
          <ul class="person-cards">
            {alike.map(({ person, reasons }) => (
              <li key={person.personId} class="card">
                <PersonCard person={person} reasons={reasons} />
                <Button look="secondary" about={person.name} onClick={() => props.onChosen(person)}>
                  {t.choose}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {failure !== undefined && (
        <div role="alert">
          <Notice kind="danger">
            <p>{sentenceOf(failure)}</p>
          </Notice>
        </div>
      )}
      <div class="buttons">
        <Button type="submit" busy={busy}>
          {t.save}
        </Button>
        <Button look="quiet" onClick={props.onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
