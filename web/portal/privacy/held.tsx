import type { HeldView } from '../../../functions/privacy/citizen-api.ts';
import { list } from '../../ui/messages/numbers.ts';
import { privacy } from '../../ui/messages/privacy-fr.ts';
import { addresses } from '../frame.tsx';

const t = privacy.held;
type Code = HeldView['parts'][number]['code'];
/** Where each thing is seen and corrected; what has no page of its own is in the archive. */
const pages: Partial<Record<Code, string>> = {
  account: addresses.profile,
  requests: addresses.requests,
  household: addresses.household,
  safe: addresses.safe,
  appointments: addresses.appointments,
  payments: addresses.pay,
  subscriptions: addresses.subscriptions,
  mandates: addresses.mandates,
};

export function Held({ parts }: { parts: HeldView['parts'] }) {
  const kept = parts.filter(({ count }) => count > 0);
  const empty = parts.filter(({ count }) => count === 0);
  return (
    <section aria-labelledby="garde">
      <h2 id="garde">{t.title}</h2>
      <ul class="data-parts">
        {kept.map(({ code, count }) => (
          <li key={code}>
            <h3>{t.parts[code].name}</h3>
            <p>{t.line(count, t.parts[code].text)}</p>
            {pages[code] && (
              <a href={pages[code]}>
                {t.open}
                <span class="visually-hidden"> {t.parts[code].name}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      {empty.length > 0 && (
        <p class="hint">
          {t.nothing} {list(empty.map(({ code }) => t.parts[code].name.toLowerCase()))}.
        </p>
      )}
    </section>
  );
}
