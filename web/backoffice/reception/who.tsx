import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { RefreshIcon } from '../../ui/icons.tsx';
import { brief, who as t } from '../../ui/messages/backoffice-reception-fr.ts';
import { spoken } from '../calls/calls-api.ts';
import { type Card, citizensApi } from '../citizens/citizens-api.ts';
import type { Result } from '../search/search-api.ts';
import type { Chosen, DeskDraft } from './draft.ts';
import { FindWho } from './find-who.tsx';
import type { Desk } from './kept.ts';
import { NewSomebody } from './new-somebody.tsx';

export const chosenOf = ({ personId, name, phones, emails }: Card): Chosen => ({
  ...{ personId, name, phone: phones[0] ?? null, email: emails[0] ?? null },
});
const focusSoon = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());

/** Who is there: found, created, or nobody in particular. */
export function Who({ desk, error }: { desk: Desk; error?: string }) {
  const { draft, change } = desk;
  const [typed, setTyped] = useState('');
  const [begun, setBegun] = useState<string | null>(null);
  const pick = (person: Chosen, about: DeskDraft['about'] = null) => {
    setTyped('');
    setBegun(null);
    const number = draft.number || (draft.channel === 'phone' ? spoken(person.phone ?? '') : '');
    change({ person, about, number });
    focusSoon('topic');
  };
  const choose = async (result: Result) => {
    if (result.kind === 'person') return pick(await known(result));
    const about = { reference: result.id, subject: result.title };
    const { person } = await citizensApi.whose(result.id).catch(() => ({ person: null }));
    if (person) return pick(chosenOf(person), about);
    setTyped('');
    change({ about });
    focusSoon('topic');
  };
  const { person, about } = draft;
  return (
    <section class="panel who" aria-labelledby="who-title">
      <h2 id="who-title">{t.title}</h2>
      {!person && begun === null && (
        <FindWho
          typed={typed}
          error={error}
          onType={setTyped}
          onChoose={(one) => void choose(one)}
          onCreate={setBegun}
        />
      )}
      {!person && begun === null && <p class="hint">{t.anonymous}</p>}
      {!person && begun !== null && (
        <NewSomebody
          begun={begun}
          onChosen={(card) => pick(chosenOf(card))}
          onCancel={() => {
            setBegun(null);
            focusSoon('who');
          }}
        />
      )}
      {person && (
        <div class="chosen">
          <p class="chosen-name">{person.name || t.unnamed}</p>
          <p class="soft">
            {[person.phone && spoken(person.phone), person.email].filter(Boolean).join(' · ')}
          </p>
          <Button
            look="quiet"
            onClick={() => {
              change({ person: null, about: null });
              focusSoon('who');
            }}
          >
            <RefreshIcon />
            {t.change}
          </Button>
        </div>
      )}
      {about && (
        <p class="about">
          {brief.isAbout} <strong>{about.subject}</strong> <span class="reference">{about.reference}</span>{' '}
          <Button look="quiet" about={about.reference} onClick={() => change({ about: null })}>
            {brief.noLonger}
          </Button>
        </p>
      )}
    </section>
  );
}

/** The list shows a name; the card says how to reach whoever was chosen. */
const known = async ({ id, title }: Result): Promise<Chosen> => {
  const person = await citizensApi.read(id, { reason: 'reception' }).catch(() => null);
  const of = (field: string) =>
    person?.identity.find((one) => one.field === field && !one.isSuperseded)?.value ?? null;
  return {
    personId: person?.personId ?? id,
    name: person?.name || title,
    phone: of('phone'),
    email: of('email'),
  };
};
