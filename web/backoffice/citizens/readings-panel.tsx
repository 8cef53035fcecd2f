import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { citizensApi } from './citizens-api.ts';
import { Paged } from './paged.tsx';
import type { PersonProps } from './person-desk.tsx';

/** Who looked at this page, when and why. */
export function ReadingsPanel({ person, why }: PersonProps) {
  const [shown, setShown] = useState(false);
  return (
    <section class="panel" aria-labelledby="readings-title">
      <h2 id="readings-title" tabIndex={-1}>
        {t.readings}
      </h2>
      {shown ? (
        <Paged
          id="person-readings"
          queryKey={['citizens', person.personId, 'readings', why, person.sheets]}
          read={(after) => citizensApi.readings(person.personId, { ...why, after })}
          itemsOf={({ readings, names }) => readings.map((one) => ({ ...one, name: names[one.by] }))}
          empty={t.readingsEmpty}
          about={t.readings}
        >
          {(readings) => (
            <ul class="readings">
              {readings.map(({ at, by, reason, reference, name }) => (
                <li key={`${at} ${by} ${reason}`}>
                  {t.reading(at, name ?? t.formerAgent, t.reasons[reason] ?? reason)}
                  {reference && <span class="soft"> {reference}</span>}
                </li>
              ))}
            </ul>
          )}
        </Paged>
      ) : (
        <Button
          look="secondary"
          onClick={() => {
            setShown(true);
            document.getElementById('readings-title')?.focus();
          }}
        >
          {t.readingsShow}
        </Button>
      )}
    </section>
  );
}
