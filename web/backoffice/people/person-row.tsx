import { Button, LinkButton } from '../../ui/button.tsx';
import { people as t } from '../../ui/messages/backoffice-people-fr.ts';
import { workWords } from '../../ui/messages/distribution-work-fr.ts';
import { Tag } from '../../ui/tag.tsx';
import type { Person } from './people-api.ts';

/** Somebody, whether they are there, and what waits for them. */
export function PersonRow(props: {
  person: Person;
  nameOf(login: string): string;
  mayLeave: boolean;
  /** Where their skills and time are said; null when it is none of the caller's business. */
  workAt: string | null;
  onAbsence(): void;
  onLeave(): void;
}) {
  const { person, nameOf, mayLeave, workAt, onAbsence, onLeave } = props;
  const { absence, leftOn, waiting } = person;
  const state = leftOn && !person.isPresent ? t.gone(leftOn) : person.isPresent ? t.present : t.away;
  return (
    <li class="card person">
      <div>
        <p>
          <strong>{person.name}</strong>
        </p>
        <p class="soft">{person.title}</p>
      </div>
      <p class="marks">
        <Tag kind={person.isPresent ? 'success' : 'warning'}>{state}</Tag>
        {leftOn && person.isPresent && <span>{t.leaves(leftOn)}</span>}
        {absence && <span>{t.absent(absence.from, absence.to)}</span>}
        {absence?.substitute && <span>{t.substituteOf(nameOf(absence.substitute))}</span>}
        {waiting ? <span>{t.waiting(waiting)}</span> : null}
        {person.work && workWords(person.work).map((one) => <span key={one}>{one}</span>)}
      </p>
      {waiting !== null && (
        <div class="person-acts">
          <Button look="secondary" about={person.name} onClick={onAbsence}>
            {t.setAbsence}
          </Button>
          {workAt && (
            <LinkButton look="secondary" href={workAt} about={person.name}>
              {t.setWork}
            </LinkButton>
          )}
          {mayLeave && (
            <Button look="secondary" about={person.name} onClick={onLeave}>
              {t.setLeave}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
