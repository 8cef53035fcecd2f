import type { PersonOfNumber } from '../../../functions/telephony/agent-api.ts';
import { callBack as t } from '../../ui/messages/backoffice-calls-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { Notice } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { base } from '../routes.ts';

/** Everybody a number may belong to, with what waits for each. Nobody is chosen: the agent asks. */
export function Household({ people }: { people: readonly PersonOfNumber[] }) {
  if (people.length === 0) return <p class="soft">{t.nobody}</p>;
  return (
    <>
      {people.length > 1 && (
        <Notice kind="warning">
          <p>{t.shared(people.length)}</p>
        </Notice>
      )}
      <ul class="number-people">
        {people.map((person) => (
          <li key={person.personId} class="card">
            <h3>
              <a href={`${base}/personnes/${encodeURIComponent(person.personId)}`}>
                {person.name || t.unnamed}
              </a>
            </h3>
            <p class="soft">
              {[
                person.birth && t.born(person.birth.length === 10 ? day(person.birth) : person.birth),
                person.address,
              ]
                .filter(Boolean)
                .join(', ')}
            </p>
            {person.requests.length === 0 && <p class="soft">{t.noRequest}</p>}
            {person.requests.length > 0 && (
              <ul class="number-requests">
                {person.requests.map(({ reference, subject, state }) => (
                  <li key={reference}>
                    <a href={`${base}/demandes/${encodeURIComponent(reference)}`}>{subject || reference}</a>{' '}
                    <Tag>{shell.states[state] ?? state}</Tag>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
