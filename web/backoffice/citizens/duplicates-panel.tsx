import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { base } from '../routes.ts';
import { type Card, hrefOf, type Person } from './citizens-api.ts';
import { FindPerson } from './find-person.tsx';
import { DifferentDialog, MergeDialog, type Pair } from './merge-dialogs.tsx';
import { PersonCard } from './person-card.tsx';
import type { PersonProps } from './person-desk.tsx';

const cardOf = (person: Person): Card => {
  const of = (field: string) =>
    person.identity.filter((line) => line.field === field && !line.isSuperseded).map(({ value }) => value);
  return {
    ...{ personId: person.personId, kind: person.kind, name: person.name },
    ...{ emails: of('email'), phones: of('phone') },
    ...{ address: of('address')[0] ?? null, birth: of('birth')[0] ?? null },
  };
};

/** Who may be the same person: an agent looks, and what they say is remembered either way. */
export function DuplicatesPanel({ person }: PersonProps) {
  const [merging, setMerging] = useState<Pair | null>(null);
  const [differing, setDiffering] = useState<Pair | null>(null);
  const [finding, setFinding] = useState(false);
  const one = cardOf(person);
  const choose = (other: Card) => {
    const said = person.different.find(({ personId }) => personId === other.personId);
    setFinding(false);
    setMerging({
      ...{ one, other },
      ...(said && { said: { by: person.names[said.by] ?? t.formerAgent, at: said.at } }),
    });
  };
  if (!person.may.merge && person.duplicates.length === 0) return null;
  return (
    <section
      class={person.duplicates.length > 0 ? 'panel alike' : undefined}
      aria-label={person.duplicates.length > 0 ? t.duplicates : t.duplicatesNone}
    >
      <div class="panel-head">
        {person.duplicates.length > 0 && <h2>{t.duplicates}</h2>}
        {person.may.merge && (
          <Button look="quiet" onClick={() => setFinding(true)}>
            {t.propose}
          </Button>
        )}
      </div>
      {person.duplicates.length > 0 && (
        <ul class="person-cards">
          {person.duplicates.map(({ person: other, confidence, reasons }) => (
            <li key={other.personId} class="card">
              <PersonCard person={other} reasons={reasons} confidence={confidence} isLink />
              {person.may.merge && (
                <div class="buttons">
                  <Button look="secondary" about={other.name} onClick={() => setMerging({ one, other })}>
                    {t.same}
                  </Button>
                  <Button look="quiet" about={other.name} onClick={() => setDiffering({ one, other })}>
                    {t.different}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {person.may.merge && person.duplicates.length > 0 && (
        <p>
          <a href={`${base}/doublons`}>{t.duplicatesAll}</a>
        </p>
      )}
      <MergeDialog
        pair={merging}
        onClose={() => setMerging(null)}
        onMerged={(personId) => navigate(hrefOf(personId, location.search.slice(1)), { replace: true })}
      />
      <DifferentDialog pair={differing} onClose={() => setDiffering(null)} onSaid={() => undefined} />
      <Dialog id="find" open={finding} title={t.proposeTitle} onClose={() => setFinding(false)}>
        <FindPerson id="find" not={person.sheets} busy={false} onChoose={choose} />
      </Dialog>
    </section>
  );
}
