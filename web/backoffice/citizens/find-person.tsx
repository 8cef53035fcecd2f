import { useMutation } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { Status } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { type Card, citizensApi, type Traits } from './citizens-api.ts';
import { PersonCard } from './person-card.tsx';

/** Somebody found by what an agent knows of them; `not` are left out. */
export function FindPerson(props: {
  id: string;
  not: readonly string[];
  busy: boolean;
  chooseLabel?: string;
  onChoose(person: Card): void;
  /** Offered once something was searched: what was typed makes somebody new. */
  onCreate?(traits: Partial<Traits>): void;
}) {
  const { id, not, busy, chooseLabel, onChoose, onCreate } = props;
  const [typed, setTyped] = useState({ name: '', phone: '', email: '' });
  const [need, setNeed] = useState<string>();
  const traits = (): Partial<Traits> => ({
    name: typed.name.trim() || null,
    phone: typed.phone.trim() || null,
    email: typed.email.trim() || null,
  });
  const search = useMutation({ mutationFn: (given: Partial<Traits>) => citizensApi.alike(given) });
  const found = search.data?.alike.filter(({ person }) => !not.includes(person.personId));
  const go = (event: Event) => {
    event.preventDefault();
    const given = traits();
    if (!given.name && !given.phone && !given.email) {
      setNeed(t.findNeed);
      document.getElementById(`${id}-name`)?.focus();
      return;
    }
    setNeed(undefined);
    search.mutate(given);
  };
  const field = (name: keyof typeof typed, label: string, type?: 'tel' | 'email') => (
    <TextField
      id={`${id}-${name}`}
      label={label}
      type={type}
      value={typed[name]}
      error={name === 'name' ? need : undefined}
      spellcheck={false}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
    />
  );
  return (
    <div class="find-person">
      <form noValidate onSubmit={go}>
        {field('name', t.findName)}
        {field('phone', t.findPhone, 'tel')}
        {field('email', t.findEmail, 'email')}
        <div class="buttons">
          <Button type="submit" look="secondary" busy={search.isPending}>
            {t.findGo}
          </Button>
        </div>
      </form>
      <Status>
        {search.error
          ? sentenceOf(search.error)
          : found
            ? found.length > 0
              ? t.found(found.length)
              : t.findNothing
            : ''}
      </Status>
      {found && found.length > 0 && (
        <ul class="person-cards">
          {found.map(({ person, reasons }) => (
            <li key={person.personId} class="card">
              <PersonCard person={person} reasons={reasons} />
              <Button look="secondary" busy={busy} about={person.name} onClick={() => onChoose(person)}>
                {chooseLabel ?? t.choose}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {onCreate && found && (
        <Button look="secondary" busy={busy} onClick={() => onCreate(traits())}>
          {t.createAndLink}
        </Button>
      )}
    </div>
  );
}
