import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { Alert } from '../../ui/status.tsx';
import { citizensApi, hrefOf, type Relation } from './citizens-api.ts';
import { FindPerson } from './find-person.tsx';
import type { PersonProps } from './person-desk.tsx';
import { useAct } from './use-act.ts';

type Kin = { other: string; relation: Relation | null };

/** Who lives with or answers for this person, as agents were told. */
export function HouseholdPanel({ person }: PersonProps) {
  const [adding, setAdding] = useState(false);
  const [relation, setRelation] = useState<Relation>('spouse');
  const save = ({ other, relation: what }: Kin) => citizensApi.kin(person.personId, other, what);
  const add = useAct(save, t.kinSaved, () => setAdding(false));
  const remove = useAct(save, t.kinRemoved, () => undefined);
  return (
    <section class="panel" aria-labelledby="household-title">
      <div class="panel-head">
        <h2 id="household-title">{t.household}</h2>
        {person.may.correct && (
          <Button look="quiet" onClick={() => setAdding(true)}>
            {t.addKin}
          </Button>
        )}
      </div>
      {person.household.length === 0 ? (
        <p class="soft">{t.householdEmpty}</p>
      ) : (
        <ul class="household">
          {person.household.map(({ personId, name, relation: what }) => (
            <li key={personId}>
              <span>
                <a href={hrefOf(personId)}>{name || t.unnamed}</a>{' '}
                <span class="soft">{t.relations[what]}</span>
              </span>
              {person.may.correct && (
                <Button
                  look="quiet"
                  about={name}
                  busy={remove.busy}
                  onClick={() => remove.run({ other: personId, relation: null })}
                >
                  {t.kinRemove}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {remove.failed && (
        <Alert>
          <p class="field-error">{remove.failed}</p>
        </Alert>
      )}
      <Dialog id="kin" open={adding} title={t.kinTitle} onClose={() => setAdding(false)}>
        <Select
          id="kin-relation"
          label={t.kinRelation}
          value={relation}
          options={Object.entries(t.relations).map(([value, label]) => ({ value, label }))}
          onChange={(value) => setRelation(value as Relation)}
        />
        <FindPerson
          id="kin"
          not={person.sheets}
          busy={add.busy}
          onChoose={({ personId: other }) => add.run({ other, relation })}
        />
        {add.failed && (
          <Alert>
            <p class="field-error">{add.failed}</p>
          </Alert>
        )}
      </Dialog>
    </section>
  );
}
