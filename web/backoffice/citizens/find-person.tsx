import { useMutation } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { Status } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { searchApi } from '../search/search-api.ts';
import type { Card } from './citizens-api.ts';
import { PersonCard } from './person-card.tsx';

const most = 10;
type Found = Awaited<ReturnType<typeof searchApi>>['results'][number];
const cardOf = ({ id, title, detail }: Found): Card => ({
  ...{ personId: id, kind: 'person', name: title, emails: [], phones: [] },
  ...{ address: detail || null, birth: null },
});

/** Somebody found by what an agent knows of them, in one box; `not` are left out. */
export function FindPerson(props: {
  id: string;
  not: readonly string[];
  busy: boolean;
  onChoose(person: Card): void;
}) {
  const { id, not, busy, onChoose } = props;
  const [typed, setTyped] = useState('');
  const [need, setNeed] = useState<string>();
  const search = useMutation({ mutationFn: (words: string) => searchApi(words, most, 'person') });
  const found = search.data?.results.filter((result) => !not.includes(result.id)).map(cardOf);
  const go = (event: Event) => {
    event.preventDefault();
    const words = typed.trim();
    setNeed(words ? undefined : t.findNeed);
    if (words) search.mutate(words);
    else document.getElementById(`${id}-words`)?.focus();
  };
  const counted = found && (found.length > 0 ? t.found(found.length) : t.findNothing);
  return (
    <div class="find-person">
      <form noValidate onSubmit={go}>
        <TextField
          id={`${id}-words`}
          label={t.find}
          value={typed}
          error={need}
          spellcheck={false}
          onChange={setTyped}
        />
        <div class="buttons">
          <Button type="submit" look="secondary" busy={search.isPending}>
            {t.findGo}
          </Button>
        </div>
      </form>
      <Status>{search.error ? sentenceOf(search.error) : (counted ?? '')}</Status>
      {found && found.length > 0 && (
        <ul class="person-cards">
          {found.map((person) => (
            <li key={person.personId} class="card">
              <PersonCard person={person} />
              <div class="buttons">
                <Button look="secondary" busy={busy} about={person.name} onClick={() => onChoose(person)}>
                  {t.choose}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
