import { useState } from 'preact/hooks';
import { e164 } from '../../../functions/delivery/phone.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { search as t } from '../../ui/messages/backoffice-search-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { Alert } from '../../ui/status.tsx';
import { citizensApi, hrefOf, type Traits } from '../citizens/citizens-api.ts';
import { useAct } from '../citizens/use-act.ts';

/** What was typed, sorted: most of it is already what the card needs. */
const sorted = (words: string) => ({
  name: /@|\d{4}/.test(words) ? '' : words,
  phone: e164(words) ? words : '',
  email: words.includes('@') ? words : '',
});

/** Somebody nobody knew yet, written down without leaving the search. */
export function NewPerson({ words }: { words: string }) {
  const [typed, setTyped] = useState(() => sorted(words));
  const [problem, setProblem] = useState<string>();
  const create = useAct(
    (traits: Partial<Traits>, key) => citizensApi.create('person', traits, key),
    t.created,
    ({ person }) => navigate(hrefOf(person.personId)),
  );
  const go = (event: Event) => {
    event.preventDefault();
    setProblem(typed.name.trim() ? undefined : t.nameNeeded);
    const [name, phone, email] = [typed.name.trim(), typed.phone.trim(), typed.email.trim()];
    if (name) create.run({ name, phone: phone || null, email: email || null });
    else document.getElementById('new-name')?.focus();
  };
  const field = (name: keyof typeof typed, type?: 'tel' | 'email') => (
    <TextField
      id={`new-${name}`}
      label={t.newFields[name]}
      type={type}
      optional={name !== 'name'}
      value={typed[name]}
      error={name === 'name' ? problem : undefined}
      spellcheck={false}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
    />
  );
  return (
    <section class="new-person" aria-labelledby="new-person">
      <h2 id="new-person">{t.newTitle}</h2>
      <form noValidate onSubmit={go}>
        {field('name')}
        {field('phone', 'tel')}
        {field('email', 'email')}
        <Button type="submit" busy={create.busy}>
          {t.create}
        </Button>
        {create.failed && (
          <Alert>
            <p class="field-error">{create.failed}</p>
          </Alert>
        )}
      </form>
    </section>
  );
}
