import { signatures as t } from '../../ui/messages/backoffice-signatures-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { base } from '../routes.ts';
import type { BookLetter } from './book-api.ts';

/** The request that the letter answers: enough to decide without leaving the page. */
export function LetterSummary({ letter }: { letter: BookLetter }) {
  const { request } = letter;
  const facts: [string, string | null][] = [
    [t.sender, request.sender],
    [t.receivedOn, day(request.receivedOn)],
    [t.department, request.department],
    [t.procedure, request.procedure],
  ];
  return (
    <section class="panel" aria-labelledby="summary-title">
      <h2 id="summary-title">{t.summary}</h2>
      <p class="book-request-subject">{request.subject}</p>
      <dl class="book-facts">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {(request.text || request.answers.length > 0) && (
        <details>
          <summary>{t.said}</summary>
          {request.text && <p class="book-said">{request.text}</p>}
          {request.answers.length > 0 && (
            <dl class="book-facts">
              {request.answers.map(({ label, value }, index) => (
                <div key={`${label} ${index}`}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          )}
        </details>
      )}
      {request.documents.length > 0 && (
        <>
          <h3>{t.documents}</h3>
          <ul class="book-files">
            {request.documents.map((name, index) => (
              <li key={`${name} ${index}`}>{name}</li>
            ))}
          </ul>
        </>
      )}
      {letter.attachments.length > 0 && (
        <>
          <h3>{t.attachments}</h3>
          <ul class="book-files">
            {letter.attachments.map(({ id, name, url }) => (
              <li key={id}>{url ? <a href={url}>{name}</a> : name}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={`${base}/demandes/${letter.reference}`}>{t.openRequest}</a>
      </p>
    </section>
  );
}
