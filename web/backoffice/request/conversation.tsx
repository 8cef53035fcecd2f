import { useState } from 'preact/hooks';
import { FileIcon } from '../../ui/icons.tsx';
import { request as t } from '../../ui/messages/backoffice-request-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { day, dayAndTime } from '../../ui/messages/dates.ts';
import { size } from '../../ui/messages/numbers.ts';
import { Tag } from '../../ui/tag.tsx';
import type { RequestFile } from '../data/agent-api.ts';
import { mailOf, RequestMail } from '../mail/request-mail.tsx';

type Message = RequestFile['messages'][number];
const tones = { queued: 'neutral', sent: 'success', 'to-print': 'warning', failed: 'danger' } as const;

/** What came in first, then every message both ways, oldest first. A form is read in the file, not twice. */
export function Conversation({ request, onAnswers }: { request: RequestFile; onAnswers(): void }) {
  const { answers } = request;
  return (
    <section class="conversation" aria-labelledby="conversation-title">
      <h2 id="conversation-title">{t.conversation}</h2>
      <ol>
        <li class="message citizen">
          <div class="message-head">
            <p>
              <strong>{request.sender.name ?? shell.unknownSender}</strong>
              <span class="soft"> {t.original}</span>
            </p>
            <time dateTime={request.receivedOn}>{day(request.receivedOn)}</time>
          </div>
          {answers.length > 0 ? (
            <p>
              {t.formFilled(request.procedure?.title, answers.length)}{' '}
              <button type="button" class="link" onClick={onAnswers}>
                {t.readAnswers}
              </button>
            </p>
          ) : (
            <LongText text={request.text} />
          )}
          <RequestMail reference={request.reference} contactId={mailOf(request)} subject={request.subject} />
        </li>
        {request.messages.map((message) => (
          <MessageItem key={message.id} message={message} request={request} />
        ))}
      </ol>
    </section>
  );
}

function MessageItem({ message, request }: { message: Message; request: RequestFile }) {
  const { name } = request.sender;
  const { from, kind, delivery } = message;
  const author = from === 'citizen' ? (name ?? t.fromCitizen) : (message.author ?? t.automatic);
  return (
    <li class={`message ${from} ${kind}`}>
      <div class="message-head">
        <p>
          <strong>{author}</strong> <span class="soft">{t.kinds[kind]}</span>
        </p>
        <p class="message-when">
          <time dateTime={message.at}>{dayAndTime(message.at)}</time>{' '}
          {delivery && <Tag kind={tones[delivery]}>{t.delivery[delivery]}</Tag>}
        </p>
      </div>
      {message.subject && <p class="message-subject">{message.subject}</p>}
      <LongText text={message.text} />
      {from === 'citizen' && (
        <RequestMail
          reference={request.reference}
          contactId={mailOf(request, message.id)}
          subject={message.subject ?? ''}
        />
      )}
      {message.attachments.length > 0 && (
        <ul class="attachments" aria-label={t.attachments}>
          {message.attachments.map((attachment) => (
            <li key={attachment.id}>
              <FileIcon />
              {attachment.name} <span class="soft">{size(attachment.size)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const long = 900;
/** A long text shows its beginning, cut between two words, and unfolds. */
function LongText({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  if (text.length < long) return <p class="lines">{text}</p>;
  const beginning = text.slice(0, long / 2).replace(/\s+\S*$/, '');
  return (
    <>
      <p class="lines">{open ? text : `${beginning}…`}</p>
      <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t.readLess : t.readAll}
      </button>
    </>
  );
}
