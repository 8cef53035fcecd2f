import { mail as t } from '../../ui/messages/backoffice-mail-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Contact } from '../data/agent-api.ts';

export type Mail = NonNullable<Contact['mail']>;

/** What somebody who answers a mail has to know of it; nothing when all is well. */
export function MailFacts({ mail }: { mail: Mail }) {
  const warnings = [
    ...(mail.sender === 'forged' ? [t.forged] : mail.sender === 'unverified' ? [t.unverified] : []),
    ...(mail.sharesMessageId ? [t.shared] : []),
    ...mail.notes.map((note) => t.notes[note]),
  ];
  return (
    <div class="mail-facts">
      {warnings.length > 0 && (
        <Notice kind="warning">
          {warnings.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </Notice>
      )}
      {mail.automatic && <p class="soft">{t.automatic}</p>}
      {mail.recipients.length > 0 && <p class="soft">{t.sentTo(mail.recipients.join(', '))}</p>}
      {mail.held.length > 0 && (
        <>
          <p>{t.held}</p>
          <ul>
            {mail.held.map(({ name, reason }, at) => (
              <li key={at}>
                {name} <span class="soft">{t.heldReasons[reason]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
