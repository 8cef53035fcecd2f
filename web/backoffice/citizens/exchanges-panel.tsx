import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { FileIcon } from '../../ui/icons.tsx';
import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { size } from '../../ui/messages/numbers.ts';
import { base } from '../routes.ts';
import { citizensApi, type Exchange } from './citizens-api.ts';
import { Paged } from './paged.tsx';
import type { PersonProps } from './person-desk.tsx';

/** What was written and sent, request by request; read when it is asked for, since most glances do without. */
export function ExchangesPanel({ person, why }: PersonProps) {
  const [shown, setShown] = useState(false);
  return (
    <section class="panel" aria-labelledby="exchanges-title">
      <h2 id="exchanges-title" tabIndex={-1}>
        {t.exchanges}
      </h2>
      {shown ? (
        <Paged
          id="person-exchanges"
          queryKey={['citizens', person.personId, 'exchanges', why, person.sheets]}
          read={(after) => citizensApi.exchanges(person.personId, { ...why, after })}
          itemsOf={({ exchanges }) => exchanges}
          empty={t.exchangesEmpty}
          about={t.exchanges}
        >
          {(exchanges) => exchanges.map((one) => <OfRequest key={one.reference} exchange={one} />)}
        </Paged>
      ) : (
        <Button
          look="secondary"
          onClick={() => {
            setShown(true);
            document.getElementById('exchanges-title')?.focus();
          }}
        >
          {t.exchangesShow}
        </Button>
      )}
    </section>
  );
}

function OfRequest({ exchange }: { exchange: Exchange }) {
  const { reference, subject, messages, documents } = exchange;
  return (
    <div class="exchange-of">
      <h3>
        <a href={`${base}/demandes/${reference}`}>
          {subject || shell.untitled}
          <span class="visually-hidden"> {reference}</span>
        </a>
      </h3>
      {messages.length === 0 && documents.length === 0 && <p class="soft">{t.noMessage}</p>}
      {messages.length > 0 && (
        <ul class="lines-list">
          {messages.map(({ id, at, from, author, subject: about }) => (
            <li key={id}>
              <span>
                {about || shell.untitled}
                <span class="line-detail soft">
                  <span>{author ?? t.from[from]}</span>
                  <time dateTime={at}>{dayAndTime(at)}</time>
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {documents.length > 0 && (
        <ul class="attachments">
          {documents.map(({ id, name, size: bytes }) => (
            <li key={id}>
              <FileIcon />
              <span>
                {name} <span class="soft">{size(bytes)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
