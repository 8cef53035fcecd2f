import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import { day } from '../../ui/messages/dates.ts';
import { language } from '../../ui/messages/language-fr.ts';
import { tracked as t } from '../../ui/messages/track-instruction-fr.ts';

type Received = TrackedRequest['instruction']['received'];

/** When a document that was asked for arrived, and that somebody still looks at it. */
export function Arrival({ received, code }: { received: Received; code: string }) {
  const found = received.find((one) => one.code === code);
  return found ? <p class="soft">{t.receivedOn(day(found.on), found.isVerified)}</p> : null;
}

/** What was asked for and is all there. */
export function ReceivedDocuments({ received }: { received: Received }) {
  if (received.length === 0) return null;
  return (
    <section aria-labelledby="documents-recus">
      <h2 id="documents-recus">{t.receivedTitle}</h2>
      <ul class="awaited-list">
        {received.map(({ code, label, on, isVerified }) => (
          <li key={code}>
            <p class="awaited-name">
              <strong lang={language.content}>{label}</strong>
            </p>
            <p class="soft">{t.receivedOn(day(on), isVerified)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
