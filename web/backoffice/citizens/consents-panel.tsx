import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import type { PersonProps } from './person-desk.tsx';

/** What the person agreed to, or not; the last word counts. */
export const ConsentsPanel = ({ person }: PersonProps) => (
  <section class="panel" aria-labelledby="consents-title">
    <h2 id="consents-title">{t.consents}</h2>
    {person.consents.length === 0 ? (
      <p class="soft">{t.consentsEmpty}</p>
    ) : (
      <dl class="identity">
        {person.consents.map(({ code, value, source, at, by }) => (
          <div key={code}>
            <dt>{t.consentCodes[code] ?? code}</dt>
            <dd>
              {value ? t.yes : t.no}
              <span class="source">{t.origin(t.sources[source] ?? source, at, person.names[by])}</span>
            </dd>
          </div>
        ))}
      </dl>
    )}
  </section>
);
