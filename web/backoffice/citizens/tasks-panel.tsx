import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { calendarDay } from '../../ui/messages/dates.ts';
import { Tag } from '../../ui/tag.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import type { PersonProps } from './person-desk.tsx';

/** What somebody here owes this person, the most urgent first. */
export function TasksPanel({ person }: PersonProps) {
  const { departmentName } = useSignedIn();
  const today = calendarDay(person.now);
  return (
    <section class="panel" aria-labelledby="tasks-title">
      <h2 id="tasks-title">{t.tasks}</h2>
      {person.tasks.length === 0 ? (
        <p class="soft">{t.tasksEmpty}</p>
      ) : (
        <ul class="lines-list">
          {person.tasks.map(({ kind, reference, contactId, subject, department, due }) => (
            <li key={reference ?? contactId}>
              <span>
                {kind === 'call-back' ? (
                  <a href={`${base}/appels`}>{t.callBack}</a>
                ) : (
                  <a href={`${base}/demandes/${reference}`}>
                    {subject || shell.untitled}
                    <span class="visually-hidden"> {reference}</span>
                  </a>
                )}{' '}
                <span class="soft">{departmentName(department)}</span>
              </span>
              <Tag kind={calendarDay(due) < today ? 'danger' : 'neutral'}>{t.dueOn(calendarDay(due))}</Tag>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
