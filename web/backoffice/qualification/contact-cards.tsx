import type { ComponentChildren } from 'preact';
import { receivedWords } from '../../ui/messages/backoffice-board-fr.ts';
import { quarantine } from '../../ui/messages/backoffice-mail-fr.ts';
import { qualification as t } from '../../ui/messages/backoffice-qualification-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { day, daysBetween } from '../../ui/messages/dates.ts';
import { percent } from '../../ui/messages/numbers.ts';
import { Tag } from '../../ui/tag.tsx';
import type { Queue } from '../data/agent-api.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { ChannelMark } from '../shell/channel-mark.tsx';

type Card = Queue['contacts'][number];

/** Contacts as cards: a link to work on each, or an action instead. */
export function ContactCards(props: {
  contacts: readonly Card[];
  now: string;
  hrefOf(id: string): string;
  action?(contact: Card): ComponentChildren;
}) {
  const { departmentName } = useSignedIn();
  return (
    <ul class="contact-cards">
      {props.contacts.map((contact) => (
        <li key={contact.contactId} class="row card">
          <p class="subject">
            <a href={props.hrefOf(contact.contactId)} data-row>
              {contact.subject || shell.untitled}
            </a>
          </p>
          <p class="sender">
            {contact.sender || shell.unknownSender}
            {contact.reason && contact.email && contact.email !== contact.sender && (
              <span class="soft"> {contact.email}</span>
            )}
          </p>
          <p class="marks">
            <ChannelMark channel={contact.channel} />
            {contact.reason && (
              <Tag kind="warning">{quarantine.reasons[contact.reason] ?? contact.reason}</Tag>
            )}
            {contact.pages > 0 && <span>{t.pages(contact.pages)}</span>}
            <time dateTime={contact.receivedAt}>
              {receivedWords(daysBetween(props.now, contact.receivedAt), day(contact.receivedAt))}
            </time>
          </p>
          <p class="proposed">
            {contact.department && contact.confidence !== null ? (
              <>
                {t.proposed(departmentName(contact.department))}{' '}
                <span class="soft">{percent(contact.confidence)}</span>
              </>
            ) : (
              <span class="soft">{t.nothingProposed}</span>
            )}
          </p>
          {props.action && <div class="card-action">{props.action(contact)}</div>}
        </li>
      ))}
    </ul>
  );
}
