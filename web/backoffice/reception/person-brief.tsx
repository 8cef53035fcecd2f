import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.tsx';
import { citizens } from '../../ui/messages/backoffice-citizens-fr.ts';
import { brief as t, who } from '../../ui/messages/backoffice-reception-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { calendarDay, day } from '../../ui/messages/dates.ts';
import { Skeleton } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { citizensApi, hrefOf, type Person } from '../citizens/citizens-api.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { ChannelMark } from '../shell/channel-mark.tsx';
import type { DeskDraft } from './draft.ts';

const open = new Set(['new', 'assigned', 'in-progress', 'waiting-citizen', 'waiting-visa']);
const shown = 4;
const why = { reason: 'reception' } as const;
type Props = { personId: string; about: DeskDraft['about']; onAbout(about: DeskDraft['about']): void };

/** What waits for somebody, in one look: promises first, then what they asked and when they were in touch. */
export function PersonBrief({ personId, about, onAbout }: Props) {
  const key = ['citizens', personId, 'desk'] as const;
  const once = { staleTime: 240_000, refetchOnWindowFocus: false };
  const person = useQuery({ queryKey: key, queryFn: () => citizensApi.read(personId, why), ...once });
  const requests = useQuery({
    queryKey: [...key, 'requests'],
    queryFn: () => citizensApi.requests(personId, why),
    ...once,
  });
  const contacts = useQuery({
    queryKey: [...key, 'contacts'],
    queryFn: () => citizensApi.contacts(personId, why),
    ...once,
  });
  const failed = [person, requests, contacts].find(({ error }) => error);
  if (failed) return <ErrorBox error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!person.data || !requests.data || !contacts.data) return <Skeleton lines={5} />;
  const sorted = requests.data.requests.toSorted(
    (a, b) => Number(open.has(b.state)) - Number(open.has(a.state)),
  );
  const rest = sorted.length - shown;
  return (
    <section class="panel brief" aria-labelledby="brief-title">
      <h2 id="brief-title">{t.title}</h2>
      <Tasks person={person.data} />
      {person.data.duplicates.length > 0 && (
        <p class="soft">
          <a href={hrefOf(personId)}>{t.duplicates(person.data.duplicates.length)}</a>
        </p>
      )}
      <h3>{t.requests}</h3>
      {sorted.length === 0 && <p class="soft">{t.noRequest}</p>}
      <ul class="brief-lines">
        {sorted.slice(0, shown).map((request) => (
          <li key={request.reference}>
            <p>
              {request.mayOpen ? (
                <a href={`${base}/demandes/${request.reference}`} target="_blank" rel="noreferrer">
                  {request.subject || shell.untitled}
                  <span class="visually-hidden">
                    {' '}
                    {request.reference}, {t.newTab}
                  </span>
                </a>
              ) : (
                <strong>{citizens.hiddenSubject}</strong>
              )}{' '}
              <Tag kind={open.has(request.state) ? 'brand' : 'neutral'}>
                {shell.states[request.state] ?? request.state}
              </Tag>
            </p>
            <p class="soft">
              <span class="reference">{request.reference}</span>
              {request.due && <> · {t.promised(day(request.due))}</>}
            </p>
            {about?.reference !== request.reference && request.mayOpen && (
              <Button
                look="quiet"
                about={request.reference}
                onClick={() => onAbout({ reference: request.reference, subject: request.subject })}
              >
                {t.about}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p class="soft">
          <a href={hrefOf(personId)}>{t.more(rest)}</a>
        </p>
      )}
      <h3>{t.contacts}</h3>
      {contacts.data.contacts.length === 0 && <p class="soft">{t.noContact}</p>}
      <ul class="brief-lines contacts">
        {contacts.data.contacts.slice(0, shown).map((contact) => (
          <li key={contact.contactId}>
            <ChannelMark channel={contact.channel} />
            <time dateTime={contact.at}>{day(contact.at)}</time>
            <span>{contact.subject || shell.untitled}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={hrefOf(personId)}>{who.page}</a>
      </p>
    </section>
  );
}

function Tasks({ person }: { person: Person }) {
  const { departmentName } = useSignedIn();
  // What a department owes them shows with each request.
  const tasks = person.tasks.filter(({ kind }) => kind === 'call-back');
  if (tasks.length === 0) return null;
  const today = calendarDay(person.now);
  return (
    <>
      <h3>{t.tasks}</h3>
      <ul class="brief-lines">
        {tasks.slice(0, shown).map(({ contactId, department, due }) => {
          const on = calendarDay(due);
          return (
            <li key={contactId}>
              <p>
                <strong>{t.callBack}</strong>{' '}
                <Tag kind={on < today ? 'danger' : 'neutral'}>
                  {on < today ? t.late(day(on)) : t.due(day(on))}
                </Tag>
              </p>
              {department && <p class="soft">{departmentName(department)}</p>}
            </li>
          );
        })}
      </ul>
    </>
  );
}
