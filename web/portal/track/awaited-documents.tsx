import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import { Button } from '../../ui/button.tsx';
import { day } from '../../ui/messages/dates.ts';
import { language } from '../../ui/messages/language-fr.ts';
import { tracked as t } from '../../ui/messages/track-instruction-fr.ts';
import { Tag } from '../../ui/tag.tsx';
import { Arrival } from './received-documents.tsx';
import { goToPiece } from './use-piece.ts';

type Awaited = NonNullable<TrackedRequest['instruction']['awaited']>;
type Props = { awaited: Awaited; received: TrackedRequest['instruction']['received'] };

/** What is asked for, by when, what it does to the legal clock, what has come; each missing document has a page of its own. */
export function AwaitedDocuments({ awaited, received }: Props) {
  const missing = awaited.documents.filter(({ isProvided }) => !isProvided);
  const isBegun = missing.length < awaited.documents.length;
  const [next] = missing;
  return (
    <section class="awaited" aria-labelledby="documents-demandes">
      <h2 id="documents-demandes" tabIndex={-1}>
        {t.awaitedTitle}
      </h2>
      <p>
        <strong>
          {awaited.isOverdue ? t.overdue(day(awaited.until)) : t.awaitedUntil(day(awaited.until))}
        </strong>
      </p>
      {awaited.clock && !awaited.isOverdue && <p>{t.clock[awaited.clock]}</p>}
      {awaited.text && (
        <p class="lines" lang={language.content}>
          {awaited.text}
        </p>
      )}
      <ul class="awaited-list">
        {awaited.documents.map((document) => (
          <li key={document.code}>
            <p class="awaited-name">
              <strong lang={language.content}>{document.label}</strong>{' '}
              <Tag kind={document.isProvided ? 'success' : 'warning'}>
                {document.isProvided ? t.received : t.awaited}
              </Tag>
            </p>
            <Arrival received={received} code={document.code} />
          </li>
        ))}
      </ul>
      {next && (
        <Button onClick={() => goToPiece(next.code)}>{isBegun ? t.goOn(missing.length) : t.begin}</Button>
      )}
      <p class="soft">{t.byPost}</p>
    </section>
  );
}
