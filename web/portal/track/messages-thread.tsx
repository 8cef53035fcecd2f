import type { Message, TrackedRequest } from '../../../functions/requests/public-api.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { language } from '../../ui/messages/language-fr.ts';
import { track } from '../../ui/messages/track-fr.ts';
import { Attachments } from './document-list.tsx';
import type { Access } from './reference.ts';

/** The last answer of the department, where the page leads once it is there. */
export const answerOf = ({ messages }: TrackedRequest): Message | undefined =>
  messages.findLast(({ kind, from }) => kind === 'answer' && from === 'authority');
export const answerId = 'reponse';

/** Both sides of the dialogue, oldest first as a letter is read. */
export function Messages({ request, access }: { request: TrackedRequest; access: Access }) {
  return (
    <section>
      <h2>{track.messages}</h2>
      {request.messages.length === 0 && <p class="soft">{track.noMessage}</p>}
      <ol class="messages">
        {request.messages.map((message) => (
          <li
            key={message.id}
            id={message === answerOf(request) ? answerId : undefined}
            tabIndex={message === answerOf(request) ? -1 : undefined}
            class={message.from}
          >
            <MessageCard message={message} request={request} access={access} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function MessageCard(props: { message: Message; request: TrackedRequest; access: Access }) {
  const { message, request, access } = props;
  const department = request.department?.name ?? track.automatic;
  const who = message.from === 'citizen' ? track.fromYou : track.fromAuthority(message.author, department);
  return (
    <article class="message">
      <h3>
        {who}
        <time dateTime={message.at}>{dayAndTime(message.at)}</time>
      </h3>
      {message.from === 'authority' && (
        <p class="message-subject" lang={language.content}>
          {message.subject}
        </p>
      )}
      <p class="lines" lang={message.from === 'authority' ? language.content : undefined}>
        {message.text}
      </p>
      {message.attachments.length > 0 && (
        <Attachments files={message.attachments} access={access} label={track.attached} />
      )}
      {message.delivery && <p class="hint">{track.deliveries[message.delivery]}</p>}
    </article>
  );
}
