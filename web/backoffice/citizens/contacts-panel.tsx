import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { base } from '../routes.ts';
import { ChannelMark } from '../shell/channel-mark.tsx';
import { type ContactLine, citizensApi } from './citizens-api.ts';
import { Paged } from './paged.tsx';
import type { PersonProps } from './person-desk.tsx';

/** One line of time for every channel: what came in, when, and what came of it. */
export function ContactsPanel({ person, why }: PersonProps) {
  return (
    <section class="panel" aria-labelledby="contacts-title">
      <h2 id="contacts-title">{t.contacts}</h2>
      <p class="soft">{t.contactsIntro}</p>
      <Paged
        id="person-contacts"
        queryKey={['citizens', person.personId, 'contacts', why, person.sheets]}
        read={(after) => citizensApi.contacts(person.personId, { ...why, after })}
        itemsOf={({ contacts }) => contacts}
        empty={t.contactsEmpty}
        about={t.contacts}
      >
        {(contacts, pages) => (
          <ol class="contact-line">
            {contacts.map((contact) => (
              <Line
                key={contact.contactId}
                contact={contact}
                names={Object.assign({}, ...pages.map(({ names }) => names))}
              />
            ))}
          </ol>
        )}
      </Paged>
    </section>
  );
}

function Line({ contact, names }: { contact: ContactLine; names: Record<string, string> }) {
  const { at, channel, subject, reference, outcome, agent, seconds, documents, mayOpen } = contact;
  const name = agent && names[agent];
  const untitled = reference && !mayOpen ? t.hiddenSubject : shell.untitled;
  return (
    <li>
      <p class="line-detail">
        <ChannelMark channel={channel} />
        <time dateTime={at} class="soft">
          {dayAndTime(at)}
        </time>
      </p>
      <p>
        <strong>{subject || (outcome && t.outcomes[outcome]) || untitled}</strong>
      </p>
      <p class="line-detail soft">
        {outcome && subject && <span>{t.outcomes[outcome] ?? outcome}</span>}
        {seconds !== null && seconds > 0 && <span>{t.minutes(seconds)}</span>}
        {name && <span>{t.answeredBy(name)}</span>}
        {documents > 0 && <span>{t.documents(documents)}</span>}
        {reference &&
          (mayOpen ? <a href={`${base}/demandes/${reference}`}>{reference}</a> : <span>{reference}</span>)}
      </p>
    </li>
  );
}
