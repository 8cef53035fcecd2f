import { Button } from '../../ui/button.tsx';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { waves as t } from '../../ui/messages/backoffice-waves-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import type { Contact } from '../data/agent-api.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { WaveLine } from './wave-line.tsx';

type Past = Contact['alike']['past'][number];
type Props = { contact: Contact; busy: boolean; onJoin(reference: string): void };

/** Letters of before that are like this one, with what was decided about them, and the wave it seems to be of. */
export function PastLetters(props: Props) {
  const { contact } = props;
  const { past, wave } = contact.alike;
  if (past.length === 0 && !wave) return null;
  return (
    <section class="past-letters" aria-labelledby={past.length > 0 ? 'past-title' : undefined}>
      {wave && <WaveLine wave={wave} now={contact.now} said={t.ofContact} />}
      {past.length > 0 && (
        <>
          <h2 id="past-title">{t.pastTitle}</h2>
          <PastList {...props} letters={past.slice(0, 1)} />
          {past.length > 1 && (
            <details>
              <summary>{t.pastMore(past.length - 1)}</summary>
              <PastList {...props} letters={past.slice(1)} />
            </details>
          )}
        </>
      )}
    </section>
  );
}

const PastList = ({ contact, busy, onJoin, letters }: Props & { letters: readonly Past[] }) => (
  <ul>
    {letters.map((one) => (
      <li key={one.contactId}>
        <PastLetter one={one} />
        {contact.state === 'waiting' && one.kind !== 'subject' && one.isSamePerson && one.mayJoin && (
          <Button look="secondary" busy={busy} onClick={() => onJoin(one.reference ?? '')}>
            {t.joinIt(one.reference ?? '')}
          </Button>
        )}
      </li>
    ))}
  </ul>
);

function PastLetter({ one }: { one: Past }) {
  const { departmentName } = useSignedIn();
  const isAside = one.state === 'quarantined';
  const went = isAside
    ? t.pastAside
    : one.department
      ? [t.pastWent(departmentName(one.department)), t.pastBy(one.decidedBy)].join(', ')
      : t.pastWaits;
  return (
    <>
      <p>
        <strong>
          {t.kinds[one.kind]}, {day(one.receivedAt)}
        </strong>
        {one.isSamePerson && <span class="soft"> ({t.samePerson})</span>}
      </p>
      <p class="past-what">
        {one.subject || shell.untitled}{' '}
        <a
          href={
            one.reference ? `${base}/demandes/${one.reference}` : `${base}/qualification/${one.contactId}`
          }
        >
          {one.reference ?? t.pastSee(day(one.receivedAt))}
        </a>
        <span class="soft"> {went}</span>
      </p>
    </>
  );
}
